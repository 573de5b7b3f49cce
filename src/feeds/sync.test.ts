import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createLedger } from '../../test/support/engine.ts';
import { FakeLoyverse, type LoyverseRecord, send, TOKEN } from '../../test/support/loyverse.ts';
import { allProducts } from '../queries/products.ts';
import { eraseProfile, profileById, putProfiles } from '../queries/profiles.ts';
import { Loyverse, LoyverseProblem } from './loyverse.ts';
import { syncList } from './sync.ts';
import type { FeedTarget } from './take.ts';

const TZS = { id: 2, code: 'TZS', name: 'Tanzanian Shilling', decimalPlaces: 2 };

let database: TestDatabase;
let fake: FakeLoyverse;
let target: FeedTarget;
let loyverse: Loyverse;
let waits: number[];
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  fake = new FakeLoyverse();
  url = await fake.start();
  waits = [];
  loyverse = new Loyverse({ url, token: TOKEN, wait: async (ms) => waits.push(ms) });
  target = { database: database.app, ledgerId: await createLedger(database.owner), asset: TZS };
});
afterEach(() => fake.stop());

const time = (minute: number): string => new Date(Date.UTC(2025, 0, 1, 0, minute)).toISOString();
const customer = (n: number, more: object = {}): LoyverseRecord => ({
  id: `customer-${n}`,
  name: `Customer ${n}`,
  total_points: 1.25,
  total_visits: 3,
  total_spent: 1500.5,
  created_at: time(n),
  updated_at: time(n),
  ...more,
});
const customers = (count: number) => Array.from({ length: count }, (_, n) => customer(n));
const sync = () => syncList(loyverse, 'customers', target);
const count = async (): Promise<number> => {
  const { rows } = await database.owner.query('select from customer_profiles where ledger_id = $1', [target.ledgerId]);
  return rows.length;
};
const replace = (n: number, more: object) => {
  fake.lists.customers = (fake.lists.customers ?? []).map((record) =>
    record.id === `customer-${n}` ? customer(n, more) : record,
  );
};

describe('a first sync', () => {
  test('takes every page', async () => {
    fake.lists.customers = customers(601);
    expect((await sync()).counts).toMatchObject({ added: 601, changed: 0, refused: 0 });
    expect(fake.requests.map(({ query }) => query.get('limit'))).toEqual(['250', '250', '250']);
    expect(await count()).toBe(601);
  });

  test('keeps what Loyverse says of a customer, sums in minor units', async () => {
    fake.lists.customers = [
      customer(1, { email: 'a@b.example', note: '', deleted_at: null, permanent_deletion_at: null }),
    ];
    await sync();
    expect(await profileById(database.app, target.ledgerId, 'customer-1')).toMatchObject({
      id: 'customer-1',
      loyverse_id: 'customer-1',
      email: 'a@b.example',
      note: null,
      total_points: '1.25',
      total_visits: 3n,
      total_spent: 150050n,
      asset_id: 2,
    });
  });

  test('gives a customer who was here before their Loyverse id and particulars, under the id they have', async () => {
    await putProfiles(
      database.app,
      target.ledgerId,
      [{ id: 'CUST1', name: 'Before', loyverse_id: 'customer-1' }],
      'add',
    );
    fake.lists.customers = [customer(1, { updated_at: '2999-01-01T00:00:00.000Z' })];
    expect((await sync()).counts).toMatchObject({ added: 0, changed: 1 });
    expect(await profileById(database.app, target.ledgerId, 'customer-1')).toMatchObject({
      id: 'CUST1',
      name: 'Customer 1',
    });
  });
});

