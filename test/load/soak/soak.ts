/**
 * A soak: operations over every face at a steady rate, whether those before are answered or not, for as long as is asked for,
 * while PostgreSQL and now and then the service are killed; and everything compared in the end.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { ASKED_AGAIN, askAgain } from '../../simulation/auditor.ts';
import { Events } from '../../simulation/events.ts';
import { killDatabase, killService } from '../../simulation/faults.ts';
import { customersOf } from '../../simulation/plan.ts';
import type { PreloadMessage } from '../../simulation/preload.ts';
import { World } from '../../simulation/world.ts';
import type { Kept } from '../../support/memory.ts';
import { rabbitProgram } from '../../support/rabbit.ts';
import { percentile } from '../percentile.ts';
import { BookWatch, compareBooks, transactionsOf } from './books.ts';
import { driftOf } from './drift.ts';
import { HOOK_SETTINGS, Hook } from './hook.ts';
import { type Listener, openListeners } from './listeners.ts';
import { databaseChores, StolenTime } from './machine.ts';
import { type Growth, growthOf, type Look, residentMegabytes } from './memory.ts';
import { Standstills } from './standstills.ts';
import { type SoakFigures, verdict } from './verdict.ts';

export interface SoakOptions {
  readonly seed: number;
  readonly minutes: number;
  /** Operations a second over HTTP; a tenth as many messages come beside. */
  readonly rate: number;
  /** Seconds from one kill to the next. */
  readonly killEvery: number;
  readonly tell: (line: string) => void;
}

export interface SoakResult {
  readonly counts: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
}

/** The first kill is one of the service, and every so many of those that follow: its memory is looked at in between. */
const KILLS_A_SERVICE = 12;
const PLANS = 256;
/** More than ever ask at a time, behind a kill too: who waits for a connection to be free is not heard by the service. */
const CONNECTIONS = 4_000;
/** They hear how it ends: the service tries for fifteen seconds before it gives up. */
const PATIENCE_MS = 30_000;
const CUSTOMERS = 400;
/** Few are remembered: the memory of them is full while the service warms up, and what grows behind that is something else. */
const ENGINE_ACCOUNTS = '3000';
const LISTENERS = 50;
const MESSAGES_SHARE = 0.1;
const MESSAGES_EVERY_MS = 100;
/** Behind a kill. */
const GRACE_MS = 5_000;
/** The server errors that are told one by one. */
const TOLD_OF = 5;

export async function soak(options: SoakOptions): Promise<SoakResult> {
  const { seed, minutes, rate } = options;
  const program = rabbitProgram();
  if (program === null) throw new Error('rabbitmq-server is not installed');
  const pace = Math.max(1, Math.round((rate * MESSAGES_SHARE * MESSAGES_EVERY_MS) / 1_000));
  const messages = Math.ceil((minutes * 60_000) / MESSAGES_EVERY_MS) * pace;
  const events = await Events.open(program, seed, messages);
  const world = await World.open({
    ...{
      seed,
      events,
      instances: 1,
      clients: PLANS,
      connections: CONNECTIONS,
      direct: true,
      customers: CUSTOMERS,
      whole: ASKED_AGAIN,
      settings: { ...HOOK_SETTINGS, ENGINE_ACCOUNTS },
    },
  });
  const soaking = new Soaking(world, options);
  try {
    return await soaking.run(events, pace);
  } catch (error) {
    options.tell(`it broke off: ${(error as Error).stack}`);
    throw error;
  } finally {
    await soaking.close();
    await world.remove();
  }
}

class Soaking {
  readonly #world: World;
  readonly #options: SoakOptions;
  readonly #watch: BookWatch;
  readonly #memory: Look[] = [];
  /** Of each minute, when an operation fell due and the milliseconds that it took, by turns: so they cost the least. */
  readonly #minutes: number[][] = [];
  readonly #standstills = new Standstills();
  readonly #problems: string[] = [];
  readonly #stolen = new StolenTime();
  readonly #kills = { service: 0, database: 0 };
  #listeners: readonly Listener[] = [];
  #hook: Hook | null = null;
  /** Until when a failure may be that of a kill. */
  #pardonedUntil = 0;
  #recoveredAt = 0;
  #serverErrors = 0;
  #otherFailures = 0;

