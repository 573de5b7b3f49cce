import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Claims, openServer, type TestServer } from '../../../test/support/http.ts';
import type { Role } from '../../tokens.ts';
import { requireAccess } from './access.ts';

let server: TestServer;
let transaction: string;
/** Alice's wallet and her first transaction, as customer-wallet numbers them. */
let wallet: number;
let walletTransaction: number;
beforeAll(async () => {
  server = await openServer();
  const { json } = await server.call('POST', '/api/v1/wallets/topup', {
    as: 'service',
    body: { user_id: 'alice', asset_code: 'USD', amount: 1000, reference_id: 'first' },
  });
  transaction = json.data.transaction_id;
  const info = await server.call('GET', '/api/customer/wallet-info?customerId=alice', { as: 'staff' });
  wallet = info.json.data.walletId;
  const listed = await server.call('GET', `/api/v1/customer/wallet/${wallet}/transactions`, { as: 'staff' });
  walletTransaction = listed.json.data[0].id;
  for (const user_id of ['frosty', 'forgotten']) {
    await server.call('POST', '/api/v1/wallets/topup', {
      as: 'service',
      body: { user_id, asset_code: 'USD', amount: 1000, reference_id: `for ${user_id}`.replace(' ', '-') },
    });
  }
});
afterAll(() => server.close());

/** Where a role stands at a route: it may, it may for itself, or it may not. */
type Right = 'may' | 'own' | 'no';
type Row = { readonly url?: () => string; readonly body?: object | (() => object) } & Readonly<Record<Role, Right>>;

const movement = { user_id: 'alice', asset_code: 'USD', amount: 1 };
const workersOnly = { customer: 'no', staff: 'may', service: 'may', admin: 'may' } as const;
const staffOnly = { customer: 'no', staff: 'may', service: 'no', admin: 'may' } as const;
const adminOnly = { customer: 'no', staff: 'no', service: 'no', admin: 'may' } as const;
const ownOrWorkers = { ...workersOnly, customer: 'own' } as const;

