import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { FakeLoyverse, TOKEN } from '../../test/support/loyverse.ts';
import { type Ran, runCommand } from '../../test/support/run-command.ts';
import { allProducts } from '../queries/products.ts';
import { profileById } from '../queries/profiles.ts';
import { customerCommand } from './customer.ts';
import { importCommand } from './import.ts';
import { syncCommand } from './sync.ts';

let database: TestDatabase;
let directory: string;
const fake = new FakeLoyverse();
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'pochi-feeds-'));
  url = await fake.start();
});
afterAll(async () => {
  await fake.stop();
  await rm(directory, { recursive: true });
  await database.drop();
});

/** What the command prints. */
const run = async (make: typeof importCommand, ...args: string[]) => (await ran(make, ...args)).printed;

const ran = (make: typeof importCommand, ...args: string[]): Promise<Ran> => {
  const env = { DATABASE_URL: database.ownerUrl, CATALOGUE_CURRENCY: 'TZS', LOYVERSE_URL: url, LOYVERSE_TOKEN: TOKEN };
  return runCommand(make, env, args);
};

async function file(name: string, ...lines: string[]): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

const profile = (id: string) => profileById(database.app, 1n, id);

describe('pochi import customers', () => {
  test('takes CSV with the headings of a till; a second run changes nothing', async () => {
    const path = await file(
      'customers.csv',
      'Customer ID,Customer name,Phone,Total spent,Points balance,First visit',
      'C1,"Núñez, José",+255 700 000 001,1234.5,7,2025-01-01T10:00:00Z',
      'C2,Asha,0700000002,0,0.5,',
    );
    expect(await run(importCommand, 'customers', path)).toEqual(['customers: 2 added, 0 changed, 0 unchanged']);
    expect(await run(importCommand, 'customers', path)).toEqual(['customers: 0 added, 0 changed, 2 unchanged']);
    expect(await profile('C1')).toMatchObject({
      name: 'Núñez, José',
      total_spent: 123450n,
      total_points: '7',
      asset_id: 2,
    });
  });

  test('takes JSON Lines in the shape of the document, and changes only what a record mentions', async () => {
    const path = await file(
      'customers.jsonl',
      '{"_id": "C1", "id": "loyverse-1", "email": "jose@example.com", "total_spent": 2000}',
      '{"_id": "C3", "name": "New", "updated_at": {"$date": "2025-09-05T14:08:13.633Z"}}',
    );
    expect(await run(importCommand, 'customers', path)).toEqual(['customers: 1 added, 1 changed, 0 unchanged']);
    expect(await profile('loyverse-1')).toMatchObject({ id: 'C1', name: 'Núñez, José', total_spent: 200000n });
    expect((await profile('C3'))?.updated_at).toEqual(new Date('2025-09-05T14:08:13.633Z'));
  });

  test('names what it refuses by its line, without what stands there, and takes the rest', async () => {
    const path = await file(
      'bad.jsonl',
      '{"_id": "C4", "name": "Fine"}',
      '{"_id": "a b", "name": "Secret One"}',
      '{"_id": "C5", "name": ["Secret Two"]}',
      'Secret Three',
      '{"name": "Secret Four"}',
      '{"_id": "C6", "loyverse_id": "loyverse-1"}',
      '{"_id": "C7", "date_of_birth": "1990-02-30"}',
    );
    const { printed: lines, code } = await ran(importCommand, 'customers', path);
    expect(lines[0]).toBe('customers: 1 added, 0 changed, 0 unchanged, 6 refused');
    expect(lines.slice(1).map((line) => line.trim().split(':')[0])).toEqual(
      expect.arrayContaining(['line 2', 'line 3', 'line 4', 'line 5', 'line 6', 'line 7']),
    );
    expect(lines.join()).not.toContain('Secret');
    expect(code).toBe(1);
  });
});

describe('pochi import products', () => {
  test('puts the rows of CSV together: variants of an item, stores of a variant; a second run changes nothing', async () => {
    const path = await file(
      'products.csv',
      'id,item_name,variant_id,option1_value,default_price,store_id,price,available_for_sale',
      'tea,Tea,tea-s,Small,1500,north,1500,true',
      'tea,,tea-s,,,south,1600.5,yes',
      'cup,Cup,,,250,,,',
      'tea,,tea-l,Large,2500,north,2500,no',
    );
    expect(await run(importCommand, 'products', path)).toEqual(['products: 2 added, 0 changed, 0 unchanged']);
    expect(await run(importCommand, 'products', path)).toEqual(['products: 0 added, 0 changed, 2 unchanged']);
    const [cup, tea] = await allProducts(database.app, 1n, null);
    expect(cup?.variants).toMatchObject([{ variant_id: 'cup', default_price: '25000', stores: [] }]);
    expect(tea?.variants).toMatchObject([
      {
        variant_id: 'tea-s',
        stores: [
          { store_id: 'north', price: '150000' },
          { store_id: 'south', price: '160050' },
        ],
      },
      { variant_id: 'tea-l', option1_value: 'Large', stores: [{ available_for_sale: false }] },
    ]);
  });
});

test('pochi sync loyverse reads both lists and says what changed', async () => {
  const at = '2025-01-01T00:00:00.000Z';
  fake.lists.customers = [{ id: 'l-1', name: 'From Loyverse', created_at: at, updated_at: at }];
  fake.lists.items = [{ id: 'i-1', item_name: 'Item', created_at: at, updated_at: at }];
  expect(await run(syncCommand, 'loyverse')).toEqual([
    'customers: 1 added, 0 changed, 0 unchanged',
    'products: 1 added, 0 changed, 0 unchanged',
  ]);
});

test('pochi customer erase takes the personal data away and says where the books say so', async () => {
  const [line] = await run(customerCommand, 'erase', 'C1', '--reason', 'retention_ended');
  expect(line).toMatch(/^customer C1 is erased, as operation [0-9a-f-]{36} says$/);
  expect(await profile('C1')).toBeNull();
  await expect(run(customerCommand, 'erase', 'NOBODY')).rejects.toThrow('nothing is known of customer NOBODY');
});
