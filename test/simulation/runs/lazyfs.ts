/**
 * F3 again: the power is cut under load. Every process of PostgreSQL is killed, with and without the service, and what it had
 * not synchronised is dropped before it starts again. First a few times with `fsync` off, where the same must lose something.
 */
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
      ...{ times: count, victims: ['both', 'database'], between: BETWEEN, lookEvery: 1, wholeEvery: 1 },
      prepare: () => Service.prepare({}, disk.directory),
      begin: (service) => setPostgres(service, POSTGRES),
      strike: async (service, victim) => void cuts.push(await cut(service, victim, disk, random.whole(0, 300))),
    },
    tell,
  );
  const databaseUpMs = await Promise.all(cuts.map(({ databaseUpMs }) => databaseUpMs));
  const behindMs = servingMs.map((ms, n) => ms - (cuts[n]?.darkMs ?? 0) - (databaseUpMs[n] ?? 0));
  const kilobytes = cuts.map(({ bytes }) => Math.round(bytes / 1_024));
  const [late, full] = [behindMs.filter((ms) => ms > LONGEST_MS), cuts.filter(({ percent }) => percent >= FULL)];
  return {
    counts: {
      ...figures,
      droppedKilobytes: kilobytes.reduce((sum, each) => sum + each, 0),
      leastDroppedKilobytes: Math.min(...kilobytes),
      databaseUpMs: new Times(databaseUpMs),
      servingBehindMs: new Times(behindMs),
    },
    problems: [
      ...(late.length > 0 ? [`${late.length} times it did not serve within ${LONGEST_MS} ms of its database`] : []),
      ...(full.length > 0 ? [`${full.length} times the memory of LazyFS was full, and it had written through`] : []),
      ...(kilobytes.includes(0) ? ['a cut had nothing to drop'] : []),
    ],
  };
}

interface Cut extends Forgotten {
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
  return { ...(await promise), darkMs: back - called, databaseUpMs };
}
