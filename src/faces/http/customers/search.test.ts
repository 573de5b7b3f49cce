import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';
import { takeCustomers } from '../../../feeds/take.ts';
import { Tally } from '../../../feeds/tally.ts';
import { searchCustomers } from '../../../queries/customers.ts';
import type { Database } from '../../../queries/database.ts';

const ASHA = {
  _id: '675ab2c25855c2ccc099e0ff',
  name: 'Asha Example',
  email: 'asha@example.com',
  phone_number: '+255700000000',
  date_of_birth: '1990-01-01',
  city: 'Dar es Salaam',
  region: 'East',
  total_points: 5955,
  loyverse_id: '00000000-0000-4000-8000-000000000001',
  address: null,
  country_code: null,
  created_at: '2024-12-12T09:54:11.000Z',
  customer_code: null,
  deleted_at: null,
  first_visit: '2025-01-25T14:04:15.000Z',
  last_visit: '2025-08-12T17:59:46.000Z',
  note: null,
  postal_code: null,
  total_spent: 585500,
  total_visits: 30,
  updated_at: { $date: '2025-09-05T14:08:13.633Z' },
  nickname: 'Asha',
  id: '00000000-0000-4000-8000-000000000001',
  permanent_deletion_at: null,
};

const OTHERS = [
  {
    _id: 'CUST001',
    name: 'José Ángel Núñez',
    phone_number: '0712 345 678',
    customer_code: 'VIP-7',
    email: 'jose@shop.example',
  },
  { _id: 'CUST002', name: 'Natasha Example', nickname: 'Tash', phone_number: '+44 7700 900123' },
  { _id: 'CUST003', name: 'Example Asha', customer_code: 'ASHA' },
  { _id: 'CUST004', name: 'Ōsaka Łukasz Straße', note: 'likes ashtrays' },
  { _id: 'CUST005', name: '田中 太郎' },
  { _id: 'CUST006', name: 'Gone Person', deleted_at: '2025-01-01T00:00:00Z' },
  { _id: 'asha', name: 'Zed' },
];

let server: TestServer;
const ids = async (query: string): Promise<string[]> => {
  const { json, status } = await server.call('GET', `/customers/search?${query}`, { as: 'staff' });
  expect(status).toBe(200);
  return json.customers.map(({ _id }: { _id: string }) => _id);
};

const text = (name: string, value: string): string => `${name}=${encodeURIComponent(value)}`;
const asFed = (record: object): unknown =>
  JSON.parse(JSON.stringify(record), (_key, value) => (typeof value === 'number' ? String(value) : value));

beforeAll(async () => {
  server = await openServer();
  const tally = new Tally();
  const asset = { id: 2, code: 'TZS', name: 'Tanzanian Shilling', decimalPlaces: 2 };
  const records = [ASHA, ...OTHERS].map((record) => ({ place: record._id, value: asFed(record) }));
  await takeCustomers({ database: server.database.app, ledgerId: 1n, asset }, records, tally);
  expect(tally.counts).toMatchObject({ added: 8, refused: 0 });
});
afterAll(() => server.close());

describe('by id', () => {
  test.each(['_id', 'loyverse_id'] as const)(
    'the documented customer is answered to the letter, found by %s',
    async (way) => {
      const { status, json, text } = await server.call('GET', `/customers/search?id=${ASHA[way]}`, { as: 'staff' });
      expect(status).toBe(200);
      expect(json).toEqual({ respCode: 200, message: 'Customer retrieved successfully.', customer: ASHA });
      expect(Object.keys(json.customer)).toEqual(Object.keys(ASHA));
      expect(text).toContain('"total_spent":585500,');
    },
  );

  test('someone unknown is 404 in the envelope of the document', async () => {
    const { status, json } = await server.call('GET', '/customers/search?id=nobody', { as: 'staff' });
    expect(status).toBe(404);
    expect(json).toEqual({
      respCode: 404,
      message: expect.any(String),
      details: { code: 'CUSTOMER_ACCOUNT_NOT_FOUND', customer_id: 'nobody' },
    });
  });
});

