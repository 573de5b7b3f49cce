import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { AssetRegistry } from './asset-registry.ts';
import { addAsset } from './assets.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('assets that others add one after the other are all found, and those from before are kept', async () => {
  const registry = new AssetRegistry(database.app);
  const usd = await registry.find('USD');
  const before = registry.all();
  const codes = ['FIRST', 'SECOND', 'THIRD'];
  for (const code of codes) {
    const { asset } = await addAsset(database.app, { code, name: code, decimalPlaces: 2 });
    expect(registry.get(code)).toBeNull();
    expect(await registry.find(code)).toEqual(asset);
    expect(registry.byId(asset.id)).toEqual(asset);
  }
  expect(registry.get('USD')).toBe(usd);
  expect(registry.all().map(({ code }) => code)).toEqual([...before.map(({ code }) => code), ...codes]);
});

test('of many that are added at once none is passed over, however often one looks meanwhile', async () => {
  const registry = new AssetRegistry(database.app);
  const codes = Array.from({ length: 8 }, (_, n) => `AT_ONCE_${String.fromCharCode(65 + n)}`);
  let adding = true;
  const added = Promise.all(
    codes.map((code) => addAsset(database.app, { code, name: code, decimalPlaces: 0 })),
  ).finally(() => {
    adding = false;
  });
  while (adding) await registry.refresh();
  await added;
  await registry.refresh();
  for (const code of codes) expect(registry.get(code)?.code).toBe(code);
});