/** One row for each route: one that is not here fails the test below. */
const ROUTES: Record<string, Row | 'open'> = {
  'GET /api/v1/health': 'open',
  'POST /api/v1/wallets/topup': { ...workersOnly, body: movement },
  'POST /api/v1/wallets/bonus': { ...workersOnly, body: movement },
  'POST /api/v1/wallets/spend': { ...ownOrWorkers, body: movement },
  'GET /api/v1/wallets/:user_id/balance': { ...ownOrWorkers, url: () => '/api/v1/wallets/alice/balance' },
  'GET /api/v1/wallets/:user_id/transactions': { ...ownOrWorkers, url: () => '/api/v1/wallets/alice/transactions' },
  'GET /api/v1/transactions/:id': { ...ownOrWorkers, url: () => `/api/v1/transactions/${transaction}` },
  'POST /api/v1/transactions/:id/reverse': {
    customer: 'no',
    staff: 'may',
    service: 'no',
    admin: 'may',
    url: () => `/api/v1/transactions/${transaction}/reverse`,
    body: { reason: 'test' },
  },
  'GET /api/v1/events': workersOnly,
  'GET /api/v1/wallet/user': { ...ownOrWorkers, url: () => '/api/v1/wallet/user?userId=alice' },
  'GET /api/v1/assets': { customer: 'may', staff: 'may', service: 'may', admin: 'may' },
  'POST /api/v1/assets': {
    customer: 'no',
    staff: 'no',
    service: 'no',
    admin: 'may',
    body: { code: 'MATRIX', name: 'Matrix', decimal_places: 0 },
  },
  'POST /api/v1/batch': { ...workersOnly, body: { operations: [{}] } },
  'POST /api/v1/customers': { ...staffOnly, body: { customer_id: 'matrix', name: 'Matrix' } },
  'PATCH /api/v1/customers/:customer_id': {
    ...staffOnly,
    url: () => '/api/v1/customers/matrix',
    body: { city: 'Zion' },
  },
  'POST /api/v1/customers/:customer_id/freeze': {
    ...staffOnly,
    url: () => '/api/v1/customers/frosty/freeze',
    body: { reason: 'test' },
  },
  'POST /api/v1/customers/:customer_id/unfreeze': {
    ...staffOnly,
    url: () => '/api/v1/customers/frosty/unfreeze',
    body: { reason: 'test' },
  },
  'POST /api/v1/customers/:customer_id/erase': {
    ...staffOnly,
    staff: 'no',
    url: () => '/api/v1/customers/forgotten/erase',
    body: { reason: 'test' },
  },
  'GET /customers/search': { ...workersOnly, url: () => '/customers/search?q=matrix' },
  'GET /api/products/all': { customer: 'may', staff: 'may', service: 'may', admin: 'may' },
  'POST /api/v1/customer/wallet': { ...ownOrWorkers, body: { customerId: 'alice', currency: 'EUR' } },
  'POST /api/v1/customer/wallet/add-funds': {
    ...workersOnly,
    body: () => ({ walletId: wallet, amount: 1, paymentMethod: { type: 'cash' } }),
  },
  'POST /api/v1/customer/wallet/withdraw-funds': {
    ...ownOrWorkers,
    body: () => ({ walletId: wallet, amount: 0.1, destination: { accountNumber: '0150-1', bankName: 'CRDB' } }),
  },
  'POST /api/v1/customer/wallet/pay': {
    ...ownOrWorkers,
    body: () => ({ walletId: wallet, serviceId: 1, amount: 0.1 }),
  },
  'POST /api/v1/customer/wallet/credit': { ...workersOnly, body: { userId: 'alice', amount: 1 } },
  'GET /api/v1/customer/wallet/:walletId/balance': {
    ...ownOrWorkers,
    url: () => `/api/v1/customer/wallet/${wallet}/balance`,
  },
  'GET /api/v1/customer/wallet/:walletId/transactions': {
    ...ownOrWorkers,
    url: () => `/api/v1/customer/wallet/${wallet}/transactions`,
  },
  'GET /api/v1/customer/wallet/:walletId/transactions/:id': {
    ...ownOrWorkers,
    url: () => `/api/v1/customer/wallet/${wallet}/transactions/${walletTransaction}`,
  },
  'POST /api/customer/manual-payment': { ...ownOrWorkers, body: { customerId: 'alice', amount: 0.1 } },
  'POST /api/customer/direct-payment': {
    ...workersOnly,
    body: { customerId: 'alice', amount: 1, provider: 'stripe', providerReference: 'pi_matrix' },
  },
  'GET /api/customer/wallet-info': { ...ownOrWorkers, url: () => '/api/customer/wallet-info?customerId=alice' },
  'GET /api/v1/point-rules': adminOnly,
  'PUT /api/v1/point-rules/:action/:asset_code': {
    ...adminOnly,
    url: () => '/api/v1/point-rules/topup/DIAMONDS',
    body: { per_amount: 1, points: 1 },
  },
  'DELETE /api/v1/point-rules/:action/:asset_code': {
    ...adminOnly,
    url: () => '/api/v1/point-rules/topup/DIAMONDS',
  },
  'GET /metrics': workersOnly,
  'GET /api/openapi.json': 'open',
  'GET /reference': 'open',
  'GET /reference/': 'open',
  'GET /reference/js/scalar.js': 'open',
};

/** The credit-wallet face has its own statuses, and its own matrix in credit/access.test.ts. */
const OWN_MATRIX = '/api/wallet/';

const rows = Object.entries(ROUTES).flatMap(([route, row]) => (row === 'open' ? [] : [[route, row] as const]));

