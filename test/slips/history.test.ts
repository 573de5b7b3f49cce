import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type HistoryRequest, mergedHistory } from '../../src/queries/merged-history.ts';
import { createTestDatabase } from '../support/database.ts';
import { createLedger, openEngine, submission } from '../support/engine.ts';
import { wholeHistory } from '../support/history-oracle.ts';
import { fillHistory } from '../support/long-history.ts';
import { SlipCommands } from '../support/slip-commands.ts';

/** 1,000,000 by `npm run test:history`. */
const ENTRIES = Number(process.env.HISTORY_ENTRIES ?? 20_000);
const USD = 1;

describe('the history of what a customer holds and owes', async () => {
  const database = await createTestDatabase();
  const { engine, close } = await openEngine(database.appUrl);
  afterAll(async () => {
    await close();
    await database.drop();
  });

  /** All pages, one after another, as `kind seq`. */
  async function pages(request: Omit<HistoryRequest, 'page'>): Promise<string[]> {
    const all: string[] = [];
    for (let page = 1; ; page += 1) {
      const found = await mergedHistory(database.app, { ...request, page });
      if (!found || found.entries.length === 0) return all;
      expect(found.entries.length).toBeLessThanOrEqual(request.perPage);
      all.push(...found.entries.map(({ kind, seq }) => `${kind} ${seq}`));
    }
  }

  test('is the naive merge of both accounts, whatever the size of the page', async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const ledgerId = await createLedger(database.owner);
      const commands = new SlipCommands();
      for (const number of fc.sample(fc.nat(), { numRuns: 60, seed })) {
        const { operation, input, model } = commands.next(number);
        const outcome = await engine.submit(submission(ledgerId, operation, input));
        model();
        if (outcome.ok) commands.transactions.push(outcome.record.id);
      }
      for (const customer of ['asha', 'ben']) {
        const expected = await wholeHistory(database.owner, ledgerId, customer, USD);
        expect(expected.length).toBeGreaterThan(1);
        for (const perPage of [1, 3, 7, 100]) {
          expect(await pages({ ledgerId, customer, assetId: USD, perPage })).toEqual(expected);
        }
      }
    }
  });

  test('is the naive merge where a batch put many operations into one block', async () => {
    const ledgerId = await createLedger(database.owner);
    const commands = new SlipCommands();
    const asked = fc.sample(fc.nat(), { numRuns: 200, seed: 1 }).map((number) => commands.next(number));
    await Promise.all(asked.map(({ operation, input }) => engine.submit(submission(ledgerId, operation, input))));
    const expected = await wholeHistory(database.owner, ledgerId, 'asha', USD);
    expect(expected.length).toBeGreaterThan(30);
    expect(await pages({ ledgerId, customer: 'asha', assetId: USD, perPage: 4 })).toEqual(expected);
  });

  test('is not there for a customer who is not known, and empty in an asset that they never used', async () => {
    const ledgerId = await createLedger(database.owner);
    await engine.submit(submission(ledgerId, new SlipCommands().next(1).operation, new SlipCommands().next(1).input));
    const request = { ledgerId, customer: 'nobody', assetId: USD, page: 1, perPage: 10 };
    expect(await mergedHistory(database.app, request)).toBeNull();
  });

  test.each([10, 7, 0])(
    `costs the same on every page of ${ENTRIES} entries, %i of ten of them in the wallet`,
    { timeout: 300_000 },
    async (walletOfTen) => {
      const ledgerId = await createLedger(database.owner);
      await fillHistory(database.owner, ledgerId, ENTRIES, walletOfTen);
      const request = { ledgerId, customer: 'long', assetId: USD, perPage: 20 };
      const last = ENTRIES / 20;
      const timeOf = async (page: number): Promise<number> => {
        const start = performance.now();
        const found = await mergedHistory(database.app, { ...request, page });
        const time = performance.now() - start;
        expect([found?.total, found?.entries.length]).toEqual([BigInt(ENTRIES), 20]);
        return time;
      };
      const middle = last / 2;
      const times = new Map([1, middle, last].map((page) => [page, [] as number[]]));
      for (let round = 0; round < 60; round += 1) {
        for (const [page, list] of times) list.push(await timeOf(page));
      }
      const [first = 0, ...others] = [...times.values()].map(median);
      const factors = others.map((time) => time / first);
      console.info(
        `page 1 ${first.toFixed(2)} ms, factors of pages ${middle} and ${last}: ${factors.map((f) => f.toFixed(2))}`,
      );
      for (const factor of factors) expect(factor).toBeLessThan(1.5);

      const middlePage = await mergedHistory(database.app, { ...request, page: middle });
      const places = middlePage?.entries.map(({ recordedAt }) => recordedAt.getTime()) ?? [];
      expect(places).toEqual(places.toSorted((a, b) => b - a));
    },
  );
});

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
