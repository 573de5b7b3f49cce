/** F9: one of two instances stands still while its peer takes over, and then goes on where it was. */
import { Random } from '../../../src/demo/random.ts';
import { stopService } from '../faults.ts';
import { Times } from './figures.ts';
import { type Run, underLoad } from './run.ts';

/** Few, and slow: several worlds can stand still side by side on a small machine. */
const CLIENTS = 8;
const THINK_MS = 100;
/** Not much, so that what is measured is how long the service does nothing, and not how long they wait on who stands still. */
const PATIENCE_MS = 1_000;

export const stopRun: Run = (options) =>
  underLoad({ ...options, clients: CLIENTS, think: THINK_MS }, async (world) => {
    world.clients.patience = PATIENCE_MS;
    const random = new Random(options.seed);
    const pauses: number[] = [];
    const stops: number[] = [];
    for (let n = 0; n < options.count; n += 1) {
      const forMs = random.whole(options.seconds * 250, options.seconds * 1_000);
      world.clients.takeLongestPause();
      const before = world.clients.log.recorded.size;
      await stopService(world.node(random.whole(0, 1)), forMs);
      pauses.push(world.clients.takeLongestPause());
      stops.push(forMs);
      options.tell(
        `${n + 1}/${options.count} stopped for ${forMs} ms: ${world.clients.log.recorded.size - before} recorded meanwhile, none for ${pauses.at(-1)} ms`,
      );
      await world.clients.recorded(30);
      await world.check();
    }
    return { counts: { stops: stops.length, stoppedMs: new Times(stops), pauseMs: new Times(pauses) } };
  });
