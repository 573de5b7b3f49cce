import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

const WHOLE = {
  customer_id: 'CUST001',
  name: 'Łucja Ünïque-Name',
  nickname: 'Lulu-nick',
  email: 'lucja@unique-mail.example',
  phone_number: '+255 799 111 222',
  customer_code: 'CARD-778899',
  date_of_birth: '1988-02-29',
  city: 'Unguja-town',
  region: 'Mjini-region',
  address: '7 Hidden-street',
  country_code: 'TZ',
  postal_code: '71101',
  note: 'prefers mornings-note\nsecond line',
  loyverse_id: '1c1c1c1c-0000-4000-8000-00000000abcd',
};

const staff = (method: 'POST' | 'PATCH' | 'GET', url: string, body?: object, headers: Record<string, string> = {}) =>
  server.call(method, url, { as: { role: 'staff', subject: 'cashier123' }, headers, ...(body && { body }) });

const create = (body: object, headers?: Record<string, string>) => staff('POST', '/api/v1/customers', body, headers);

const topup = (customer: string, amount = 500) =>
  server.call('POST', '/api/v1/wallets/topup', {
    as: 'service',
    body: { user_id: customer, asset_code: 'USD', amount, reference_id: `topup-${customer}-${amount}` },
  });

const spend = (customer: string, reference_id: string) =>
  server.call('POST', '/api/v1/wallets/spend', {
    as: 'service',
    body: { user_id: customer, asset_code: 'USD', amount: 1, reference_id },
  });

describe('adding a customer', () => {
  test('answers the whole profile, and the same request again finds it', async () => {
    const { customer_id, ...particulars } = WHOLE;
    const added = await create(WHOLE);
    expect(added.status).toBe(201);
    expect(added.json).toMatchObject({
      success: true,
      data: { _id: customer_id, id: WHOLE.loyverse_id, ...particulars },
    });
    const again = await create(WHOLE);
    expect([again.status, again.headers['idempotent-replayed']]).toEqual([200, 'true']);
    expect(again.text).toBe(added.text);
  });

  test('another customer under the same id is 409 CUSTOMER_EXISTS, and changes nothing', async () => {
    const { status, json } = await create({ customer_id: 'CUST001', name: 'Somebody Else' });
    expect([status, json.code]).toEqual([409, 'CUSTOMER_EXISTS']);
    const found = await staff('GET', '/customers/search?id=CUST001');
    expect(found.json.customer.name).toBe(WHOLE.name);
  });

  test('a Loyverse id belongs to one customer', async () => {
    const { status, json } = await create({ customer_id: 'CUST009', name: 'Nine', loyverse_id: WHOLE.loyverse_id });
    expect([status, json.code, json.details.field]).toEqual([409, 'CUSTOMER_EXISTS', 'loyverse_id']);
  });

  test('without an id one is made, the same for the same Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'key-1' };
    const first = await create({ name: 'Keyed' }, headers);
    expect(first.status).toBe(201);
    expect((await create({ name: 'Keyed' }, headers)).json.data._id).toBe(first.json.data._id);
    const other = await create({ name: 'Other' }, headers);
    expect([other.status, other.json.code]).toEqual([409, 'DUPLICATE_IDEMPOTENCY_KEY']);
    const free = await Promise.all([create({ name: 'Free' }), create({ name: 'Free' })]);
    expect(new Set(free.map(({ json }) => json.data._id)).size).toBe(2);
  });

  test('100 at once under one id make one customer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => create({ customer_id: 'RACE', name: 'Racer' })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 200)).toHaveLength(99);
  });

  test.each([
    [{ customer_id: 'X' }, 'name'],
    [{ name: 'X', customer_id: 'a b' }, 'customer_id'],
    [{ name: 'X', total_spent: 5 }, 'total_spent'],
    [{ name: 'X', date_of_birth: '2023-02-29' }, 'date_of_birth'],
    [{ name: 'X', note: 7 }, 'note'],
    [{ name: 'X'.repeat(201) }, 'name'],
  ])('%j is a VALIDATION_ERROR that names the field', async (body, field) => {
    const { status, json } = await create(body);
    expect(status).toBe(400);
    expect(json.errors[0].field).toBe(field);
  });
});

describe('changing a customer', () => {
  test('changes what is given, removes what is null, and is found by the new name', async () => {
    await create({ customer_id: 'CUST002', name: 'Old Name', city: 'Dodoma', phone_number: '0700111' });
    const { status, json } = await staff('PATCH', '/api/v1/customers/CUST002', { name: 'Brandnew Name', city: null });
    expect(status).toBe(200);
    expect(json.data).toMatchObject({ name: 'Brandnew Name', city: null, phone_number: '0700111' });
    const { json: found } = await staff('GET', '/customers/search?name=brandnew');
    expect(found.customers).toEqual([json.data]);
    expect((await staff('GET', '/customers/search?name=old%20name')).json.customers).toEqual([]);
  });

  test('a customer that is not there is 404, and is not made', async () => {
    const { status, json } = await staff('PATCH', '/api/v1/customers/NOBODY', { name: 'Nobody' });
    expect([status, json.code]).toEqual([404, 'CUSTOMER_ACCOUNT_NOT_FOUND']);
    expect((await staff('GET', '/customers/search?id=NOBODY')).status).toBe(404);
  });

  test('of many changes of different fields at once none is lost', async () => {
    await create({ customer_id: 'BUSY', name: 'Busy' });
    const fields = { nickname: 'n', city: 'c', region: 'r', address: 'a', note: 'o', postal_code: 'p' };
    await Promise.all(
      Object.entries(fields).map(([name, value]) => staff('PATCH', '/api/v1/customers/BUSY', { [name]: value })),
    );
    expect((await staff('GET', '/customers/search?id=BUSY')).json.customer).toMatchObject(fields);
  });
});

