import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';
import { parseFeedJson } from '../../../feeds/record.ts';
import { takeProducts } from '../../../feeds/take.ts';
import { Tally } from '../../../feeds/tally.ts';

const CHAI = {
  id: '5044851e-4257-450d-8346-7ee84c69e405',
  handle: 'chai-latte',
  reference_id: null,
  item_name: 'Chai Latte',
  description: null,
  track_stock: false,
  sold_by_weight: false,
  is_composite: false,
  use_production: false,
  category_id: '9b8c3400-9910-499e-9742-6656d6380e68',
  components: [],
  primary_supplier_id: null,
  tax_ids: [],
  modifier_ids: [],
  form: 'CIRCLE',
  color: 'GREY',
  image_url: 'https://api.loyverse.com/image/5044851e-4257-450d-8346-7ee84c69e405',
  option1_name: null,
  option2_name: null,
  option3_name: null,
  created_at: '2025-09-05T17:53:56.000Z',
  updated_at: '2025-09-05T17:54:09.000Z',
  deleted_at: null,
  variants: [
    {
      variant_id: '567cb782-0542-4903-ada5-97f642a12ca2',
      item_id: '5044851e-4257-450d-8346-7ee84c69e405',
      sku: '10066',
      reference_variant_id: null,
      option1_value: null,
      option2_value: null,
      option3_value: null,
      barcode: null,
      cost: 0,
      purchase_cost: null,
      default_pricing_type: 'FIXED',
      default_price: 7000,
      stores: [
        {
          store_id: '12ef2669-a257-4937-a680-08a4f96c382d',
          pricing_type: 'FIXED',
          price: 7000,
          available_for_sale: true,
          optimal_stock: null,
          low_stock: null,
        },
        {
          store_id: '0b6a7964-c7ac-487d-8045-9a6421dbb274',
          pricing_type: 'FIXED',
          price: 7000,
          available_for_sale: false,
          optimal_stock: null,
          low_stock: null,
        },
      ],
      created_at: '2025-09-05T17:53:56.000Z',
      updated_at: '2025-09-05T17:54:09.000Z',
      deleted_at: null,
    },
  ],
};
const TZS = { id: 2, code: 'TZS', name: 'Tanzanian Shilling', decimalPlaces: 2 };
const item = (id: string, more: object) =>
  JSON.stringify({ id, item_name: id, updated_at: '2025-01-01T00:00:00Z', ...more });

let server: TestServer;
async function take(...texts: string[]): Promise<Tally> {
  const tally = new Tally();
  const records = texts.map((text, i) => ({ place: `line ${i + 1}`, value: parseFeedJson(text) }));
  await takeProducts({ database: server.database.app, ledgerId: 1n, asset: TZS }, records, tally);
  return tally;
}
const list = async (query = '') => (await server.call('GET', `/api/products/all${query}`, { as: 'customer' })).json;
const stored = async () =>
  (await server.database.owner.query('select id, variants from products order by id')).rows as {
    id: string;
    variants: { default_price: string; stores: { price: string }[] }[];
  }[];

beforeAll(async () => {
  server = await openServer();
  const { counts } = await take(JSON.stringify(CHAI));
  expect(counts).toMatchObject({ added: 1, refused: 0 });
});
afterAll(() => server.close());

test('the documented item is answered to the letter', async () => {
  const { text, json } = await server.call('GET', '/api/products/all', { as: 'customer' });
  expect(json).toEqual({ respBody: { items: [CHAI] } });
  expect(Object.keys(json.respBody.items[0])).toEqual(Object.keys(CHAI));
  expect(Object.keys(json.respBody.items[0].variants[0])).toEqual(Object.keys(CHAI.variants[0] ?? {}));
  expect(text).toContain('"default_price":7000,');
});

test('prices are kept in minor units', async () => {
  const [chai] = await stored();
  expect(chai?.variants[0]).toMatchObject({
    default_price: '700000',
    stores: [{ price: '700000' }, { price: '700000' }],
  });
});

test('a store sees what is for sale there, with its own price alone', async () => {
  const here = await list('?store_id=12ef2669-a257-4937-a680-08a4f96c382d');
  const [variant] = CHAI.variants;
  const [store] = variant?.stores ?? [];
  expect(here.respBody.items).toEqual([{ ...CHAI, variants: [{ ...variant, stores: [store] }] }]);
  expect((await list('?store_id=0b6a7964-c7ac-487d-8045-9a6421dbb274')).respBody.items).toEqual([]);
  expect((await list('?store_id=elsewhere')).respBody.items).toEqual([]);
});

describe('taking items again', () => {
  test('changes nothing where nothing changed', async () => {
    expect((await take(JSON.stringify(CHAI))).counts).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  });

  test('takes what is newer, and leaves what is older', async () => {
    await take(item('tea', { item_name: 'Tea' }));
    expect((await take(item('tea', { item_name: 'Old', updated_at: '2024-01-01T00:00:00Z' }))).counts.unchanged).toBe(
      1,
    );
    expect(
      (await take(item('tea', { item_name: 'Green tea', updated_at: '2025-02-01T00:00:00Z' }))).counts.changed,
    ).toBe(1);
    expect((await list()).respBody.items.map(({ item_name }: { item_name: string }) => item_name)).toContain(
      'Green tea',
    );
  });

  test('a deleted item is no longer listed', async () => {
    await take(item('gone', {}));
    await take(item('gone', { updated_at: '2025-03-01T00:00:00Z', deleted_at: '2025-03-01T00:00:00Z' }));
    expect(JSON.stringify(await list())).not.toContain('"gone"');
  });
});

describe('prices', () => {
  const priced = (price: string, id = 'priced') =>
    `{"id": "${id}", "item_name": "x", "variants": [{"variant_id": "v", "default_price": ${price}, "cost": 3.33333}]}`;

  test.each([
    ['7000', '700000', '7000'],
    ['7000.5', '700050', '7000.5'],
    ['7000.50', '700050', '7000.5'],
    ['0.01', '1', '0.01'],
    ['0', '0', '0'],
    ['null', null, 'null'],
    ['9999999999.99', '999999999999', '9999999999.99'],
  ])('%s is kept as %s minor units and given back as %s', async (given, minor, back) => {
    const tally = await take(priced(given));
    expect(tally.refused).toEqual([]);
    expect((await stored()).find(({ id }) => id === 'priced')?.variants[0]?.default_price).toBe(minor);
    const { text } = await server.call('GET', '/api/products/all', { as: 'staff' });
    expect(text).toContain(`"default_price":${back},"stores":[]`);
    expect(text).toContain('"cost":3.33333,');
  });

  test.each([
    ['7000.005', 'default_price has more decimals than TZS'],
    ['1e400', 'default_price is not a number'],
    ['"much"', 'default_price is not a number'],
    ['99999999999.99', 'default_price is more than an amount of TZS can be'],
    ['true', 'default_price is not a text'],
  ])('%s is refused, and leaves the item as it was', async (given, reason) => {
    await take(priced('12', 'kept'));
    expect((await take(priced(given, 'kept'))).refused).toEqual([{ place: 'line 1', reason }]);
    expect((await stored()).find(({ id }) => id === 'kept')?.variants[0]?.default_price).toBe('1200');
  });
});

test.each([
  [undefined, 401],
  ['customer', 200],
  ['staff', 200],
  ['service', 200],
  ['admin', 200],
] as const)('as %s the catalogue is answered %i', async (as, status) => {
  expect((await server.call('GET', '/api/products/all', as ? { as } : {})).status).toBe(status);
});
