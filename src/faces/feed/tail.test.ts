import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { Database } from '../../queries/database.ts';
import { BEGINNING, type Place } from '../../queries/feed.ts';
import type { OperationRecord } from '../../wallet/record.ts';
import { LedgerTail } from './tail.ts';

const recordAt = (height: bigint, index: number): OperationRecord => ({
  id: `${height}.${index}`,
  operation: 'walletTopup',
  height,
  index,
  customer: null,
  reference: null,
  reverses: null,
  data: {},
  occurredAt: new Date(0),
  recordedAt: new Date(0),
  entries: [],
});

/** Books that hold these blocks, for the two statements that the feed asks. */
function booksOf(blocks: readonly (readonly OperationRecord[])[]): Database {
  const all = blocks.flat();
  return {
    query: async (statement, values = []) => {
      if (!String(statement).includes('from operations')) return { rows: [] };
      const [, height, index, limit] = values as [bigint, bigint, number, number];
      const behind = all.filter((one) => one.height > height || (one.height === height && one.index >= index));
      const rows = behind.slice(0, limit).map((one) => ({ ...one, occurred_at: null, recorded_at: one.recordedAt }));
      // biome-ignore lint/suspicious/noExplicitAny: these are the rows that were asked for.
      return { rows: rows as any };
    },
  };
}

test('a reader gets every operation once and in order, whatever is kept, and ends behind the last block', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 40 }),
      async (sizes, kept, limit, capacity) => {
        const blocks = sizes.map((size, i) => Array.from({ length: size }, (_, n) => recordAt(BigInt(i + 1), n)));
        const tail = new LedgerTail(booksOf(blocks), 1n, { operations: capacity, ms: 60_000 });
        blocks.forEach((block, i) => {
          if (kept[i]) tail.keep(block);
        });
        const read: string[] = [];
        let place: Place = BEGINNING;
        while (place.height <= BigInt(blocks.length)) {
          const page = await tail.read(place, limit);
          expect(page.records.length).toBeLessThanOrEqual(limit);
          // A reader that does not move on would turn in a circle.
          expect([page.next.height > place.height, page.next.index > place.index]).toContain(true);
          read.push(...page.records.map(({ id }) => id));
          place = page.next;
        }
        expect(read).toEqual(blocks.flat().map(({ id }) => id));
        expect(place).toEqual({ height: BigInt(blocks.length + 1), index: 0 });
      },
    ),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

test('an operation is in memory for so long, whatever else comes, and is read from the books behind that', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const blocks = [1n, 2n, 3n].map((height) => [recordAt(height, 0)]);
  const books = booksOf(blocks);
  const asked = vi.spyOn(books, 'query');
  const tail = new LedgerTail(books, 1n, { operations: 100, ms: 5_000 });
  const [first, second, third] = blocks as [OperationRecord[], OperationRecord[], OperationRecord[]];
  tail.keep(first);
  vi.advanceTimersByTime(5_000);
  tail.keep(second);
  expect((await tail.read(BEGINNING, 2)).records).toEqual([...first, ...second]);
  expect(asked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  tail.keep(third);
  expect((await tail.read({ height: 2n, index: 0 }, 2)).records).toEqual([...second, ...third]);
  expect(asked).not.toHaveBeenCalled();
  await tail.read(BEGINNING, 1);
  expect(asked).toHaveBeenCalled();
});
