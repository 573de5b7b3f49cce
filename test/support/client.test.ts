import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HttpClient } from './client.ts';

/** Answers once on each connection, and closes it when it is used again. */
let server: Server;
let base = '';

beforeAll(async () => {
  const used = new WeakSet<object>();
  server = createServer(({ socket }, response) => {
    if (used.has(socket)) socket.destroy();
    else response.end('here');
    used.add(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('what only reads is asked for again where its connection was closed meanwhile', async () => {
  const client = new HttpClient(base, 'token', 1);
  for (let i = 0; i < 3; i += 1) expect((await client.send({ method: 'GET', path: '/' })).text).toBe('here');
  client.close();
});

test('what may have changed something is not: its caller has to decide', async () => {
  const client = new HttpClient(base, 'token', 1);
  expect((await client.post('/', {})).text).toBe('here');
  await expect(client.post('/', {})).rejects.toThrow();
  client.close();
});
