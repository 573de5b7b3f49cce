import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
const ids: string[] = [];
beforeAll(async () => {
  server = await openServer();
  for (const amount of [10, 20, 30]) {
    const body = { user_id: 'asha', asset_code: 'USD', amount, reference_id: randomUUID() };
    const { json } = await server.call('POST', '/api/v1/wallets/topup', {
      as: { role: 'staff', subject: 'sue' },
      headers: { 'user-agent': 'till 7' },
      body,
    });
    ids.push(json.data.transaction_id);
    // An operation that moves no money is nobody's neighbour.
    await server.call('POST', '/api/v1/customer/wallet', { as: 'staff', body: { customerId: `w${amount}` } });
  }
});
afterAll(() => server.close());

const details = async (id: string | undefined) =>
  (await server.call('GET', `/api/v1/transactions/${id}/details`, { as: 'auditor' })).json;

test('tells who asked for it, where its money went, and its neighbours', async () => {
  const { data } = await details(ids[1]);
  expect(data.transaction).toEqual(
    (await server.call('GET', `/api/v1/transactions/${ids[1]}`, { as: 'staff' })).json.data,
  );
  expect(data).toMatchObject({
    flow: [
      {
        from: { owner: null, kind: 'clearing:external' },
        to: { owner: 'asha', kind: 'wallet' },
        asset_code: 'USD',
        amount: 20,
      },
    ],
    origin: { actor: 'sue', role: 'staff', method: 'POST', endpoint: 'wallets.topup', device: 'till 7' },
    chain: [ids[1]],
    previous: ids[0],
    next: ids[2],
  });
  expect((await details(ids[0])).data.previous).toBeNull();
});

test('lists its events with the webhooks that were told of them', async () => {
  const { data } = await details(ids[0]);
  expect(data.events.map(({ type }: { type: string }) => type)).toContain('wallet.funds_added');
  const event = data.events[0].id;
  const webhook = randomUUID();
  await server.database.owner.query(
    `insert into webhooks (ledger_id, id, url, secret, status, from_height, created_at, changed_at)
     values (1, $1, 'https://example.com/', '\\x00', 'active', 1, now(), now())`,
    [webhook],
  );
  await server.database.owner.query(
    `insert into webhook_deliveries (ledger_id, id, webhook_id, event_id, event_type, height, index, n, state, attempts, created_at)
     values (1, gen_random_uuid(), $1, $2, 'wallet.funds_added', 1, 0, 0, 'delivered', 2, now())`,
    [webhook, event],
  );
  const told = (await details(ids[0])).data.events[0];
  expect(told.deliveries).toEqual([
    {
      webhook_id: webhook,
      url: 'https://example.com/',
      state: 'delivered',
      attempts: 2,
      last_status: null,
      last_attempt_at: null,
    },
  ]);
});

test('a reversal and what it reverses are one chain, seen from either end', async () => {
  const { json } = await server.call('POST', `/api/v1/transactions/${ids[2]}/reverse`, {
    as: 'staff',
    body: { reason: 'test' },
  });
  const chain = [ids[2], json.data.transaction_id];
  expect((await details(ids[2])).data.chain).toEqual(chain);
  expect((await details(chain[1])).data.chain).toEqual(chain);
});

test('of what is not there is 404', async () => {
  expect((await details(randomUUID())).code).toBe('TRANSACTION_NOT_FOUND');
});
