import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { openEngine, spend, type TestEngine, topup } from '../../test/support/engine.ts';
import { runCommand } from '../../test/support/run-command.ts';
import { exportCommand } from './export.ts';

const MAIN = 1n;
const CUSTOMERS = 2_500;

let database: TestDatabase;
let instance: TestEngine;
let directory: string;

beforeAll(async () => {
  database = await createTestDatabase();
  instance = await openEngine(database.appUrl);
  directory = await mkdtemp(join(tmpdir(), 'pochi-export-'));
  const names = Array.from({ length: CUSTOMERS }, (_, i) => `customer-${i}`);
  await Promise.all(names.map((name) => instance.engine.submit(topup(MAIN, name, 7n))));
  await instance.engine.submit(spend(MAIN, 'customer-0', 2n));
});
afterAll(async () => {
  await instance.close();
  await rm(directory, { recursive: true });
  await database.drop();
});

/** The file's text, and what was said of it. */
async function run(name: string, ...args: string[]): Promise<{ text: string; told: string }> {
  const file = join(directory, name);
  const { complained } = await runCommand(exportCommand, { DATABASE_URL: database.ownerUrl }, ['--out', file, ...args]);
  return { text: await readFile(file, 'utf8'), told: String(complained.at(-1)) };
}

test("every operation is a line of JSON, over many pages, in the order of the books, and the hash is the file's", async () => {
  const { text, told } = await run('all.jsonl');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(CUSTOMERS + 1);
  expect(told).toBe(`${CUSTOMERS + 1} operations, SHA-256 ${createHash('sha256').update(text).digest('hex')}`);
  const places = lines.map(({ height, index }) => height * 1e6 + index);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(lines.at(-1)).toMatchObject({ operation: 'walletSpend', customer: 'customer-0' });
  expect(lines.at(-1).entries).toContainEqual({
    ...{ owner: 'customer-0', account: 'wallet', asset: 'USD', direction: 'DEBIT', type: 'SPEND' },
    ...{ amount: '2', seq: '2', balance_before: '7', balance_after: '5' },
  });
});

test('CSV has a line an entry, and its debits are its credits', async () => {
  const { text } = await run('all.csv', '--format', 'csv');
  const rows: Record<string, string>[] = parse(text, { columns: true });
  expect(rows).toHaveLength((CUSTOMERS + 1) * 2);
  const sum = (direction: string) =>
    rows.filter((row) => row.direction === direction).reduce((total, row) => total + BigInt(row.amount ?? ''), 0n);
  expect(sum('DEBIT')).toBe(sum('CREDIT'));
  expect(sum('DEBIT')).toBe(BigInt(CUSTOMERS) * 7n + 2n);
});

test('blocks are chosen by height, both ends included', async () => {
  const { text } = await run('one.jsonl', '--from', '1', '--to', '1');
  expect(
    new Set(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).height),
    ),
  ).toEqual(new Set([1]));
});

test('the file is for its owner alone, and none is written over', async () => {
  await run('kept.jsonl', '--to', '1');
  expect((await stat(join(directory, 'kept.jsonl'))).mode & 0o777).toBe(0o600);
  await expect(run('kept.jsonl')).rejects.toThrow(/EEXIST/);
});
