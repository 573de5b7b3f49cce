/**
 * `npm run faults -- F1 [--count N] [--seconds N] [--seed N] [--worlds N] [--lazyfs PATH] [--record DIR]`: one
 * of the runs of docs/operating/simulation.md.
 */
import { parseArgs } from 'node:util';
import { MissingTool } from '../../faults/lazyfs/program.ts';
import { planned } from '../../support/plan.ts';
import { conclude } from '../../support/record.ts';
import { RUNS } from './list.ts';
import { inWorlds } from './worlds.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string' },
    seconds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    worlds: { type: 'string', default: '1' },
    lazyfs: { type: 'string' },
    record: { type: 'string' },
  },
});
const [name = ''] = positionals;
const run = RUNS[name];
if (!run) throw new Error(`which of ${Object.keys(RUNS).join(', ')}?`);

const plan = planned(name);
const when = new Date();
const count = Number(values.count ?? plan.count);
const seconds = Number(values.seconds ?? plan.seconds ?? 0);
const seed = Number(values.seed);
console.log(`${name}: ${plan.what}; ${count} ${plan.of}, seed ${seed}`);
const lazyfs = values.lazyfs === undefined ? {} : { lazyfs: values.lazyfs };
const length = plan.seconds === undefined ? {} : { seconds };
try {
  const result = await inWorlds(run, Number(values.worlds), { count, seconds, seed, ...lazyfs, tell: console.log });
  await conclude(values.record, { run: name, what: plan.what, when, seed, count, ...length, ...result });
} catch (error) {
  if (!(error instanceof MissingTool)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
