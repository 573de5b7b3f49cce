/** Books that the engine wrote are sound; books that somebody changed behind its back are not, and verify names the place. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bounds, house, receivable, wallet } from '../src/ledger/account.ts';
import type { VerifyReport } from '../src/queries/verify/report.ts';
import { verifyLedger } from '../src/queries/verify/verify.ts';
import { CORRUPTIONS, OF_LEDGER, rowToName, tamper, writeBooks } from './support/corruptions.ts';
import { createTestDatabase } from './support/database.ts';
import { createLedger, openEngine, type TestEngine, topup } from './support/engine.ts';

const database = await createTestDatabase();
let instance: TestEngine;
beforeAll(async () => {
  instance = await openEngine(database.appUrl);
});
afterAll(async () => {
  await instance.close();
  await database.drop();
});

const write = () => writeBooks(database.owner, instance.engine);
const verify = (ledger: bigint): Promise<VerifyReport> => verifyLedger(database.app, ledger);

const found = ({ checks }: VerifyReport): string[] => checks.filter(({ rows }) => rows > 0).map(({ name }) => name);

describe('sound books', () => {
  test('have nothing to report, whatever texts, reversals and several ledgers are in them', async () => {
    const ledgers = await Promise.all([write(), write()]);
    for (const ledger of ledgers) {
      const report = await verify(ledger);
      expect(found(report)).toEqual([]);
      expect(report).toMatchObject({ ledger: `test-${ledger}`, sound: true, operations: 10n });
      expect(report.hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('are those of a ledger in which nothing ever happened, too', async () => {
    const report = await verify(await createLedger(database.owner));
    expect(report).toMatchObject({ sound: true, height: 0n, operations: 0n });
  });

  test('are sound at every moment while others write', async () => {
    const ledger = await createLedger(database.owner);
    let writing = true;
    const writer = (async () => {
      while (writing) await Promise.all([1, 2, 3].map(() => instance.engine.submit(topup(ledger, 'alice', 1n))));
    })();
    const reports = [await verify(ledger), await verify(ledger), await verify(ledger)];
    writing = false;
    await writer;
    expect(reports.flatMap(found)).toEqual([]);
  });

  test('cannot be proven of a ledger that is not there', async () => {
    await expect(verify(987_654n)).rejects.toThrow('there is no ledger 987654');
  });
});

describe('books that were changed', () => {
  test.each(CORRUPTIONS)('are found out: $what', async (corruption) => {
    const { sql, named } = corruption;
    const [ledger, untouched] = [await write(), await write()];
    const row = await rowToName(database.owner, corruption, ledger);
    await tamper(database.owner, sql, ledger);
    const report = await verify(ledger);
    expect(report.sound).toBe(false);
    expect(found(report).toSorted()).toEqual([...named].toSorted());
    expect(report.checks.flatMap(({ violations }) => violations).map(({ subject }) => subject)).toContain(row);
    expect(found(await verify(untouched))).toEqual([]);
  });

  test('are traced to the block, and the blocks around it are not blamed', async () => {
    const ledger = await write();
    await tamper(
      database.owner,
      `update operations set customer = 'mallory' ${OF_LEDGER} and reference = 'first'`,
      ledger,
    );
    const { violations } = (await verify(ledger)).checks.find(({ name }) => name === 'journal-hashes') ?? {};
    expect(violations?.map(({ subject }) => subject)).toEqual(['block 1']);
  });

  test('are found out even before they are changed, where a guard was taken away', async () => {
    const ledger = await createLedger(database.owner);
    await database.owner.query('alter table entries disable trigger append_only');
    const { checks } = await verify(ledger);
    await database.owner.query('alter table entries enable trigger append_only');
    expect(checks.flatMap(({ violations }) => violations)).toEqual([
      { subject: 'trigger append_only on entries', problem: 'is disabled' },
    ]);
  });
});

test('the bounds of the check are those of the chart of accounts', async () => {
  const ledger = await createLedger(database.owner);
  const accounts = [
    wallet('a', 'USD'),
    receivable('a', 'USD'),
    house('USD', 'revenue'),
    house('USD', 'cash', 'shop', 'CARD'),
  ];
  for (const [i, { owner, kind }] of accounts.entries()) {
    await database.owner.query('insert into accounts values ($1, $2, $3, 1, $4)', [ledger, i + 1, owner, kind]);
    const { floor, ceiling } = bounds(kind);
    await database.owner.query('insert into wallet_balances values ($1, $2, 1, 0, 0, $3, $4)', [
      ledger,
      i + 1,
      floor,
      ceiling,
    ]);
  }
  expect(found(await verify(ledger))).toEqual([]);
});
