/**
 * `npm run attack:fuzz -- [--runs N] [--seed N] [--only walletTopup,slipCreate] [--costly pins|papers|verifying] [--parts N] [--record DIR]`:
 * requests made from the OpenAPI document. Each part attacks its operations with a service and a PostgreSQL of its own, at the same time.
 * What costs gets a part of the requests; with `--costly` one kind of it gets them all, and nothing else does.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Kept } from '../support/memory.ts';
import { writeRecord } from '../support/record.ts';
import { COSTLY } from './costly.ts';
import type { PartFigures } from './figures.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string' },
    costly: { type: 'string' },
    parts: { type: 'string' },
    record: { type: 'string' },
  },
});
const { costly } = values;
if (costly !== undefined && !Object.hasOwn(COSTLY, costly))
  throw new Error(`--costly is one of ${Object.keys(COSTLY).join(', ')}`);
const only = costly === undefined ? values.only : Object.keys(COSTLY[costly] ?? {}).join(',');
const parts = Number(values.parts ?? (values.only === undefined ? availableParallelism() : 1));
const runs = Number(values.runs);
const seed = Number(values.seed);
const when = new Date();
const folder = await mkdtemp(join(tmpdir(), 'pochi-fuzz-'));

/**
 * The C library gives free memory back to the system behind a threshold, and raises that by itself, up to 64 MiB for each
 * of its heaps: these would be counted as growth. With a threshold that is named it stays as it is. Below the 64 KiB that
 * are read from a connection at once, so that these are given back too, and leave no holes where they were.
 */
const GIVES_BACK = { MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_MMAP_THRESHOLD_: '32768' };

/** Two or three that cost are shared out by their requests; all operations, by their number. */
const shareOf = (part: number) =>
  costly !== undefined
    ? { ATTACK_COSTLY: '1', ATTACK_RUNS: `${Math.ceil(runs / parts)}`, ATTACK_SEED: `${seed + 2 * (part - 1)}` }
    : { ATTACK_RUNS: `${runs}`, ATTACK_SEED: `${seed}`, ATTACK_PART: `${part}/${parts}` };

/** Null where it came to no end. */
async function attack(part: number): Promise<PartFigures | null> {
  const file = join(folder, `${part}.json`);
  // What is made for a request is gone after it: with room for more of them, a seventh of the time is not spent on collecting.
  const flags = ['--reporter=verbose', '--execArgv=--max-semi-space-size=64'];
  const child = spawn('vitest', ['run', ...flags, 'test/attack/fuzz.test.ts'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...GIVES_BACK,
      // A verification begins a thread, most of whose time would be spent on reading the same TypeScript again.
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      ...shareOf(part),
      ATTACK_FIGURES: file,
      ...(only !== undefined && { ATTACK_ONLY: only }),
    },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) process.exitCode = 1;
  return readFile(file, 'utf8').then(JSON.parse, () => null);
}

const done = await Promise.all(Array.from({ length: parts }, (_, index) => attack(index + 1)));
await rm(folder, { recursive: true });
const figures = done.flatMap((part) => part?.figures ?? []);
const sent = figures.reduce((sum, one) => sum + one.sent, 0);
const seconds = (Date.now() - when.getTime()) / 1000;
const [slowest] = figures.toSorted((one, other) => other.slowest - one.slowest);
const slowestMs = Math.round(slowest?.slowest ?? 0);
const summed = (of: 'sent' | 'late') =>
  [...Map.groupBy(figures, ({ id }) => id)].map(
    ([id, some]) => [id, some.reduce((sum, one) => sum + one[of], 0)] as const,
  );
const grown = (kind: keyof Kept) => done.map((part) => part?.growth && Math.round(part.growth[kind]));
const operations = new Set(figures.map(({ id }) => id)).size;
/** What costs on purpose is sent a part of them. */
const fewer = Object.fromEntries(summed('sent').filter(([, count]) => count < runs));
/** By the clock, in which the machine may have done something else: what is held to a second is the work. */
const late = Object.fromEntries(summed('late').filter(([, count]) => count > 0));
console.log(
  `${sent} requests of ${operations} operations in ${Math.round(seconds)} s, ${Math.round(sent / seconds)} a second; the slowest took ${slowestMs} ms (${slowest?.id}), over a second: ${JSON.stringify(late)}; memory grew by ${grown('resident').join(' and ')} MiB, objects by ${grown('objects').join(' and ')}`,
);
/** Fewer MiB than these, up or down, are not told of. */
const STEP_MIB = 5;
// What grows is looked for from here: the operations after which there was more memory, or less.
for (const { figures: some } of done.filter((part) => part !== null)) {
  const steps = some.slice(1).map(({ id, held }, at) => ({ id, mib: (held ?? 0) - (some[at]?.held ?? 0) }));
  const large = steps.filter(({ mib }) => Math.abs(mib) >= STEP_MIB);
  if (large.length > 0)
    console.log(`MiB: ${large.map(({ id, mib }) => `${id} ${mib > 0 ? '+' : ''}${mib}`).join(', ')}`);
}
await writeRecord(values.record, {
  run: costly === undefined ? 'fuzz' : `fuzz-${costly}`,
  what: 'requests made from the OpenAPI document',
  when,
  seed,
  count: runs,
  counts: {
    requests: sent,
    operations,
    requestsPerSecond: Math.round(sent / seconds),
    slowestMs,
    overASecond: late,
    grownMib: grown('resident'),
    grownObjectsMib: grown('objects'),
    fewer,
  },
  problems: [
    ...figures.flatMap(({ id, fault }) => (fault === null ? [] : [`${id}: ${fault}`])),
    ...(process.exitCode ? ['a part of it failed: see what it printed'] : []),
  ],
});
