/** F8: the clocks of the instances are set forward and back under load; times in the books are the database's. */
import { type Run, underLoad } from './run.ts';

const HOUR_MS = 3_600_000;
const STEPS: readonly number[] = [HOUR_MS, -HOUR_MS, 24 * HOUR_MS, -24 * HOUR_MS, -1_000, 0];

export const clockRun: Run = (options) =>
  underLoad(options, async (world) => {
    const [start] = await world.sql<{ now: Date }>('select now()');
    for (let n = 0; n < options.count; n += 1) {
      const offsetMs = STEPS[n % STEPS.length] as number;
      world.node(n).process.send({ kind: 'clock', offsetMs });
      await world.clients.recorded(100);
      await world.check();
      options.tell(`${n + 1}/${options.count}: instance ${n % world.nodes.length} by ${offsetMs} ms`);
    }
    const [first] = await world.sql<{ count: number }>(STRAY, [start?.now]);
    return {
      counts: { steps: options.count },
      problems: first?.count ? [`${first.count} blocks are of a time that the database never had`] : [],
    };
  });

/** Blocks of a time that has not come yet, or that were written behind this moment and say otherwise, or out of order. */
const STRAY = `
  select count(*)::int as count from (
    select recorded_at, lag(recorded_at) over (order by height) as before, height from blocks where ledger_id = 1
  ) b where recorded_at > clock_timestamp() or recorded_at < before or (recorded_at < $1 and before >= $1)`;
