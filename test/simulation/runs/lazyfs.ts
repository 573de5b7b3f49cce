/**
 * F3 again: the power is cut under load. Every process of PostgreSQL is killed, with and without the service, and what it had
 * not synchronised is dropped before it starts again. First a few times with `fsync` off, where the same must lose something.
 */
import { loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { Random } from '../../../src/demo/random.ts';
import { killAndCheck } from '../../faults/kill.ts';
import { type Control, cutWithoutFsync, setPostgres } from '../../faults/lazyfs/control.ts';
import { type Forgotten, LazyFs } from '../../faults/lazyfs/mount.ts';
import { findLazyfs } from '../../faults/lazyfs/program.ts';
import { Service, type Victim } from '../../faults/service.ts';
import { Times } from './figures.ts';
import type { Run, RunOptions, RunResult } from './run.ts';

const CONTROLS = 2;
const VICTIMS: readonly Victim[] = ['both', 'database'];
const BETWEEN = 1_500;
/** Until the service records again, once its database takes connections. */
const LONGEST_MS = 5_000;
/** A database that starts anew reads its log again first. */
const PATIENCE_MS = 60_000;
/** Checkpoints come often, so that cuts meet them too. */
const POSTGRES = { max_wal_size: '96MB', checkpoint_timeout: '30s' };
/** Of LazyFS: it writes through then. */
const FULL = 100;

export const lazyfsRun: Run = async (options) => {
  const program = await findLazyfs(options.lazyfs);
  const controls: Control[] = [];
  for (let n = 1; n <= CONTROLS; n += 1) {
    const control = await cutWithoutFsync(program);
    options.tell(`control ${n}/${CONTROLS}, fsync off: ${control.lost} of ${control.acknowledged} lost`);
    controls.push(control);
  }
  const lost = controls.map((control) => control.lost);
  const lostWithoutFsync = lost.reduce((sum, each) => sum + each, 0);
  const disk = await LazyFs.mount(program);
  try {
    const { counts, problems } = await cutAgainAndAgain(disk, options);
    return {
      counts: { ...counts, controls: CONTROLS, lostWithoutFsync },
      problems: [...problems, ...(lost.includes(0) ? ['a cut with fsync off lost nothing: it dropped nothing'] : [])],
    };
  } finally {
    await disk.remove();
  }
};

async function cutAgainAndAgain(disk: LazyFs, { count, seed, tell }: RunOptions): Promise<RunResult> {
  const random = new Random(seed);
  const cuts: Cut[] = [];
  const { servingMs, ...figures } = await killAndCheck(
    {
      ...{ times: count, victims: VICTIMS, between: BETWEEN, lookEvery: 1, wholeEvery: 1 },
      prepare: () => Service.prepare({}, disk.directory),
      begin: (service) => setPostgres(service, POSTGRES),
      strike: async (service, victim) => void cuts.push(await cut(service, victim, disk, random.whole(0, 300))),
    },
    tell,
  );
  const databaseUpMs = await Promise.all(cuts.map(({ databaseUpMs }) => databaseUpMs));
  const behindMs = servingMs.map((ms, n) => ms - (cuts[n]?.darkMs ?? 0) - (databaseUpMs[n] ?? 0));
  const behindOf = (victim: Victim) => new Times(behindMs.filter((_, n) => cuts[n]?.victim === victim));
  const kilobytes = cuts.map(({ bytes }) => Math.round(bytes / 1_024));
  return {
    counts: {
      ...figures,
      droppedKilobytes: kilobytes.reduce((sum, each) => sum + each, 0),
      leastDroppedKilobytes: Math.min(...kilobytes),
      databaseUpMs: new Times(databaseUpMs),
      servingBehindMs: { withService: behindOf('both'), withoutService: behindOf('database') },
    },
    problems: [
      ...behindMs.flatMap((ms, n) => (ms > LONGEST_MS ? [lateness(n + 1, cuts[n] as Cut, ms)] : [])),
      ...(cuts.some(({ percent }) => percent >= FULL) ? ['the memory of LazyFS was full, and it wrote through'] : []),
      ...(kilobytes.includes(0) ? ['a cut had nothing to drop'] : []),
    ],
  };
}

const lateness = (number: number, { victim, load }: Cut, ms: number): string =>
  `cut ${number}, of ${victim}: it served ${Math.round(ms)} ms after its database did, on a machine with a load of ${load}`;

interface Cut extends Forgotten {
  readonly victim: Victim;
  /** Of the machine, when the power was back: what else it does takes its time too. */
  readonly load: number;
  /** Until the power was back. */
  readonly darkMs: number;
  /** From then on, until PostgreSQL took connections. */
  readonly databaseUpMs: Promise<number>;
}

/** At a moment that has nothing to do with what was acknowledged last. */
async function cut(service: Service, victim: Victim, disk: LazyFs, afterMs: number): Promise<Cut> {
  const called = performance.now();
  await delay(afterMs);
  const { promise, resolve } = Promise.withResolvers<Forgotten>();
  await service.cutPower(victim, async () => resolve(await disk.forget()));
  const back = performance.now();
  const databaseUpMs = service.databaseUp(PATIENCE_MS).then(() => performance.now() - back);
  // Where it never comes, the service says so.
  databaseUpMs.catch(() => {});
  return { ...(await promise), victim, load: Math.round(loadavg()[0] as number), darkMs: back - called, databaseUpMs };
}
