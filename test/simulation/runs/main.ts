/** `npm run faults -- F1 [--count N] [--seconds N] [--seed N] [--record DIR]`: one of the runs of docs/operating/simulation.md. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RUNS } from './list.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string' },
    seconds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    record: { type: 'string' },
  },
});
const [name = ''] = positionals;
const run = RUNS[name];
if (!run) throw new Error(`which of ${Object.keys(RUNS).join(', ')}?`);

const when = new Date();
const count = Number(values.count ?? run.count);
const seconds = Number(values.seconds ?? run.seconds);
const seed = Number(values.seed);
console.log(`${name}: ${run.what}; ${count} times, seed ${seed}`);
const { counts, problems } = await run.carryOut({ count, seconds, seed, tell: console.log });
const tookSeconds = Math.round((Date.now() - when.getTime()) / 1_000);
const result = problems.length === 0 ? 'sound' : 'wrong';
const machine = `${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.version}`;
const record = {
  run: name,
  what: run.what,
  when,
  machine,
  seed,
  count,
  seconds,
  tookSeconds,
  counts,
  result,
  problems,
};
console.log(JSON.stringify({ ...record, problems: problems.slice(0, 50) }, null, 2));
if (values.record) {
  await mkdir(values.record, { recursive: true });
  const file = `${name}-${when.toISOString().replaceAll(/[:.]/g, '-')}.json`;
  await writeFile(join(values.record, file), `${JSON.stringify(record, null, 2)}\n`);
}
process.exitCode = problems.length === 0 ? 0 : 1;