describe('a later sync', () => {
  test('asks only for what changed since the newest change it has seen, and changes only that', async () => {
    fake.lists.customers = customers(300);
    await sync();
    fake.requests.length = 0;
    replace(7, { updated_at: time(400), name: 'Renamed' });
    expect((await sync()).counts).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect(fake.requests.map(({ query }) => query.get('updated_at_min'))).toEqual([time(299)]);
    expect(await profileById(database.app, target.ledgerId, 'customer-7')).toMatchObject({ name: 'Renamed' });
  });

  test('finds a customer that was made, and one that was changed, while the last one was reading', async () => {
    fake.lists.customers = customers(500);
    fake.now = () => new Date(time(500));
    fake.trouble = ({ query }) => {
      if (query.has('cursor') && fake.lists.customers?.length === 500) {
        // Behind the page that was given, and before a change that the next page shows.
        fake.lists.customers.push(customer(501));
        replace(499, { updated_at: time(502), name: 'Changed behind' });
        replace(3, { updated_at: time(510) });
      }
      return undefined;
    };
    await sync();
    expect(await profileById(database.app, target.ledgerId, 'customer-501')).toBeNull();
    await sync();
    expect(await profileById(database.app, target.ledgerId, 'customer-501')).not.toBeNull();
    expect(await profileById(database.app, target.ledgerId, 'customer-499')).toMatchObject({ name: 'Changed behind' });
  });

  test('does not undo what staff changed since', async () => {
    fake.lists.customers = customers(1);
    await sync();
    await putProfiles(database.app, target.ledgerId, [{ id: 'customer-0', name: 'By staff' }], 'change');
    expect((await sync()).counts).toMatchObject({ unchanged: 1 });
    expect(await profileById(database.app, target.ledgerId, 'customer-0')).toMatchObject({ name: 'By staff' });
  });

  test('marks who was deleted', async () => {
    fake.lists.customers = customers(2);
    await sync();
    replace(1, { updated_at: time(9), deleted_at: time(9) });
    await sync();
    expect((await profileById(database.app, target.ledgerId, 'customer-1'))?.deleted_at).toEqual(new Date(time(9)));
  });

  test('forgets who was permanently deleted there', async () => {
    fake.lists.customers = customers(2);
    await sync();
    replace(1, { updated_at: time(9), deleted_at: time(9), permanent_deletion_at: time(9) });
    await sync();
    const { rows } = await database.owner.query(
      'select name, erased, loyverse_id from customer_profiles where ledger_id = $1 and id = $2',
      [target.ledgerId, 'customer-1'],
    );
    expect(rows).toEqual([{ name: null, erased: true, loyverse_id: expect.stringMatching(/^erased:[0-9a-f]{64}$/) }]);
  });

  test('never brings back who was erased here', async () => {
    fake.lists.customers = customers(2);
    await sync();
    await eraseProfile(database.app, target.ledgerId, 'customer-1');
    replace(1, { updated_at: time(9), name: 'Back again' });
    expect((await sync()).counts).toMatchObject({ erased: 1, added: 0, changed: 0 });
    expect(await profileById(database.app, target.ledgerId, 'customer-1')).toBeNull();
  });
});

