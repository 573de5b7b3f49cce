/** F9: one of two instances stands still while its peer takes over, and then goes on where it was. */
import { Random } from '../../../src/demo/random.ts';
import { stopService } from '../faults.ts';
import { type Run, spread, underLoad } from './run.ts';

export const stopRun: Run = {
  what: 'SIGSTOP of one of two instances for a quarter of the seconds up to all of them, then SIGCONT',
  count: 50,
  seconds: 120,
  carryOut: (options) =>
    underLoad(options, async (world) => {
      const random = new Random(options.seed);
      const pauses: number[] = [];
      for (let n = 0; n < options.count; n += 1) {
        const forMs = random.whole(options.seconds * 250, options.seconds * 1_000);
        world.clients.takeLongestPause();
        const before = world.clients.log.recorded.size;
        await stopService(world.node(random.whole(0, 1)), forMs);
        pauses.push(world.clients.takeLongestPause());
        options.tell(
          `${n + 1}/${options.count} stopped for ${forMs} ms: ${world.clients.log.recorded.size - before} recorded meanwhile, none for ${pauses.at(-1)} ms`,
        );
        await world.clients.recorded(30);
        await world.check();
      }
      return { counts: { stops: options.count, pauseMs: spread(pauses) } };
    }),
};