describe('what a cashier types finds', () => {
  test('a whole id first, then a whole code, then names that begin so, then other words, then parts of words', async () => {
    expect(await ids('q=asha')).toEqual(['asha', 'CUST003', ASHA._id, 'CUST002']);
  });

  test.each([
    ['the beginning of a name', 'name=jos', ['CUST001']],
    ['words in any order', text('name', 'nunez jose'), ['CUST001']],
    ['accents or none', text('q', 'NÚÑEZ'), ['CUST001']],
    ['one letter, as the beginning of a word', 'name=o', ['CUST004']],
    ['letters that have no accent to lose', text('q', 'lukasz strasse'), ['CUST004']],
    ['another script', text('q', '太郎'), ['CUST005']],
    ['a part of a word', 'name=ash', [ASHA._id, 'CUST003', 'CUST002']],
    ['a nickname before others', 'name=tash', ['CUST002']],
    ['a whole e-mail', 'email=ASHA@example.com', [ASHA._id]],
    ['a part of an e-mail', text('q', 'jose@shop'), ['CUST001']],
    ['a code', 'code=vip-7', ['CUST001']],
    ['a code without what parts it', 'q=vip7', ['CUST001']],
    ['nothing by the text of a note', 'q=ashtrays', []],
    ['nobody who was deleted', 'q=gone', []],
    ['nothing where nothing can be compared', text('q', '+-*'), []],
    ['nothing for what looks like a pattern', text('q', '%'), []],
  ])('%s', async (_what, query, found) => {
    expect(await ids(query)).toEqual(found);
  });

  test.each(['+255700000000', '0700000000', '00255 700 000 000', '+255 (0)700-000.000', '700000000'])(
    'the telephone number %s',
    async (number) => {
      expect(await ids(text('phone', number))).toEqual([ASHA._id]);
      expect(await ids(text('q', number))).toEqual([ASHA._id]);
    },
  );

  test('a number that was written down without its country', async () => {
    expect(await ids(text('phone', '+255712345678'))).toEqual(['CUST001']);
    expect(await ids(text('phone', '+254 712 345 678'))).toEqual(['CUST001']);
    expect(await ids(text('phone', '+255722345678'))).toEqual([]);
  });

  test('the last digits of a number, before the same digits elsewhere', async () => {
    expect(await ids('phone=0123')).toEqual(['CUST002', 'CUST001']);
    expect(await ids('phone=12')).toEqual([]);
  });

  test('pages that follow each other', async () => {
    const all = await ids('q=exa');
    expect(all.length).toBeGreaterThan(3);
    const pages = await Promise.all([1, 2, 3, 4].map((page) => ids(`q=exa&limit=2&page=${page}`)));
    expect(pages.flat()).toEqual(all);
    const { json } = await server.call('GET', '/customers/search?q=exa&limit=2', { as: 'staff' });
    expect(json.pagination).toEqual({ current_page: 1, per_page: 2, has_next: true, has_prev: false });
  });
});

test.each(['', 'q=a&id=b', 'q=', 'limit=51&q=a', 'q=%00', 'who=a'])(
  'the query "%s" is a VALIDATION_ERROR',
  async (query) => {
    const { status, json } = await server.call('GET', `/customers/search?${query}`, { as: 'staff' });
    expect(status).toBe(400);
    expect(json).toMatchObject({ respCode: 400, details: { code: 'VALIDATION_ERROR' } });
  },
);

test.each([
  ['no token', undefined, 401],
  ['customer', 'customer', 403],
  ['staff', 'staff', 200],
  ['service', 'service', 200],
  ['admin', 'admin', 200],
] as const)('%s searching customers is answered %i', async (_who, as, expected) => {
  const { status, json } = await server.call('GET', `/customers/search?id=${ASHA._id}`, as ? { as } : {});
  expect(status).toBe(expected);
  if (expected === 403) expect(json.details.code).toBe('UNAUTHORIZED_ACCESS');
});

test('what was spent in an asset that was added since the start is shown in it', async () => {
  const { app, owner } = server.database;
  await owner.query("insert into assets (id, code, name, decimal_places) values (77, 'KWD', 'Kuwaiti Dinar', 3)");
  const asset = { id: 77, code: 'KWD', name: 'Kuwaiti Dinar', decimalPlaces: 3 };
  const records = [{ place: '1', value: { _id: 'KUWAIT', name: 'Kuwait', total_spent: '1.005' } }];
  await takeCustomers({ database: app, ledgerId: 1n, asset }, records, new Tally());
  const { text } = await server.call('GET', '/customers/search?id=KUWAIT', { as: 'staff' });
  expect(text).toContain('"total_spent":1.005,');
});

test('among many customers the index finds the few, by name and by number', async () => {
  const { app, owner } = server.database;
  const records = Array.from({ length: 3000 }, (_, i) => ({
    place: `${i}`,
    value: { _id: `many-${i}`, name: `Somebody Else ${i.toString(36)}`, phone_number: `+49 30 ${1_000_000 + i * 7}` },
  }));
  for (let at = 0; at < records.length; at += 500) {
    const asset = { id: 1, code: 'USD', name: 'US Dollar', decimalPlaces: 2 };
    await takeCustomers({ database: app, ledgerId: 1n, asset }, records.slice(at, at + 500), new Tally());
  }
  await owner.query('analyze customer_profiles');
  for (const search of [
    { field: 'q', text: 'nunez' },
    { field: 'phone', text: '0712345678' },
  ] as const) {
    const plans: unknown[] = [];
    const explained: Database = {
      async query(text, values = []) {
        plans.push((await app.query(`explain ${text}`, [...values])).rows);
        return (app as Database).query(text, values);
      },
    };
    const found = await searchCustomers(explained, 1n, search, { limit: 5, offset: 0 });
    expect(found.map(({ id }) => id)).toEqual(['CUST001']);
    expect(JSON.stringify(plans)).toContain('customer_profiles_by_gram');
  }
});
