/** The whole service, asked to stop while requests are under way. */
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { tokenOf } from '../support/http.ts';
import { until } from '../support/until.ts';
import { freePort, ServiceProcess } from './service-process.ts';

let database: TestDatabase;
let dataDir: string;
let service: ServiceProcess;
let token: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'pochi-drain-'));
  token = await tokenOf({ role: 'service' });
  service = new ServiceProcess({
    port: await freePort(),
    settings: {
      DATABASE_URL: database.ownerUrl,
      DATABASE_DURABILITY: 'trusted',
      DATA_DIR: dataDir,
      DRAIN_SECONDS: '600',
      INTEGRITY_EVERY: '0',
    },
  });
}, 60_000);
afterAll(async () => {
  await service.end('SIGKILL');
  await database.drop();
  await rm(dataDir, { recursive: true });
});

interface Answered {
  readonly status: number | undefined;
  readonly connection: string | undefined;
  readonly body: string;
}

function ask(path: string, { body, agent }: { body?: object; agent?: Agent } = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
    const sent = request(`${service.base}${path}`, { method: body ? 'POST' : 'GET', headers, ...(agent && { agent }) });
    sent.on('error', reject);
    sent.on('response', (response: IncomingMessage) => {
      const parts: string[] = [];
      response.setEncoding('utf8').on('data', (part) => parts.push(part));
      const { statusCode: status, headers } = response;
      response.on('end', () => resolve({ status, connection: headers.connection, body: parts.join('') }));
    });
    sent.end(body && JSON.stringify(body));
  });
}

const topup = (n: number) => ({
  ...{ user_id: 'alice', asset_code: 'USD', amount: 1, payment_method: 'stripe' },
  reference_id: `drain-${n}`,
});
const READY = '/api/v1/health/ready';

test('from SIGTERM on it is alive and not ready, and serves what still comes, on connections that it then closes', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await service.start();
  expect(await ask(READY)).toMatchObject({ status: 200, body: '{"status":"ready"}' });
  const before = await ask('/api/v1/wallets/topup', { body: topup(1), agent });
  expect([before.status, before.connection]).toEqual([201, 'keep-alive']);

  service.signal('SIGTERM');
  await until(async () => (await ask(READY)).status === 503);
  expect((await ask(READY)).body).toBe('{"status":"stopping"}');
  expect((await ask('/api/v1/health/live')).status).toBe(200);
  expect((await ask('/api/v1/health')).status).toBe(200);
  const during = await ask('/api/v1/wallets/topup', { body: topup(2), agent });
  expect([during.status, during.connection]).toEqual([201, 'close']);
  agent.destroy();
}, 60_000);
