import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { isAway, onceReachable } from './away.ts';

const log = createLog('silent');
const never = new Promise<never>(() => {});
const refused = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

test('a database that comes up a little later is waited for', async () => {
  let tries = 0;
  const start = async () => {
    tries += 1;
    if (tries < 3) throw refused();
    return 'started';
  };
  expect(await onceReachable(start, { seconds: 60, stopping: never, log })).toBe('started');
  expect(tries).toBe(3);
});

test('what another try would not mend is thrown at once', async () => {
  let tries = 0;
  const start = async () => {
    tries += 1;
    throw new Error('PostgreSQL 15 or later is needed');
  };
  await expect(onceReachable(start, { seconds: 60, stopping: never, log })).rejects.toThrow('15 or later');
  expect(tries).toBe(1);
});

test('the wait ends with its seconds, and with the wish to stop, with what was wrong', async () => {
  const start = async () => {
    throw refused();
  };
  await expect(onceReachable(start, { seconds: 0, stopping: never, log })).rejects.toThrow('ECONNREFUSED');
  await expect(onceReachable(start, { seconds: 600, stopping: Promise.resolve(), log })).rejects.toThrow(
    'ECONNREFUSED',
  );
});

test('what the driver says of a port that nobody answers, or that hangs up, or stays silent, counts as away', async () => {
  const closed = await listening(() => {});
  await close(closed.server);
  const hangsUp = await listening((socket) => socket.destroy());
  const silent = await listening((socket) => socket.resume());
  for (const { port } of [closed, hangsUp, silent]) expect(isAway(await failureOf(port))).toBe(true);
  await Promise.all([hangsUp, silent].map(({ server }) => close(server)));
});

test('a server that is starting is away; one that knows no such database is not', () => {
  const told = (code: string) => Object.assign(new pg.DatabaseError('told', 0, 'error'), { code });
  expect(['57P03', '53300', '08006'].map((code) => isAway(told(code)))).toEqual([true, true, true]);
  expect(['3D000', '28P01', '42501'].map((code) => isAway(told(code)))).toEqual([false, false, false]);
});

async function failureOf(port: number): Promise<unknown> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'any', connectionTimeoutMillis: 200 });
  client.on('error', () => {});
  return client.connect().then(
    () => null,
    (error) => error,
  );
}

async function listening(onSocket: (socket: Socket) => void) {
  const server = createServer(onSocket);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

function close(server: Server): Promise<unknown> {
  return new Promise((resolve) => server.close(resolve));
}
