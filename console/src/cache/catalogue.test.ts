import { expect, test } from 'vitest';
import { type CatalogueItem, catalogueOf } from './catalogue.ts';

const TZS = { code: 'TZS', decimals: 2 };
const variant = (id: string, more: object = {}) => ({
  variant_id: id,
  option1_value: null,
  option2_value: null,
  option3_value: null,
  sku: null,
  barcode: null,
  default_pricing_type: 'FIXED',
  default_price: 7000,
  stores: [],
  deleted_at: null,
  ...more,
});
const item = (name: string, variants: object[], more: object = {}) =>
  ({
    id: name,
    item_name: name,
    category_id: null,
    color: 'GREY',
    deleted_at: null,
    variants,
    ...more,
  }) as CatalogueItem;
const priced = (more: object) => catalogueOf(TZS, [item('Tea', [variant('v', more)])]).products[0]?.variants[0]?.price;

test.each([
  [{ default_price: 7000 }, 700_000n],
  [{ default_price: 7000.5 }, 700_050n],
  [{ default_price: 0.1 }, 10n],
  [{ default_price: 0 }, 0n],
  [{ default_price: null }, null],
  [{ default_pricing_type: 'VARIABLE', default_price: 7000 }, null],
  // More decimals than the currency has: nobody rounds a price here, the till asks.
  [{ default_price: 0.005 }, null],
])('%o is %s minor units', (given, minor) => {
  expect(priced(given)).toBe(minor);
});

test('goods come by name, without what was deleted, each variant by its options and with the prices of its stores', () => {
  const large = variant('large', {
    option1_value: 'Large',
    option2_value: 'Hot',
    stores: [{ store_id: 's', pricing_type: 'FIXED', price: 8000, available_for_sale: false }],
  });
  const { currency, products } = catalogueOf(TZS, [
    item('Tea', [variant('small', { option1_value: 'Small' }), large, variant('old', { deleted_at: 'then' })]),
    item('Chai', [variant('only')]),
    item('Gone', [variant('gone')], { deleted_at: 'then' }),
    item('Empty', []),
  ]);
  expect(currency).toBe('TZS');
  expect(products.map(({ name }) => name)).toEqual(['Chai', 'Tea']);
  expect(products[1]?.variants.map(({ name }) => name)).toEqual(['Small', 'Large / Hot']);
  expect(products[1]?.variants[1]?.stores).toEqual([{ store: 's', price: 800_000n, available: false }]);
});