describe('freezing', () => {
  const decide = (what: string, id: string) =>
    staff('POST', `/api/v1/customers/${id}/${what}`, { reason: 'card stolen' });

  test('a frozen customer takes no debits but credits, until unfrozen', async () => {
    await topup('ICE');
    const frozen = await decide('freeze', 'ICE');
    expect(frozen.status).toBe(201);
    expect(frozen.json.data).toEqual({ customer_id: 'ICE', status: 'FROZEN', recorded_at: expect.any(String) });
    const refused = await spend('ICE', 'ice-1');
    expect([refused.status, refused.json.code]).toEqual([422, 'ACCOUNT_FROZEN']);
    expect((await topup('ICE', 501)).status).toBe(201);
    const { json } = await staff('GET', '/api/wallet/balance/ICE');
    expect(json.balance.currencies[0].account_status).toBe('FROZEN');
    expect((await decide('unfreeze', 'ICE')).json.data.status).toBe('ACTIVE');
    expect((await spend('ICE', 'ice-1')).status).toBe(201);
  });

  test.each(['freeze', 'unfreeze'])('to %s someone unknown is 404', async (what) => {
    const { status, json } = await decide(what, 'UNKNOWN');
    expect([status, json.code]).toEqual([404, 'CUSTOMER_ACCOUNT_NOT_FOUND']);
  });
});

describe('erasing', () => {
  const erase = (id: string, headers: Record<string, string> = {}) =>
    server.call('POST', `/api/v1/customers/${id}/erase`, {
      as: 'admin',
      body: { reason: 'customer_request' },
      headers,
    });

  /** Every text of every table, whatever its type. */
  async function everything(): Promise<string> {
    const { owner } = server.database;
    const tables = await owner.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    );
    const texts = await Promise.all(
      tables.rows.map(async ({ name }) => JSON.stringify((await owner.query(`select t::text from ${name} t`)).rows)),
    );
    return texts.join('\n');
  }

  test('leaves nothing of the personal data anywhere, and the books as they were', async () => {
    await topup('CUST001', 700);
    const personal = Object.entries(WHOLE).filter(([name]) => !['customer_id', 'country_code'].includes(name));
    const traces = [...personal.map(([, value]) => value.split('\n')[0] ?? ''), 'unique', '255799111222', 'card778899'];
    const before = await everything();
    expect(traces.filter((trace) => !before.includes(trace))).toEqual([]);

    const erased = await erase('CUST001', { 'idempotency-key': 'erase-1' });
    expect([erased.status, erased.json.data.status]).toEqual([201, 'ERASED']);
    const after = await everything();
    expect(traces.filter((trace) => after.includes(trace))).toEqual([]);

    const again = await erase('CUST001', { 'idempotency-key': 'erase-1' });
    expect([again.status, again.text]).toEqual([200, erased.text]);
    const balance = await server.call('GET', '/api/v1/wallets/CUST001/balance?asset_code=USD', { as: 'staff' });
    expect(balance.json.data.balance).toBe(700);
    expect((await staff('GET', '/customers/search?id=CUST001')).status).toBe(404);
    expect((await staff('GET', '/customers/search?q=lucja')).json.customers).toEqual([]);
  });

  test('stands in the books with who did it, and no more', async () => {
    const { rows } = await server.database.owner.query(
      `select o.customer, o.data, c.subject, c.role, c.endpoint from operations o
         join callers c on c.ledger_id = o.ledger_id and c.id = o.caller_id
        where o.operation = 'customerErase'`,
    );
    expect(rows).toEqual([
      {
        customer: 'CUST001',
        data: { reason: 'customer_request' },
        subject: 'admin',
        role: 'admin',
        endpoint: 'customers.erase',
      },
    ]);
  });

  test('is for ever: nothing brings the customer back', async () => {
    expect((await create(WHOLE)).json.code).toBe('CUSTOMER_EXISTS');
    expect((await create({ ...WHOLE, customer_id: 'CUST001B' })).json.code).toBe('CUSTOMER_EXISTS');
    expect((await staff('PATCH', '/api/v1/customers/CUST001', { name: 'Back' })).status).toBe(404);
  });

  test('works for a profile without an account, and for an account without a profile', async () => {
    await create({ customer_id: 'ONLY-PROFILE', name: 'Only Profile' });
    expect((await erase('ONLY-PROFILE')).status).toBe(201);
    await topup('ONLY-ACCOUNT');
    expect((await erase('ONLY-ACCOUNT')).status).toBe(201);
    expect((await create({ customer_id: 'ONLY-ACCOUNT', name: 'Late' })).json.code).toBe('CUSTOMER_EXISTS');
  });

  test('someone unknown is 404, and leaves no mark', async () => {
    const { status, json } = await erase('UNKNOWN');
    expect([status, json.code]).toEqual([404, 'CUSTOMER_ACCOUNT_NOT_FOUND']);
    expect((await create({ customer_id: 'UNKNOWN', name: 'New' })).status).toBe(201);
  });

  test('a reason that could name somebody is refused', async () => {
    const { status } = await server.call('POST', '/api/v1/customers/ICE/erase', {
      as: 'admin',
      body: { reason: 'Asha asked for it' },
    });
    expect(status).toBe(400);
  });
});