let calls = 0;
async function statusOf(route: string, row: Row, as?: Claims): Promise<{ status: number; code?: string }> {
  const [method, path] = route.split(' ') as ['GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', string];
  calls += 1;
  const { status, json } = await server.call(method, row.url?.() ?? path, {
    ...(as && { as }),
    ...(row.body && { body: typeof row.body === 'function' ? row.body() : row.body }),
    // A proxy in front, so that this machine's own rights don't count.
    headers: { 'x-forwarded-for': '203.0.113.7', ...(row.body && { 'idempotency-key': `matrix-${calls}` }) },
  });
  // The documents' own envelopes have the code in their details, and another name for one of them.
  const code = json?.code ?? json?.details?.code;
  return { status, code: code === 'UNAUTHORIZED_ACCESS' ? 'FORBIDDEN' : code };
}

test('every route has its row here, and every row its route', () => {
  const routes = server.app.routes
    .filter(({ method, url }) => method !== 'HEAD' && !url.startsWith(OWN_MATRIX))
    .map(({ method, url }) => `${method} ${url}`);
  expect(Object.keys(ROUTES).toSorted()).toEqual(routes.toSorted());
});

describe.each(rows)('%s', (route, row) => {
  test('needs a token', async () => {
    expect(await statusOf(route, row)).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  });

  test.each(['customer', 'staff', 'service', 'admin'] as const)('for a %s', async (role) => {
    const other = await statusOf(route, row, { role, subject: role === 'customer' ? 'mallory' : role });
    if (row[role] === 'no') {
      expect(other).toEqual({ status: 403, code: 'FORBIDDEN' });
    } else if (row[role] === 'own') {
      // Someone else's is answered as what is not there.
      expect([other.status, other.code]).toEqual([404, expect.stringMatching(/^(?:WALLET|TRANSACTION)_NOT_FOUND$/)]);
      expect((await statusOf(route, row, { role, subject: 'alice' })).status).toBeLessThan(300);
    } else {
      // The reversal is done once; whoever comes later is told so, but let in.
      expect([200, 201, 409]).toContain(other.status);
    }
  });
});

test("a customer cannot tell another's wallet from one that is not there", async () => {
  const read = async (user: string) =>
    (await server.call('GET', `/api/v1/wallets/${user}/balance`, { as: { role: 'customer', subject: 'mallory' } }))
      .json;
  const [alice, ghost] = [await read('alice'), await read('ghost')];
  const plain = ({ instance: _, details, ...rest }: Record<string, unknown>) => ({
    ...rest,
    keys: Object.keys(details as object),
  });
  expect(plain(alice)).toEqual(plain(ghost));
});

test('a token for another ledger sees nothing of this one, one for no ledger is 403', async () => {
  await server.database.owner.query("select ledger_create(77, 'kenya')");
  const read = (ledger: string) =>
    server.call('GET', '/api/v1/wallets/alice/balance', { as: { role: 'staff', ledger } });
  expect((await read('kenya')).status).toBe(404);
  expect((await read('main')).status).toBe(200);
  expect((await read('nowhere')).json).toMatchObject({ status: 403, code: 'FORBIDDEN' });
});

test('a 401 says how to do better', async () => {
  const challenge = async (authorization?: string) =>
    (await server.call('GET', '/api/v1/assets', { headers: authorization ? { authorization } : {} })).headers[
      'www-authenticate'
    ];
  expect(await challenge()).toBe('Bearer realm="pochi"');
  expect(await challenge('Basic YTpi')).toContain('invalid_request');
  expect(await challenge('Bearer a.b.c')).toContain('invalid_token');
});

describe('a server', () => {
  const start = async (config: object) => {
    const app = Fastify();
    requireAccess(app);
    app.get('/forgotten', { config }, () => 'x');
    await app.ready();
  };

  test('with a route that does not say whom it is for does not start', async () => {
    await expect(start({})).rejects.toThrow('/forgotten does not say whom it is for');
  });

  test('with a route for customers that does not tell what is theirs does not start', async () => {
    await expect(start({ access: { roles: ['customer'] } })).rejects.toThrow('what is theirs');
    await expect(start({ access: { roles: ['customer'], own: 'handler' } })).resolves.toBeUndefined();
  });
});
