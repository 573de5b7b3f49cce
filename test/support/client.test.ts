import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { HttpClient } from './client.ts';

let server: Server;
let client: HttpClient;

async function serve(listener: RequestListener, connections = 1): Promise<{ opened: () => number }> {
  let opened = 0;
  server = createServer(listener).on('connection', () => {
    opened += 1;
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  client = new HttpClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'token', connections);
  return { opened: () => opened };
}

afterEach(() => {
  client.close();
  server.closeAllConnections();
  server.close();
});

test('requests follow one another on one connection, with their token, headers and JSON', async () => {
  const { opened } = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { authorization, 'x-more': more } = request.headers;
    response.end(JSON.stringify([request.method, request.url, authorization, more, Buffer.concat(chunks).toString()]));
  });
  const all = await Promise.all([
    client.post('/a', { é: 1 }),
    client.send({ method: 'GET', path: '/b', headers: { 'x-more': 'c' } }),
  ]);
  expect(all.map(({ text }) => JSON.parse(text))).toEqual([
    ['POST', '/a', 'Bearer token', null, '{"é":1}'],
    ['GET', '/b', 'Bearer token', 'c', ''],
  ]);
  expect(opened()).toBe(1);
});

test('a connection that the service says is the last is not used again', async () => {
  const { opened } = await serve((_, response) => response.setHeader('connection', 'close').end('here'));
  for (let i = 0; i < 3; i += 1) expect((await client.post('/', {})).text).toBe('here');
  expect(opened()).toBe(3);
});

test('where the connection ends before the whole answer there is none, and the next request has a new one', async () => {
  let first = true;
  const { opened } = await serve((_, response) => {
    if (!first) return response.end('here');
    first = false;
    response.writeHead(200, { 'content-length': 10 }).write('half');
    return setImmediate(() => response.destroy());
  });
  await expect(client.post('/', {})).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect((await client.post('/', {})).text).toBe('here');
  expect(opened()).toBe(2);
});

test('who loses patience goes away, whether their request was sent or waits for a connection', async () => {
  const asked: string[] = [];
  await serve((request) => void asked.push(request.url ?? ''));
  const both = await Promise.allSettled([client.post('/sent', {}, 200), client.post('/waits', {}, 100)]);
  for (const one of both) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'ABORT_ERR' } });
  expect(asked).toEqual(['/sent']);
});

test('a service that is not there is told of at once', async () => {
  await serve(() => {});
  server.close();
  await expect(client.post('/', {})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('once it is closed nothing of it is left open, and what was under way has no answer', async () => {
  const arrived = Promise.withResolvers<void>();
  await serve(() => arrived.resolve(), 2);
  const answer = Promise.allSettled([client.post('/', {})]);
  await arrived.promise;
  client.close();
  expect(await answer).toMatchObject([{ status: 'rejected', reason: { code: 'ECONNRESET' } }]);
  await expect.poll(() => promisify(server.getConnections.bind(server))()).toBe(0);
});
