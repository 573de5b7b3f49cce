import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Claims, openServer, type TestServer } from '../../../test/support/http.ts';
import { ROLES, type Role } from '../../tokens.ts';
import { requireAccess } from './access.ts';
import { CLIENT_ROUTES, FIXED_FILES, HASHED_FILES } from './console/serve.ts';

let server: TestServer;
let transaction: string;
/** Alice's wallet and her first transaction, as customer-wallet numbers them. */
let wallet: number;
let walletTransaction: number;
/** Nobody is called: nothing delivers here. */
const HOOK = 'https://1.1.1.1/hook';
let webhook: string | undefined;
let spareWebhooks: string[];
let delivery: string;
let pushSubscription: string;
/** A browser of the example in RFC 8291. */
const browser = (endpoint: string) => ({
  endpoint,
  keys: {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
});
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
  await server.call('PUT', '/api/v1/approvers/me/pin', {
    as: { role: 'supervisor', subject: 'sue' },
    body: { pin: '2468' },
  });
  const hooks = await Promise.all(
    Array.from({ length: 12 }, () => server.call('POST', '/api/v1/webhooks', { as: 'staff', body: { url: HOOK } })),
  );
  [webhook, ...spareWebhooks] = hooks.map(({ json }) => json.data.webhook.webhook_id);
  delivery = (await server.call('POST', `/api/v1/webhooks/${webhook}/test`, { as: 'staff' })).json.data.delivery_id;
  const subscribed = await server.call('POST', '/api/v1/push/subscriptions', {
    as: { role: 'customer', subject: 'alice' },
    body: browser('https://1.1.1.1/alice'),
  });
  pushSubscription = subscribed.json.data.id;
  for (const user_id of ['frosty', 'forgotten']) {
    await server.call('POST', '/api/v1/wallets/topup', {
      as: 'service',
      body: { user_id, asset_code: 'USD', amount: 1000, reference_id: `for ${user_id}`.replace(' ', '-') },
    });
  }
});
afterAll(() => server.close());

/** Where a role stands at a route: it may, it may for itself, it may once somebody approves, or it may not. */
type Right = 'may' | 'own' | 'approved' | 'no';
type Named = 'customer' | 'staff' | 'service' | 'admin';
type Row = { readonly url?: () => string; readonly body?: object | (() => object) } & Readonly<
  Record<Named, Right> & Partial<Record<Role, Right>>
>;

/** A supervisor stands where staff do, and who is not named may not. */
const rightOf = (row: Row, role: Role): Right => row[role] ?? (role === 'supervisor' ? row.staff : 'no');

const movement = { user_id: 'alice', asset_code: 'USD', amount: 1 };
const workersOnly = { customer: 'no', staff: 'may', service: 'may', admin: 'may' } as const;
const staffOnly = { customer: 'no', staff: 'may', service: 'no', admin: 'may' } as const;
const adminOnly = { customer: 'no', staff: 'no', service: 'no', admin: 'may' } as const;
const customersOnly = { customer: 'may', staff: 'no', service: 'no', admin: 'no' } as const;
const till = { cashier: 'may' } as const;
const readersOnly = { ...workersOnly, auditor: 'may' } as const;
const staffReadersOnly = { ...staffOnly, auditor: 'may' } as const;
const tillReadersOnly = { ...workersOnly, cashier: 'may', auditor: 'may' } as const;
const ownOrWorkers = { ...workersOnly, customer: 'own' } as const;
const ownOrReaders = { ...tillReadersOnly, customer: 'own' } as const;
const everyone = { ...tillReadersOnly, customer: 'may' } as const;

