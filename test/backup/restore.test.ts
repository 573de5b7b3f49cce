/** Backups that are taken while money moves, and what comes out of them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpSchema } from '../../scripts/schema-dump.ts';
import { backupCommand } from '../../src/commands/backup.ts';
import { checkpointCommand } from '../../src/commands/checkpoint.ts';
import { restoreCommand } from '../../src/commands/restore.ts';
import { walletTransfer } from '../../src/wallet/transfer.ts';
import { EVERYTHING, references, upTo } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openEngine, recordOf, reference, submission, type TestEngine, topup } from '../support/engine.ts';
import { violations } from '../support/truth.ts';
import { until } from '../support/until.ts';
import { manifestOf, run } from './support.ts';

const MAIN = 1n;
const ROUNDS = 5;
const WRITERS = 12;

let source: TestDatabase;
let instances: TestEngine[];
let directory: string;

beforeAll(async () => {
  source = await createTestDatabase();
  instances = await Promise.all([openEngine(source.appUrl), openEngine(source.appUrl)]);
  directory = await mkdtemp(join(tmpdir(), 'pochi-backup-'));
});
afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.close()));
  await rm(directory, { recursive: true });
  await source.drop();
});

const transfer = (sender: string, recipient: string, amount: bigint, key: string) =>
  submission(MAIN, walletTransfer, { sender, recipient, asset: 'USD', amount, data: {} }, reference(key));

/** Moves money, on two instances, until told to stop. Notes the reference of whatever was answered. */
function traffic(answered: Set<string>, round: number): () => Promise<void> {
  let going = true;
  const writer = async (number: number) => {
    const engine = instances[number % instances.length]?.engine as TestEngine['engine'];
    for (let n = 0; going; n++) {
      const key = `${round}-${number}-${n}`;
      const [from, to] = [`customer-${(number + n) % 40}`, `customer-${(number * 7 + n) % 41}`];
      const { ok } = await (n % 3 === 0
        ? engine.submit(topup(MAIN, from, 100n, reference(key)))
        : engine.submit(transfer(from, to, 3n, key)));
      if (ok) answered.add(key);
    }
  };
  const writers = Array.from({ length: WRITERS }, (_, number) => writer(number));
  return async () => {
    going = false;
    await Promise.all(writers);
  };
}

test(`${ROUNDS} backups under load are each restored, sound, with all that was answered before and nothing half`, async () => {
  const answered = new Set<string>();
  const kept = join(directory, 'checkpoints');
  for (let round = 1; round <= ROUNDS; round++) {
    const file = join(directory, `round-${round}.tar`);
    const stop = traffic(answered, round);
    await until(() => answered.size > round * 300);
    await run(checkpointCommand, source.ownerUrl, directory, 'export', '--out', kept);
    const before = new Set(answered);
    const told = await run(backupCommand, source.ownerUrl, directory, '--out', file);
    expect(answered.size).toBeGreaterThan(before.size);
    await stop();

    const target = await createTestDatabase({ migrated: false });
    const restored = await run(restoreCommand, target.ownerUrl, directory, '--from', file, '--against', kept);
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('The books are sound.') });
    expect(restored.out).toMatch(/external-checkpoints-hold +sound/);
    const { height = '' } = (await manifestOf(file)).ledgers.find(({ name }) => name === 'main') ?? {};
    expect(told.out).toContain(`ledger main up to block ${height}`);
    expect(await violations(target.owner, MAIN)).toEqual([]);
    expect(await upTo(target.owner, EVERYTHING)).toEqual(await upTo(source.owner, height));
    expect(before.difference(await references(target.owner))).toEqual(new Set());
    await target.drop();
  }
}, 240_000);

test('what was restored is the same database: every row, right, guard and sequence of it, and it goes on', async () => {
  const file = join(directory, 'still.tar');
  const [{ engine }] = instances as [TestEngine];
  const plain = topup(MAIN, 'Ünal', 70n, reference('before'));
  const data = { note: 'tab \t line \n mark \\.\n null \\N zebra 🦓', none: null };
  const asked = { ...plain, input: { ...plain.input, data } };
  const first = recordOf(await engine.submit(asked));
  await run(backupCommand, source.ownerUrl, directory, '--out', file);
  const target = await createTestDatabase({ migrated: false });
  const restored = await run(restoreCommand, target.ownerUrl, directory, '--from', file);
  expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('The books are sound.') });

  const again = join(directory, 'again.tar');
  await run(backupCommand, target.ownerUrl, directory, '--out', again);
  const rowsOf = async (backup: string) => {
    const { tables, sequences, ledgers, migrations } = await manifestOf(backup);
    return { tables: tables.map(({ parts, ...copy }) => copy), sequences, ledgers, migrations };
  };
  expect(await rowsOf(again)).toEqual(await rowsOf(file));
  expect(await dumpSchema(target.owner)).toBe(await dumpSchema(source.owner));

  const instance = await openEngine(target.appUrl);
  const replayed = await instance.engine.submit(asked);
  expect(recordOf(replayed).id).toBe(first.id);
  for (let n = 0; n < 20; n++) recordOf(await instance.engine.submit(topup(MAIN, `new-${n}`, 1n)));
  await instance.close();
  expect(await violations(target.owner, MAIN)).toEqual([]);
  await expect(target.owner.query('delete from entries')).rejects.toThrow(/append|refused|only/i);
  await target.drop();
});
