import { expect, test } from 'vitest';
import { add, type Draft, EMPTY, hasOwnPrices, problemOf, remove, setPrice, setQuantity, totalsOf } from './draft.ts';
import { byCode, searchTiles, tilesOf } from './goods.ts';

const coffee = { id: 'coffee', name: 'Coffee', price: 300_000n, codes: ['C1'] };
const cake = { id: 'cake', name: 'Cake', price: 450_000n, codes: [] };
const weighed = { id: 'weighed', name: 'Beans by weight', price: null, codes: [] };

const withLines = (...goods: readonly (typeof coffee | typeof weighed)[]): Draft => goods.reduce(add, EMPTY);

test('the same goods again are one line with one more', () => {
  const draft = withLines(coffee, cake, coffee);
  expect(draft.lines.map(({ id, quantity }) => [id, quantity])).toEqual([
    ['coffee', 2],
    ['cake', 1],
  ]);
  expect(totalsOf(draft)).toEqual({ subtotal: 1_050_000n, total: 1_050_000n });
});

test('digits are for the line that was touched last', () => {
  expect(withLines(coffee, cake).current).toBe('cake');
  expect(withLines(coffee, cake, coffee).current).toBe('coffee');
  expect(remove(withLines(coffee, cake), 'cake').current).toBe('coffee');
});

test('tax is added and a discount taken off once', () => {
  const draft = { ...setQuantity(withLines(coffee), 'coffee', 3), tax: 50_000n, discount: 20_000n };
  expect(totalsOf(draft)).toEqual({ subtotal: 900_000n, total: 930_000n });
});

test('none of something takes it off the slip', () => {
  expect(setQuantity(withLines(coffee), 'coffee', 0).lines).toEqual([]);
});

test('a slip without lines, without a price, or with nothing to pay is not recorded', () => {
  expect(problemOf(EMPTY)).toBe('empty');
  expect(problemOf(withLines(coffee, weighed))).toBe('noPrice');
  expect(problemOf({ ...withLines(coffee), discount: 300_000n })).toBe('nothingToPay');
  expect(problemOf(setPrice(withLines(weighed), 'weighed', 120_000n))).toBeNull();
});

test('another price than the catalogue’s, or a discount, is told apart from a price that the till asks for', () => {
  expect(hasOwnPrices(withLines(coffee))).toBe(false);
  expect(hasOwnPrices(setPrice(withLines(coffee), 'coffee', 250_000n))).toBe(true);
  expect(hasOwnPrices({ ...withLines(coffee), discount: 1n })).toBe(true);
  expect(hasOwnPrices(setPrice(withLines(weighed), 'weighed', 120_000n))).toBe(false);
});

const variant = (id: string, name: string, stores: { store: string; price: bigint | null; available: boolean }[]) => ({
  ...{ id, name, sku: id.toUpperCase(), barcode: null, price: 100n, stores },
});

const catalogue = {
  currency: 'TZS',
  products: [
    {
      ...{ id: 'latte', name: 'Latte', category: null, color: 'BROWN' },
      variants: [
        variant('latte-small', 'Small', [{ store: 'posta', price: 450n, available: true }]),
        variant('latte-large', 'Large', [{ store: 'posta', price: 550n, available: true }]),
      ],
    },
    {
      ...{ id: 'mocha', name: 'Mocha', category: null, color: null },
      variants: [variant('mocha', '', [{ store: 'posta', price: 500n, available: false }])],
    },
    { ...{ id: 'mug', name: 'Mug', category: null, color: null }, variants: [variant('mug', '', [])] },
  ],
};

test('a store shows what it has, at its own price', () => {
  const tiles = tilesOf(catalogue, 'posta');
  expect(tiles.map(({ name, goods }) => [name, goods.map(({ price }) => price)])).toEqual([
    ['Latte', [450n, 550n]],
    ['Mug', [100n]],
  ]);
  expect(tilesOf(catalogue, 'masaki').map(({ name }) => name)).toEqual(['Mug']);
});

test('goods are found by the beginnings of their words in any order, and by their codes', () => {
  const tiles = tilesOf(catalogue, 'posta');
  expect(searchTiles(tiles, 'lar lat').map(({ name }) => name)).toEqual(['Latte · Large']);
  expect(searchTiles(tiles, 'mocha')).toEqual([]);
  expect(byCode(tiles, 'latte-SMALL')?.price).toBe(450n);
  expect(byCode(tiles, 'latte')).toBeNull();
});