/** One row for each route: one that is not here fails the test below. */
const ROUTES: Record<string, Row | 'open'> = {
  'GET /api/v1/health': 'open',
  'GET /api/v1/health/live': 'open',
  'GET /api/v1/health/ready': 'open',
  'POST /api/v1/wallets/topup': { ...workersOnly, ...till, body: movement },
  'POST /api/v1/wallets/bonus': { ...workersOnly, body: movement },
  'POST /api/v1/wallets/spend': { ...ownOrWorkers, body: movement },
  'GET /api/v1/wallets/:user_id/balance': { ...ownOrReaders, url: () => '/api/v1/wallets/alice/balance' },
  'GET /api/v1/wallets/:user_id/transactions': { ...ownOrReaders, url: () => '/api/v1/wallets/alice/transactions' },
  'GET /api/v1/transactions/:id': { ...ownOrReaders, url: () => `/api/v1/transactions/${transaction}` },
  'POST /api/v1/transactions/:id/reverse': {
    customer: 'no',
    staff: 'may',
    service: 'no',
    admin: 'may',
    cashier: 'approved',
    url: () => `/api/v1/transactions/${transaction}/reverse`,
    body: { reason: 'test' },
  },
  'GET /api/v1/events': readersOnly,
  'GET /api/v1/wallet/user': { ...ownOrReaders, url: () => '/api/v1/wallet/user?userId=alice' },
  'GET /api/v1/assets': everyone,
  'POST /api/v1/assets': {
    customer: 'no',
    staff: 'no',
    service: 'no',
    admin: 'may',
    body: { code: 'MATRIX', name: 'Matrix', decimal_places: 0 },
  },
  'POST /api/v1/batch': { ...workersOnly, body: { operations: [{}] } },
  'GET /api/v1/customers': tillReadersOnly,
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
  'GET /customers/search': { ...tillReadersOnly, url: () => '/customers/search?q=matrix' },
  'GET /api/products/all': everyone,
  'POST /api/v1/customer/wallet': { ...ownOrWorkers, body: { customerId: 'alice', currency: 'EUR' } },
  'POST /api/v1/customer/wallet/add-funds': {
    ...workersOnly,
    ...till,
    body: () => ({ walletId: wallet, amount: 1, paymentMethod: { type: 'cash' } }),
  },
  'POST /api/v1/customer/wallet/withdraw-funds': {
    ...ownOrWorkers,
    cashier: 'approved',
    body: () => ({ walletId: wallet, amount: 0.1, destination: { accountNumber: '0150-1', bankName: 'CRDB' } }),
  },
  'POST /api/v1/customer/wallet/pay': {
    ...ownOrWorkers,
    body: () => ({ walletId: wallet, serviceId: 1, amount: 0.1 }),
  },
  'POST /api/v1/customer/wallet/credit': { ...workersOnly, body: { userId: 'alice', amount: 1 } },
  'GET /api/v1/customer/wallet/:walletId/balance': {
    ...ownOrReaders,
    url: () => `/api/v1/customer/wallet/${wallet}/balance`,
  },
  'GET /api/v1/customer/wallet/:walletId/transactions': {
    ...ownOrReaders,
    url: () => `/api/v1/customer/wallet/${wallet}/transactions`,
  },
  'GET /api/v1/customer/wallet/:walletId/transactions/:id': {
    ...ownOrReaders,
    url: () => `/api/v1/customer/wallet/${wallet}/transactions/${walletTransaction}`,
  },
  'POST /api/customer/manual-payment': { ...ownOrWorkers, body: { customerId: 'alice', amount: 0.1 } },
  'POST /api/customer/direct-payment': {
    ...workersOnly,
    body: { customerId: 'alice', amount: 1, provider: 'stripe', providerReference: 'pi_matrix' },
  },
  'GET /api/customer/wallet-info': { ...ownOrReaders, url: () => '/api/customer/wallet-info?customerId=alice' },
  'GET /api/v1/credit-limits': readersOnly,
  'PUT /api/v1/credit-limits/:asset_code': {
    ...adminOnly,
    url: () => '/api/v1/credit-limits/DIAMONDS',
    body: { amount_cents: 100 },
  },
  'GET /api/v1/customers/:customer_id/credit-limits': {
    ...readersOnly,
    url: () => '/api/v1/customers/alice/credit-limits',
  },
  'PUT /api/v1/customers/:customer_id/credit-limits/:asset_code': {
    ...staffOnly,
    url: () => '/api/v1/customers/alice/credit-limits/DIAMONDS',
    body: { amount_cents: 100 },
  },
  'GET /api/v1/point-rules': { ...adminOnly, auditor: 'may' },
  'PUT /api/v1/point-rules/:action/:asset_code': {
    ...adminOnly,
    url: () => '/api/v1/point-rules/topup/DIAMONDS',
    body: { per_amount: 1, points: 1 },
  },
  'DELETE /api/v1/point-rules/:action/:asset_code': {
    ...adminOnly,
    url: () => '/api/v1/point-rules/topup/DIAMONDS',
  },
  'GET /api/v1/transactions/:id/details': {
    ...staffReadersOnly,
    url: () => `/api/v1/transactions/${transaction}/details`,
  },
  'GET /api/v1/reports/flow': {
    ...staffReadersOnly,
    url: () => '/api/v1/reports/flow?from=2024-01-01&to=2024-01-02',
  },
  'GET /api/v1/reports/flow.csv': {
    ...staffReadersOnly,
    url: () => '/api/v1/reports/flow.csv?from=2024-01-01&to=2024-01-02',
  },
  'GET /api/v1/reports/debts': staffReadersOnly,
  'GET /api/v1/reports/debts.csv': staffReadersOnly,
  ...Object.fromEntries(
    ['', '.csv', '.pdf'].map((form) => [
      `GET /api/v1/customers/:customer_id/statement${form}`,
      {
        ...ownOrReaders,
        url: () => `/api/v1/customers/alice/statement${form}?asset_code=USD&from=2024-01-01&to=2024-01-31`,
      },
    ]),
  ),
  'GET /api/v1/transactions/:id/receipt': {
    ...ownOrReaders,
    url: () => `/api/v1/transactions/${transaction}/receipt`,
  },
  'GET /api/v1/transactions/:id/receipt.pdf': {
    ...ownOrReaders,
    url: () => `/api/v1/transactions/${transaction}/receipt.pdf`,
  },
  'POST /api/v1/receipts/:id/share': {
    ...ownOrWorkers,
    ...till,
    url: () => `/api/v1/receipts/${transaction}/share`,
    body: {},
  },
  'GET /api/v1/shared-receipts/:token': 'open',
  'GET /api/v1/shared-receipts/:token/pdf': 'open',
  'GET /api/v1/shared-receipts/:token/proof': 'open',
  'POST /api/v1/console-discards': {
    ...staffOnly,
    cashier: 'approved',
    body: { key: 'k', operation: 'slipCreate', reason: 'test' },
  },
  'GET /api/v1/audit': staffReadersOnly,
  'GET /api/v1/audit.csv': staffReadersOnly,
  'GET /api/v1/entries': staffReadersOnly,
  'GET /api/v1/entries.csv': staffReadersOnly,
  'GET /api/v1/approvers': tillReadersOnly,
  'PUT /api/v1/approvers/me/pin': { ...staffOnly, body: { pin: '2468' } },
  'DELETE /api/v1/approvers/:subject': { ...adminOnly, url: () => '/api/v1/approvers/supervisor' },
  'POST /api/v1/approvals': {
    ...staffOnly,
    ...till,
    body: {
      approver: 'sue',
      pin: '2468',
      operation: 'slipCreate',
      path: '/api/wallet/credit-slips',
      body: {},
    },
  },
  'GET /api/v1/transactions/:id/proof': { ...ownOrReaders, url: () => `/api/v1/transactions/${transaction}/proof` },
  'GET /api/v1/checkpoints': everyone,
  'GET /api/v1/checkpoints/latest': everyone,
  'GET /api/v1/checkpoints/consistency': { ...everyone, url: () => '/api/v1/checkpoints/consistency?from=1' },
  'GET /api/v1/checkpoint-keys': 'open',
  'GET /api/v1/integrity': readersOnly,
  'POST /api/v1/integrity/run': { ...staffOnly, auditor: 'may' },
  'GET /api/v1/integrity/wallets/:user_id': { ...readersOnly, url: () => '/api/v1/integrity/wallets/alice' },
  'POST /api/v1/webhooks': { ...staffOnly, body: { url: HOOK } },
  'GET /api/v1/webhooks': staffReadersOnly,
  'GET /api/v1/webhooks/:webhook_id': { ...staffReadersOnly, url: () => `/api/v1/webhooks/${webhook}` },
  'PATCH /api/v1/webhooks/:webhook_id': { ...staffOnly, url: () => `/api/v1/webhooks/${webhook}`, body: {} },
  'DELETE /api/v1/webhooks/:webhook_id': { ...staffOnly, url: () => `/api/v1/webhooks/${spareWebhooks.pop()}` },
  'POST /api/v1/webhooks/:webhook_id/rotate-secret': {
    ...staffOnly,
    url: () => `/api/v1/webhooks/${webhook}/rotate-secret`,
    body: {},
  },
  'POST /api/v1/webhooks/:webhook_id/test': { ...staffOnly, url: () => `/api/v1/webhooks/${webhook}/test` },
  'GET /api/v1/webhooks/:webhook_id/deliveries': {
    ...staffReadersOnly,
    url: () => `/api/v1/webhooks/${webhook}/deliveries`,
  },
  'GET /api/v1/webhooks/:webhook_id/deliveries/:delivery_id': {
    ...staffReadersOnly,
    url: () => `/api/v1/webhooks/${webhook}/deliveries/${delivery}`,
  },
  'POST /api/v1/webhooks/:webhook_id/deliveries/:delivery_id/redeliver': {
    ...staffOnly,
    url: () => `/api/v1/webhooks/${webhook}/deliveries/${delivery}/redeliver`,
  },
  'POST /api/v1/webhooks/:webhook_id/deliveries/redeliver': {
    ...staffOnly,
    url: () => `/api/v1/webhooks/${webhook}/deliveries/redeliver`,
  },
  'GET /api/v1/push/key': everyone,
  'GET /api/v1/push/subscriptions': customersOnly,
  'POST /api/v1/push/subscriptions': { ...customersOnly, body: browser('https://1.1.1.1/matrix') },
  'DELETE /api/v1/push/subscriptions/:id': {
    ...customersOnly,
    customer: 'own',
    url: () => `/api/v1/push/subscriptions/${pushSubscription}`,
  },
  'GET /metrics': readersOnly,
  'GET /api/openapi.json': 'open',
  'GET /reference': 'open',
  'GET /reference/': 'open',
  'GET /reference/js/scalar.js': 'open',
  'GET /api/v1/console-settings': 'open',
  ...Object.fromEntries([...CLIENT_ROUTES, ...FIXED_FILES, HASHED_FILES].map((url) => [`GET ${url}`, 'open' as const])),
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

  test.each(ROLES)('for a %s', async (role) => {
    const right = rightOf(row, role);
    const other = await statusOf(route, row, { role, subject: role === 'customer' ? 'mallory' : role });
    if (right === 'no') {
      expect(other).toEqual({ status: 403, code: 'FORBIDDEN' });
    } else if (right === 'approved') {
      expect(other).toEqual({ status: 403, code: 'APPROVAL_REQUIRED' });
    } else if (right === 'own') {
      // Someone else's is answered as what is not there.
      expect([other.status, other.code]).toEqual([
        404,
        expect.stringMatching(/^(?:WALLET|TRANSACTION|PUSH_SUBSCRIPTION)_NOT_FOUND$/),
      ]);
      expect((await statusOf(route, row, { role, subject: 'alice' })).status).toBeLessThan(300);
    } else {
      // The reversal is done once; whoever comes later is told so, but let in.
      expect([200, 201, 202, 409]).toContain(other.status);
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
