import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

const BODY = {
  key: 'queued-1',
  operation: 'slipCreate',
  customer_id: 'asha',
  amount: 700000,
  asset_code: 'TZS',
  device_reference: 'T2-0147',
  reason: 'typed twice',
};
const discard = (as: object | string, body: object = BODY, headers = {}) =>
  server.call('POST', '/api/v1/console-discards', { as: as as 'staff', body, headers });
const lines = async () =>
  (await server.call('GET', '/api/v1/audit?action=discardRecord', { as: 'auditor' })).json.data.lines;

test('a discard is in the audit trail, once however often it is sent', async () => {
  const first = await discard({ role: 'supervisor', subject: 'sue' });
  expect(first.status).toBe(201);
  expect((await discard({ role: 'supervisor', subject: 'sue' })).json).toEqual(first.json);
  expect(await lines()).toMatchObject([
    {
      kind: 'CHANGE',
      actor: 'sue',
      object: 'queued-1',
      customer_id: 'asha',
      data: {
        operation: 'slipCreate',
        amount: '700000',
        asset_code: 'TZS',
        device_reference: 'T2-0147',
        reason: 'typed twice',
      },
    },
  ]);
});

test("a cashier's needs an approval, and names who gave it", async () => {
  await server.call('PUT', '/api/v1/approvers/me/pin', {
    as: { role: 'supervisor', subject: 'sue' },
    body: { pin: '2468' },
  });
  const as = { role: 'cashier', subject: 'carl' };
  expect((await discard(as)).json).toMatchObject({ code: 'APPROVAL_REQUIRED', details: { reason: 'discard' } });
  const wanted = { operation: 'discardRecord', path: '/api/v1/console-discards', body: BODY };
  const given = await server.call('POST', '/api/v1/approvals', {
    as: as as { role: 'cashier' },
    body: { approver: 'sue', pin: '2468', ...wanted },
  });
  const headers = { approval: given.json.data.token, 'idempotency-key': 'discard-1' };
  expect((await discard(as, BODY, headers)).status).toBe(201);
  expect((await lines())[0]).toMatchObject({ actor: 'carl', data: { approved_by: 'sue' } });
});

test('what was discarded may be no more than a key, an operation and a reason', async () => {
  expect((await discard('staff', { key: 'k', operation: 'topup', reason: 'test' })).status).toBe(201);
  expect((await discard('staff', { key: 'k', operation: 'topup' })).json.errors[0].field).toBe('reason');
});
