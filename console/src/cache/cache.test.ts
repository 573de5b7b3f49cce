import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Cache } from './cache.ts';
import type { CacheReader } from './reader.ts';
import type { CachedCustomer, KnownBalance } from './records.ts';

const person = (id: string, name: string): CachedCustomer => ({
  id,
  name,
  nickname: null,
  phone: null,
  code: null,
  frozen: false,
});
const usd = (wallet: bigint, owes = 0n): KnownBalance => ({ currency: 'USD', wallet, owes });

/** A service with two pages of customers; it can fail. */
class Shop implements CacheReader {
  people = [person('a', 'Asha'), person('b', 'Baraka'), person('c', 'Chema')];
  asOf = '2026-01-01T00:00:00.000Z';
  failing = false;

  async customers(after: string | null) {
    const from = after === null ? 0 : this.people.findIndex(({ id }) => id === after) + 1;
    if (this.failing && from > 0) throw new Error('no network');
    const customers = this.people.slice(from, from + 2).map((customer) => ({ customer, balances: [usd(100n)] }));
    const next = from + 2 < this.people.length ? (customers.at(-1)?.customer.id ?? null) : null;
    return { page: { asOf: this.asOf, customers }, next };
  }

  async catalogue() {
    return { currency: 'USD', products: [] };
  }
}

let names = 0;
async function opened() {
  const shop = new Shop();
  const name = `cache-${++names}`;
  const cache = await Cache.open(name, shop);
  await cache.refresh();
  return { shop, cache, reopen: () => Cache.open(name, shop) };
}
const found = (cache: Cache, text: string) => cache.searchCustomers(text).map(({ customer }) => customer.id);

test('all customers are at hand after one refresh, and after a reload without a network', async () => {
  const { cache, shop, reopen } = await opened();
  shop.failing = true;
  cache.close();
  const again = await reopen();
  expect(['ash', 'bara', 'chem'].flatMap((text) => found(again, text))).toEqual(['a', 'b', 'c']);
  expect(again.balances('c')).toMatchObject({ asOf: shop.asOf, balances: [usd(100n)], slips: null });
  expect(again.catalogue()).toEqual({ currency: 'USD', products: [] });
});

test('a refresh that breaks off leaves what was there; a whole one forgets who is gone', async () => {
  const { cache, shop } = await opened();
  shop.people = [person('a', 'Asha'), person('d', 'Dalila'), person('e', 'Eliya')];
  shop.failing = true;
  await expect(cache.refresh()).rejects.toThrow('no network');
  expect(found(cache, 'baraka')).toEqual(['b']);
  shop.failing = false;
  await cache.refresh();
  expect([found(cache, 'baraka'), found(cache, 'dalila')]).toEqual([[], ['d']]);
});

test('goods are read even where customers can’t be', async () => {
  const { cache, shop, reopen } = await opened();
  await cache.forget();
  const again = await reopen();
  shop.failing = true;
  await expect(again.refresh()).rejects.toThrow('no network');
  expect([again.catalogue(), again.asOf()]).toEqual([{ currency: 'USD', products: [] }, null]);
});

test('what is newer counts, in whatever order it arrives, and slips are found by their numbers', async () => {
  const { cache, shop, reopen } = await opened();
  const slip = {
    id: 's',
    number: 'SLIP-77',
    currency: 'USD',
    status: 'OPEN',
    occurredAt: shop.asOf,
    total: 5n,
    paid: 0n,
    remaining: 5n,
  };
  const newer = { customer: 'b', asOf: '2026-01-02T00:00:00.000Z', balances: [usd(0n, 5n)], slips: [slip] };
  await cache.keepAccount(newer);
  await cache.refresh();
  expect(cache.balances('b')).toEqual(newer);
  expect(cache.searchCustomers('slip77')).toMatchObject([{ customer: { id: 'b' }, slip: { id: 's' } }]);
  cache.close();
  expect((await reopen()).searchCustomers('slip77')).toMatchObject([{ account: newer }]);
});

test('who is new is found at once; who was opened last is first among the recent', async () => {
  const { cache, reopen } = await opened();
  await cache.learn(person('n', 'Neema'));
  for (const id of ['a', 'n', 'b', 'a']) await cache.opened(id);
  cache.close();
  const again = await reopen();
  expect(found(again, 'neema')).toEqual(['n']);
  expect(again.recents().map(({ id }) => id)).toEqual(['a', 'b', 'n']);
});

test('a draft outlives a reload, and nothing outlives the user', async () => {
  const { cache, reopen } = await opened();
  await cache.putDraft('slip:a', { lines: [{ item: 'tea', price: 500n }] });
  cache.close();
  const again = await reopen();
  expect(await again.draft('slip:a')).toEqual({ lines: [{ item: 'tea', price: 500n }] });
  await again.putDraft('slip:a', null);
  expect(await again.draft('slip:a')).toBeUndefined();
  await again.forget();
  const next = await reopen();
  expect([found(next, 'asha'), next.catalogue(), next.asOf()]).toEqual([[], null, null]);
});
