import { expect, test } from 'vitest';
import { auditAll } from './auditor.ts';
import type { Recorded } from './log.ts';
import { simulate } from './simulate.ts';
import type { World } from './world.ts';

/** Its seed cuts connections, kills the database, and ends its conversation in the midst; `npm run simulate` goes on for longer. */
test('a short simulation: two instances, and nothing lost, doubled or wrongly shown; and lies about it are named', {
  timeout: 300_000,
}, async () => {
  const options = { seed: 387, faults: 3, clients: 12, between: 40, checkEvery: 2_000 };
  const lies: Lies = { lost: [], invented: [] };
  const result = await simulate(
    { ...options, longestStop: 2_000, longestSpoil: 500, behind: (world) => tellLies(world, lies) },
    () => {},
  );
  expect(result.problems).toEqual([]);
  expect(result.recorded).toBeGreaterThan(150);
  expect(result.refused).toBeGreaterThan(0);
  expect(result.balancesSeen).toBeGreaterThan(0);
  expect(result.checks).toBeGreaterThan(0);
  expect(lies.lost).toContain('never-sent was acknowledged and is not in the books');
  expect(lies.invented[0]).toMatch(/^s-\S+ \(\w+\) is in the books, though nobody was told of it$/);
});

interface Lies {
  lost: readonly string[];
  invented: readonly string[];
}

/** Has the log say more than what was acknowledged, and then less. */
async function tellLies(world: World, lies: Lies): Promise<void> {
  const { recorded } = world.clients.log;
  const [name, last] = [...recorded].at(-1) as [string, Recorded];
  recorded.set('never-sent', { ...last, want: { ...last.want, name: 'never-sent' } });
  lies.lost = await auditAll(world);
  recorded.delete('never-sent');
  recorded.delete(name);
  lies.invented = await auditAll(world);
}