describe('trouble', () => {
  test('a 429 is waited for as long as Retry-After says, and a 5xx longer each time', async () => {
    fake.lists.customers = customers(1);
    const answers: [number, Record<string, string>][] = [
      [429, { 'retry-after': '7' }],
      [503, {}],
      [500, {}],
      [502, {}],
    ];
    fake.trouble = (_request, response) => {
      const [status, headers] = answers.shift() ?? [];
      if (status === undefined) return undefined;
      send(response, status, { errors: [] }, headers);
      return 'handled';
    };
    expect((await sync()).counts.added).toBe(1);
    expect(waits[0]).toBe(7000);
    expect(waits).toHaveLength(4);
    for (const [i, ms] of waits.slice(1).entries()) {
      expect(ms).toBeGreaterThanOrEqual(250 * 2 ** (i + 2));
      expect(ms).toBeLessThanOrEqual(500 * 2 ** (i + 2));
    }
  });

  test('a connection that is cut is tried again', async () => {
    fake.lists.customers = customers(1);
    let cuts = 2;
    fake.trouble = (_request, response) => {
      if (cuts-- <= 0) return undefined;
      response.socket?.destroy();
      return 'handled';
    };
    expect((await sync()).counts.added).toBe(1);
    expect(waits).toHaveLength(2);
  });

  test('a sync that was cut in the middle goes on where it was', async () => {
    fake.lists.customers = customers(700);
    fake.trouble = ({ query }, response) => {
      if (query.get('cursor') !== 'after-customer-200') return undefined;
      send(response, 500, {});
      return 'handled';
    };
    await expect(sync()).rejects.toThrow('Loyverse answered 500');
    expect(await count()).toBe(500);

    fake.trouble = () => undefined;
    fake.requests.length = 0;
    expect((await sync()).counts).toMatchObject({ added: 200, unchanged: 0 });
    expect(fake.requests.map(({ query }) => query.get('cursor'))).toEqual(['after-customer-200']);
    expect(await count()).toBe(700);
    fake.requests.length = 0;
    await sync();
    expect(fake.requests.map(({ query }) => query.get('updated_at_min'))).toEqual([time(699)]);
  });

  test('a cursor that is no longer known sends the sync back to the start of its pass', async () => {
    fake.lists.customers = customers(400);
    fake.trouble = ({ query }, response) => {
      if (!query.has('cursor')) return undefined;
      send(response, 500, {});
      return 'handled';
    };
    await expect(sync()).rejects.toThrow(LoyverseProblem);
    fake.trouble = () => undefined;
    fake.lists.customers = fake.lists.customers.filter(({ id }) => id !== 'customer-150');
    expect((await sync()).counts).toMatchObject({ added: 150, unchanged: 249 });
  });

  test('a token that is not accepted is said in one line, and not tried again', async () => {
    loyverse = new Loyverse({ url, token: 'another', wait: async (ms) => waits.push(ms) });
    await expect(sync()).rejects.toThrow('Loyverse does not accept LOYVERSE_TOKEN');
    expect(waits).toEqual([]);
  });

  test('an answer that is not JSON is not quoted', async () => {
    fake.trouble = (_request, response) => {
      response.writeHead(200).end('{"customers": [{"name": "Asha Secret"');
      return 'handled';
    };
    const problem = await sync().catch((error: Error) => error);
    expect(String((problem as Error).stack) + String((problem as Error).cause)).not.toContain('Asha');
  });

  test('a record that cannot be taken is named, without what stands in it, and the others are taken', async () => {
    fake.lists.customers = [
      ...customers(2),
      customer(2, { note: 'Asha Secret '.repeat(300) }),
      customer(3, { total_spent: 1.005 }),
    ];
    const { counts, refused } = await sync();
    expect(counts).toMatchObject({ added: 2, refused: 2 });
    expect(refused.toSorted((a, b) => (a.place < b.place ? -1 : 1))).toEqual([
      { place: 'customer-2', reason: 'note is longer than 2000 characters' },
      { place: 'customer-3', reason: 'total_spent has more decimals than TZS' },
    ]);
  });
});

test('items come with their variants and stores, deleted ones included', async () => {
  const item = (n: number, more: object = {}): LoyverseRecord => ({
    ...{ id: `item-${n}`, item_name: `Item ${n}`, created_at: time(n), updated_at: time(n), deleted_at: null },
    variants: [
      { variant_id: `v-${n}`, default_price: 12.5, stores: [{ store_id: 's', price: 12.5, available_for_sale: true }] },
    ],
    ...more,
  });
  fake.lists.items = [item(1), item(2)];
  expect((await syncList(loyverse, 'items', target)).counts).toMatchObject({ added: 2 });
  fake.lists.items = [item(1), item(2, { updated_at: time(5), deleted_at: time(5) })];
  expect((await syncList(loyverse, 'items', target)).counts).toMatchObject({ changed: 1 });
  const products = await allProducts(database.app, target.ledgerId, 's');
  expect(products.map(({ id, variants }) => [id, variants[0]?.stores[0]?.price])).toEqual([['item-1', '1250']]);
});
