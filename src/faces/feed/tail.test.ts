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

/** A ledger of five blocks with one operation each, of which nothing is kept yet, and what its tail asks the database. */
function fiveBlocks() {
  vi.useFakeTimers({ toFake: ['performance'] });
  const blocks = [1n, 2n, 3n, 4n, 5n].map((height) => [recordAt(height, 0)]);
  const books = booksOf(blocks);
  const asked = vi.spyOn(books, 'query');
  const tail = new LedgerTail(books, 1n, { operations: 4, ms: 5_000 });
  const keep = (height: number) => tail.keep(blocks[height - 1] as OperationRecord[]);
  const read = async (height: number) => {
    asked.mockClear();
    const { records } = await tail.read({ height: BigInt(height), index: 0 }, 1);
    expect(records).toEqual(blocks[height - 1]);
    return asked.mock.calls.length > 0 ? 'asked' : 'kept';
  };
  return { keep, read };
}

test('what nobody is behind in is kept for so long, and read from the books after that', async () => {
  const { keep, read } = fiveBlocks();
  keep(1);
  vi.advanceTimersByTime(5_000);
  keep(2);
  vi.advanceTimersByTime(1);
  keep(3);
  expect(await read(2)).toBe('kept');
  expect(await read(3)).toBe('kept');
  expect(await read(1)).toBe('asked');
});

test('what a reader has yet to come to is kept however long it takes, as far as there is room', async () => {
  const { keep, read } = fiveBlocks();
  keep(1);
  keep(2);
  for (let seconds = 0; seconds < 60; seconds += 4) {
    expect(await read(1)).toBe('kept');
    vi.advanceTimersByTime(4_000);
    if (seconds === 20) keep(3);
    if (seconds === 40) keep(4);
  }
  expect(await read(2)).toBe('kept');
  keep(5);
  expect(await read(2)).toBe('kept');
  expect(await read(1)).toBe('asked');
});

test('once nobody is behind any more, what was kept for that goes', async () => {
  const { keep, read } = fiveBlocks();
  keep(1);
  keep(2);
  expect(await read(1)).toBe('kept');
  vi.advanceTimersByTime(5_001);
  keep(3);
  expect(await read(2)).toBe('kept');
  vi.advanceTimersByTime(10_000);
  keep(4);
  expect(await read(4)).toBe('kept');
  expect(await read(3)).toBe('asked');
});
