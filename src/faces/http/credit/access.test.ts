import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServer, SETTINGS, type TestServer } from '../../../../test/support/http.ts';

// Who may call what is in the table of test/attack/access; here is what a setting changes.
let server: TestServer;
beforeAll(async () => {
  server = await openServer({ settings: { ...SETTINGS, customerRecordedPayments: 'allow' } });
  await server.call('POST', '/api/wallet/store-change', { as: 'staff', body: CHANGE });
});
afterAll(() => server.close());

const CHANGE = { customer_id: 'alice', store_id: 'S1', currency: 'USD', change_cents: 100_000 };
const PAYMENT = { customer_id: 'alice', store_id: 'S1', currency: 'USD', method: 'CASH', amount_cents: 100 };

test('a customer may record their own payments where the setting allows it, and never those of others', async () => {
  const pay = (subject: string) =>
    server.call('POST', '/api/wallet/payments', { as: { role: 'customer', subject }, body: PAYMENT });
  expect((await pay('alice')).status).toBe(200);
  expect((await pay('mallory')).json).toMatchObject({ respCode: 403, details: { code: 'UNAUTHORIZED_ACCESS' } });
});
