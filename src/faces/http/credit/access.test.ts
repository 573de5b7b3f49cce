import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Claims, openServer, SETTINGS, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
let trusting: TestServer;
let slip: string;
beforeAll(async () => {
  server = await openServer();
  trusting = await openServer({ settings: { ...SETTINGS, customerRecordedPayments: 'allow' } });
  const { json } = await server.call('POST', '/api/wallet/credit-slips', { as: 'staff', body: slipOf('alice') });
  slip = json.slip_id;
  for (const { call } of [server, trusting])
    await call('POST', '/api/wallet/store-change', { as: 'staff', body: CHANGE });
});
afterAll(async () => {
  await server.close();
  await trusting.close();
});

const PREFIX = '/api/wallet';
const CHANGE = { customer_id: 'alice', store_id: 'S1', currency: 'USD', change_cents: 100_000 };
const slipOf = (customer: string) => ({
  customer_id: customer,
  store_id: 'S1',
  currency: 'USD',
  lines: [{ item_id: 'I', description: 'Tea', quantity: 1, unit_price_cents: 500 }],
});
const PAYMENT = { customer_id: 'alice', store_id: 'S1', currency: 'USD', method: 'CASH', amount_cents: 100 };

/** Whether a role may, may for alice alone, may once somebody approves, or may not. */
type Right = 'may' | 'own' | 'approved' | 'no';
interface Row {
  readonly customer: Right;
  readonly staff: Right;
  readonly service: Right;
  readonly admin: Right;
  readonly supervisor: Right;
  readonly cashier: Right;
  readonly auditor: Right;
  /** The path where it is not the route's own. */
  readonly path?: () => string;
  /** A new body for each call, so that each of them finds something to do. */
  readonly body?: () => Promise<object> | object;
}

const may = { staff: 'may', service: 'may', admin: 'may', supervisor: 'may', cashier: 'may' } as const;
const everyone = { ...may, customer: 'own', auditor: 'may' } as const;
const writers = { ...everyone, auditor: 'no' } as const;
const workers = { ...writers, customer: 'no' } as const;
const staff = { ...workers, service: 'no' } as const;

async function freshSlip(): Promise<string> {
  return (await server.call('POST', `${PREFIX}/credit-slips`, { as: 'staff', body: slipOf('alice') })).json.slip_id;
}
let toVoid = '';

/** One row for each route of the face: one that is not here fails the test below. */
const ROUTES: Record<string, Row> = {
  'POST /api/wallet/credit-slips': { ...writers, cashier: 'approved', body: () => slipOf('alice') },
  'POST /api/wallet/payments': { ...workers, body: () => PAYMENT },
  'POST /api/wallet/apply-wallet': {
    ...writers,
    body: async () => ({ customer_id: 'alice', slip_id: await freshSlip(), currency: 'USD' }),
  },
  'POST /api/wallet/store-change': { ...staff, body: () => CHANGE },
  'POST /api/wallet/credit-slips/:slip_id/void': {
    ...staff,
    cashier: 'approved',
    path: () => `/credit-slips/${toVoid}/void`,
    body: async () => {
      toVoid = await freshSlip();
      return { reason: 'test' };
    },
  },
  'GET /api/wallet/credit-slips/:slip_id': { ...everyone, path: () => `/credit-slips/${slip}` },
  'GET /api/wallet/balance/:customer_id': { ...everyone, path: () => '/balance/alice' },
  'GET /api/wallet/slips/:customer_id': { ...everyone, path: () => '/slips/alice' },
  'GET /api/wallet/history/:customer_id': { ...everyone, path: () => '/history/alice?currency=USD' },
  'GET /api/wallet/audit-trail': { ...staff, cashier: 'no', auditor: 'may' },
};

async function answerOf(route: string, row: Row, as?: Claims) {
  const [method, path] = route.split(' ') as ['GET' | 'POST', string];
  const body = await row.body?.();
  const url = row.path ? PREFIX + row.path() : path;
  const { status, json } = await server.call(method, url, { ...(as && { as }), ...(body && { body }) });
  return { status, respCode: json.respCode, code: json.details?.code };
}

const refusedWith = (status: number, code: string) => ({ status, respCode: status, code });

test('every route of the face has its row here, and every row its route', () => {
  const routes = server.app.routes
    .filter(({ method, url }) => method !== 'HEAD' && url.startsWith(`${PREFIX}/`))
    .map(({ method, url }) => `${method} ${url}`);
  expect(Object.keys(ROUTES).toSorted()).toEqual(routes.toSorted());
});

describe.each(Object.entries(ROUTES))('%s', (route, row) => {
  test('needs a token', async () => {
    expect(await answerOf(route, row)).toEqual(refusedWith(401, 'UNAUTHENTICATED'));
  });

  test.each(['staff', 'service', 'admin', 'supervisor', 'cashier', 'auditor'] as const)('for a %s', async (role) => {
    const answer = await answerOf(route, row, { role });
    if (row[role] === 'no') expect(answer).toEqual(refusedWith(403, 'UNAUTHORIZED_ACCESS'));
    else if (row[role] === 'approved') expect(answer).toEqual(refusedWith(403, 'APPROVAL_REQUIRED'));
    else expect([200, 201]).toContain(answer.status);
  });

  test('for a customer', async () => {
    const own = await answerOf(route, row, { role: 'customer', subject: 'alice' });
    const foreign = await answerOf(route, row, { role: 'customer', subject: 'mallory' });
    if (row.customer === 'own') {
      expect([200, 201]).toContain(own.status);
      // A slip's id says nothing of whose it is: another customer's is as if it were not there.
      const hidden = refusedWith(404, 'CREDIT_SLIP_NOT_FOUND');
      expect(foreign).toEqual(
        route.startsWith('GET /api/wallet/credit-slips/') ? hidden : refusedWith(403, 'UNAUTHORIZED_ACCESS'),
      );
    } else {
      expect(own).toEqual(refusedWith(403, 'UNAUTHORIZED_ACCESS'));
      expect(foreign).toEqual(refusedWith(403, 'UNAUTHORIZED_ACCESS'));
    }
  });
});

test('a customer may record their own payments where the setting allows it, and never those of others', async () => {
  const pay = (subject: string) =>
    trusting.call('POST', `${PREFIX}/payments`, { as: { role: 'customer', subject }, body: PAYMENT });
  expect((await pay('alice')).status).toBe(200);
  expect((await pay('mallory')).json).toMatchObject({ respCode: 403, details: { code: 'UNAUTHORIZED_ACCESS' } });
});

test("a customer cannot pay with their wallet for another's slip, nor learn that it is there", async () => {
  await server.call('POST', `${PREFIX}/store-change`, { as: 'staff', body: { ...CHANGE, customer_id: 'mallory' } });
  const apply = (slip_id: string) =>
    server.call('POST', `${PREFIX}/apply-wallet`, {
      as: { role: 'customer', subject: 'mallory' },
      body: { customer_id: 'mallory', slip_id, currency: 'USD' },
    });
  const nowhere = '01890000-0000-7000-8000-000000000000';
  const [foreign, missing] = [await apply(slip), await apply(nowhere)];
  expect(foreign.status).toBe(404);
  expect(foreign.text.replace(slip, nowhere)).toBe(missing.text);
});
