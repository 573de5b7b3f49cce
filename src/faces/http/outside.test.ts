import { afterAll, beforeAll, expect, test } from 'vitest';
import { Connection, getRequest, postRequest } from '../../../bench/http-client.ts';
import { openServer, type TestServer, tokenOf } from '../../../test/support/http.ts';
import type { Engine } from '../../engine/submission.ts';

const engine = {
  waiting: 0,
  submitted: 0,
  submit: async () => {
    engine.submitted += 1;
    return { ok: false, refusal: { code: 'BALANCE_LIMIT', details: {} } } as const;
  },
  drain: async () => {},
};

let server: TestServer;
let port: number;
let token: string;
beforeAll(async () => {
  server = await openServer({ engine: engine satisfies Engine });
  const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
  port = Number(new URL(address).port);
  token = await tokenOf({ role: 'service' });
});
afterAll(() => server.close());

const body = JSON.stringify({ user_id: 'asha', asset_code: 'USD', amount: 1, reference_id: 'r' });
const connect = () => Connection.open('127.0.0.1', port);
const write = async (connection: Connection) =>
  (await connection.send(postRequest('/api/v1/wallets/topup', token, body))).status;
const read = async (connection: Connection) => (await connection.send(getRequest('/api/v1/health/live', token))).status;

/** A client that was answered while many waited. */
async function answered(): Promise<Connection> {
  const connection = await connect();
  expect(await write(connection)).toBe(422);
  return connection;
}

test('who was answered while many wait inside is read on once there is room, in the order of their answers', async () => {
  engine.waiting = 2_000;
  const clients = [await answered(), await answered(), await answered()];
  const order: number[] = [];
  const next = clients.map((client, i) => write(client).then(() => order.push(i)));
  const before = engine.submitted;
  // Who asks for the first time is heard meanwhile, so that those three could have been.
  expect(await write(await connect())).toBe(422);
  expect(engine.submitted).toBe(before + 1);
  engine.waiting = 0;
  await Promise.all(next);
  expect(order).toEqual([0, 1, 2]);
});

test('nobody is left outside for longer than two seconds, whatever keeps those inside', async () => {
  engine.waiting = 5_000;
  const client = await answered();
  const began = performance.now();
  expect(await write(client)).toBe(422);
  const waited = performance.now() - began;
  expect(waited).toBeGreaterThan(1_900);
  expect(waited).toBeLessThan(4_000);
  engine.waiting = 0;
});

test('who only reads is never left outside', async () => {
  engine.waiting = 5_000;
  const client = await connect();
  const began = performance.now();
  for (let i = 0; i < 20; i += 1) expect(await read(client)).toBe(200);
  expect(performance.now() - began).toBeLessThan(1_900);
  engine.waiting = 0;
});

test('a client that goes away outside is forgotten, and those behind it are let in', async () => {
  engine.waiting = 5_000;
  const [gone, stays] = [await answered(), await answered()];
  const pending = write(stays);
  gone.close();
  engine.waiting = 0;
  expect(await pending).toBe(422);
});

test('what was left outside is served while the server closes', async () => {
  const closing = await openServer({ engine });
  const address = await closing.app.listen({ host: '127.0.0.1', port: 0 });
  const client = await Connection.open('127.0.0.1', Number(new URL(address).port));
  engine.waiting = 5_000;
  expect(await write(client)).toBe(422);
  const next = write(client);
  const began = performance.now();
  const closed = closing.close();
  expect(await next).toBe(422);
  await closed;
  expect(performance.now() - began).toBeLessThan(1_900);
  engine.waiting = 0;
});