  constructor(world: World, options: SoakOptions) {
    this.#world = world;
    this.#options = options;
    this.#watch = new BookWatch(world.ownerUrl);
  }

  async run(events: Events, pace: number): Promise<SoakResult> {
    const { minutes, rate, killEvery } = this.#options;
    const { clients } = this.#world;
    const node = this.#world.node(0);
    this.#listeners = await openListeners(node.process.base, customersOf(LISTENERS));
    this.#hook = await Hook.open(node.client);
    const [head] = await this.#world.sql<{ height: string }>(
      'select height::text from ledger_heads where ledger_id = 1',
    );
    await this.#stolen.begin();
    const began = performance.now();
    const end = began + minutes * 60_000;
    clients.finished = ({ due, ms, attempts }) => {
      const minute = Math.floor((due - began) / 60_000);
      this.#minutes[minute] ??= [];
      if (attempts === 1 && due > this.#pardonedUntil) this.#minutes[minute]?.push(due, ms);
    };
    clients.failed = (name, answer) => {
      if (performance.now() <= this.#pardonedUntil) return;
      if (name.startsWith('status 5')) this.#noteServerError(name, answer);
      else this.#otherFailures += 1;
    };
    clients.patience = PATIENCE_MS;
    clients.startAt(rate);
    await events.start(this.#world, pace, metronome(MESSAGES_EVERY_MS));
    await Promise.all([
      every(killEvery * 1_000, { began, end }, () => this.#kill()),
      every(60_000, { began, end }, (minute) => this.#lookAtBooks(minute)),
    ]);
    const problems = await this.#world.settle((world) => this.#compare(world, head?.height ?? '0'));
    return this.#told([...this.#problems, ...problems], events);
  }

  async close(): Promise<void> {
    this.#standstills.close();
    for (const listener of this.#listeners) listener.close();
    await this.#hook?.close();
  }

  async #kill(): Promise<void> {
    const isService = (this.#kills.service + this.#kills.database) % KILLS_A_SERVICE === 0;
    await this.#lookAtMemory();
    this.#pardonedUntil = Number.POSITIVE_INFINITY;
    if (isService) await killService(this.#world.node(0));
    else await killDatabase(this.#world);
    this.#recoveredAt = performance.now();
    this.#pardonedUntil = this.#recoveredAt + GRACE_MS;
    this.#kills[isService ? 'service' : 'database'] += 1;
    this.#options.tell(`${isService ? 'the service' : 'PostgreSQL'} was killed`);
  }

  #noteServerError(name: string, answer: string): void {
    this.#serverErrors += 1;
    if (this.#serverErrors > TOLD_OF) return;
    const seconds = Math.round((performance.now() - this.#recoveredAt) / 100) / 10;
    this.#options.tell(`${name}, ${seconds} s behind a recovery: ${answer.slice(0, 300)}`);
  }

  async #lookAtBooks(minute: number): Promise<void> {
    // In a kill there is nothing to look at: it is looked at behind it.
    for (let found: string[] | null = null; found === null; ) {
      found = await this.#watch.look().catch(() => null);
      if (found) this.#problems.push(...found);
      else await delay(500);
    }
    const { log } = this.#world.clients;
    const slow = percentile(this.#timed(this.#minutes[minute]), 0.99);
    const memory = await residentMegabytes(this.#world.node(0).process.pid ?? 0);
    const stolen = await this.#stolen.end();
    const chores = await databaseChores(this.#world.ownerUrl).catch(() => []);
    this.#options.tell(
      [
        `minute ${minute + 1}: ${log.counts.recorded} recorded, p99 ${slow} ms`,
        `books looked at in ${this.#watch.took.at(-1)} ms, ${Math.round(memory ?? 0)} MB`,
        `${stolen} ms stolen, ${this.#serverErrors} server errors, ${this.#problems.length} problems`,
        ...chores,
      ].join(', '),
    );
  }

  /**
   * With no operation under way, so that what is left is what is kept; before a kill, which meets some again. What the system
   * sees at other times is the most garbage there has ever been at once: it grows for hours, and says nothing of what is kept.
   */
  async #lookAtMemory(): Promise<void> {
    const { clients } = this.#world;
    const { rate, tell } = this.#options;
    await clients.stop();
    const { process } = this.#world.node(0);
    const kept = await process.ask<Kept>({ kind: 'memory' } satisfies PreloadMessage);
    this.#memory.push({ pid: process.pid ?? 0, at: performance.now(), ...kept });
    const { resident, objects } = kept;
    tell(`it keeps ${tenths(resident)} MB of memory, ${tenths(objects)} of them in objects`);
    clients.startAt(rate);
    await clients.recorded(rate);
  }

  async #compare(world: World, since: string): Promise<string[]> {
    const { problems, hooked } = await compareBooks(world);
    for (const listener of this.#listeners)
      problems.push(...(await listener.audit(await transactionsOf(world, listener.customer, since))));
    problems.push(...((await this.#hook?.audit(hooked)) ?? []));
    return [...problems, ...(await askAgain(world))];
  }

  /** The milliseconds of a minute's operations, but for those that this process itself was late for. */
  #timed(minute: readonly number[] = []): number[] {
    return minute.filter(
      (ms, at) => at % 2 === 1 && !this.#standstills.touch(minute[at - 1] as number, (minute[at - 1] as number) + ms),
    );
  }

  #told(problems: readonly string[], events: Events): SoakResult {
    const { log, attempts, unknown, slowest } = this.#world.clients;
    const timed = this.#minutes.map((minute) => this.#timed(minute)).filter((minute) => minute.length > 0);
    const p99 = timed.map((minute) => percentile(minute, 0.99));
    const drift = driftOf(timed);
    const growth = { resident: growthOf(this.#memory, 'resident'), objects: growthOf(this.#memory, 'objects') };
    const all = lengthsOf(this.#minutes) / 2;
    const untimed = all - lengthsOf(timed);
    const figures: SoakFigures = {
      ...{ serverErrors: this.#serverErrors, growth, drift, untimed: all === 0 ? 0 : untimed / all },
      ...{ looks: this.#watch.took.length, minutes: this.#options.minutes },
    };
    const counts = {
      ...log.counts,
      attempts,
      unknown,
      messages: events.count,
      socketEvents: this.#listeners.reduce((sum, { heard }) => sum + heard, 0),
      reconnections: this.#listeners.reduce((sum, { reconnected }) => sum + reconnected, 0),
      webhooks: this.#hook?.told ?? 0,
      kills: this.#kills,
      serverErrorsApartFromKills: this.#serverErrors,
      otherFailuresApartFromKills: this.#otherFailures,
      looksAtTheBooks: this.#watch.took.length,
      lookMs: { median: percentile(this.#watch.took, 0.5), longest: percentile(this.#watch.took, 1) },
      p99Ms: { median: percentile(p99, 0.5), worstMinute: percentile(p99, 1) },
      untimed: {
        operations: untimed,
        standstillsOfTheLoadMs: Math.round(this.#standstills.milliseconds),
      },
      stolenMs: { median: percentile(this.#stolen.minutes, 0.5), worstMinute: percentile(this.#stolen.minutes, 1) },
      p99Drift: drift ? { percent: tenths(drift.share * 100), error: tenths(drift.error * 100) } : TOO_SHORT,
      residentGrowth: figuresOf(growth.resident),
      objectsGrowth: figuresOf(growth.objects),
      slowestMs: slowest.ms,
    };
    return { counts, problems: [...verdict(figures), ...problems] };
  }
}

const TOO_SHORT = 'too short to tell';

const figuresOf = (growth: Growth | null) =>
  growth
    ? { megabytesAnHour: tenths(growth.slope), error: tenths(growth.error), minutes: tenths(growth.minutes) }
    : TOO_SHORT;

const lengthsOf = (lists: readonly (readonly number[])[]) => lists.reduce((sum, { length }) => sum + length, 0);

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** Does it again and again until that moment, the first time after one interval. */
async function every(
  ms: number,
  { began, end }: { began: number; end: number },
  work: (n: number) => Promise<void>,
): Promise<void> {
  for (let n = 0; began + (n + 1) * ms <= end; n += 1) {
    await delay(Math.max(0, began + (n + 1) * ms - performance.now()));
    await work(n);
  }
  await delay(Math.max(0, end - performance.now()));
}

/** Gives one interval after another from the first call on; who comes late is not made to wait. */
function metronome(ms: number): () => Promise<void> {
  let due: number | null = null;
  return () => {
    due = (due ?? performance.now()) + ms;
    return delay(Math.max(0, due - performance.now()));
  };
}
