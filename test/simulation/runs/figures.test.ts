import { expect, test } from 'vitest';
import { Times, together } from './figures.ts';
import { inWorlds, sharesOf } from './worlds.ts';

test('numbers of several worlds are added up, times put together, and what only one has stays', () => {
  const all = together(
    { stops: 2, pauseMs: new Times([10, 30]), withoutAnswer: { ECONNRESET: 1 } },
    { stops: 3, pauseMs: new Times([50]), withoutAnswer: { ECONNRESET: 2, EPIPE: 4 } },
  );
  expect(JSON.parse(JSON.stringify(all))).toEqual({
    stops: 5,
    pauseMs: { median: 30, longest: 50 },
    withoutAnswer: { ECONNRESET: 3, EPIPE: 4 },
  });
});

test('worlds share the faults evenly, and there are never more worlds than faults', () => {
  expect(sharesOf(50, 8)).toEqual([7, 7, 6, 6, 6, 6, 6, 6]);
  expect(sharesOf(2, 8)).toEqual([1, 1]);
});

test('a world that breaks off is a problem of the whole run, and the others are counted all the same', async () => {
  const run = async ({ count, seed }: { count: number; seed: number }) => {
    if (seed === 8) throw new Error('no disk');
    return { counts: { kills: count }, problems: [] };
  };
  const { counts, problems } = await inWorlds(run, 3, { count: 9, seed: 7, seconds: 0, tell: () => {} });
  expect(counts).toEqual({ worlds: 3, kills: 6 });
  expect(problems).toEqual([expect.stringContaining('world 2 broke off: Error: no disk')]);
});
