/**
 * The verification of the books, as all faces know it: what the last one found, and the way to have another. Several
 * instances share one database; in each ledger one of them verifies at a time, and all of them know the result.
 */
import { type IntegrityRun, lastRun, standings } from '../../queries/integrity-runs.ts';
import type { WalletIntegrityReport } from '../../queries/verify/wallet-integrity.ts';
import { IntegrityMetrics } from './metrics.ts';
import { Runner, type RunnerParts } from './runner.ts';
import { isDue, periodOf, type Schedule, Standings, type State, secondsFresh } from './standings.ts';

export interface IntegritySettings extends Schedule {
  /** Whether a ledger that was found violated goes on recording. */
  readonly onViolation: 'report' | 'stop';
}

export interface IntegrityParts extends Omit<RunnerParts, 'metrics' | 'ended'> {
  readonly verifyWallet: (ledgerId: bigint, customer: string) => Promise<WalletIntegrityReport | null>;
}

/** How one ledger stands. */
export interface LedgerIntegrity {
  readonly state: State;
  /** Whether the last result is too old to count. */
  readonly stale: boolean;
  readonly running: IntegrityRun | null;
  /** The last run that was carried out to its end. */
  readonly last: IntegrityRun | null;
  /** A later one that was not. */
  readonly failed: IntegrityRun | null;
}

/** Between two looks at all ledgers, in milliseconds. */
const LOOK_MS = 5_000;

const BY_SCHEDULE = 'schedule';

export class Integrity {
  readonly metrics = new IntegrityMetrics();
  readonly #parts: IntegrityParts;
  readonly #settings: IntegritySettings;
  readonly #runner: Runner;
  readonly #timers = new Set<NodeJS.Timeout>();
  #standings = new Standings([]);
  #looking: Promise<void> | null = null;
  #stopped = false;

  constructor(parts: IntegrityParts, settings: IntegritySettings) {
    this.#parts = parts;
    this.#settings = settings;
    this.#runner = new Runner({ ...parts, metrics: this.metrics, ended: () => this.look() });
  }

  /** Looks after all ledgers from now on: knows how they stand, and verifies those whose turn it is. */
  start(): void {
    this.#repeat(() => this.look());
    if (this.#settings.every > 0) this.#repeat(() => this.#verifyDue());
  }

  /** Gives up what it runs, and waits until that is written down. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#runner.stop();
    await this.#looking;
  }

  /** How all ledgers stand together: the worst of them. As of a few seconds ago, so that asking costs nothing. */
  get state(): State {
    return this.#standings.worst(this.#settings);
  }

  /** Whether the engine may record in this ledger: a setting decides whether violated books are closed. */
  mayRecord(ledgerId: bigint): boolean {
    return this.#settings.onViolation === 'report' || !this.#standings.isViolated(ledgerId);
  }

  /** Starts a run, or joins the one that is under way. */
  run(ledgerId: bigint, by: string): Promise<IntegrityRun> {
    return this.#runner.run(ledgerId, by);
  }

  /** The run as it stands when it has come to its end, or after so many milliseconds. */
  settled(ledgerId: bigint, run: IntegrityRun, patience: number): Promise<IntegrityRun> {
    return this.#runner.settled(ledgerId, run, patience);
  }

  /** How one ledger stands, read now. */
  async of(ledgerId: bigint): Promise<LedgerIntegrity> {
    const { database } = this.#parts;
    const last = await lastRun(database, ledgerId, 'SOUND', 'VIOLATED');
    const attempt = await lastRun(database, ledgerId, 'RUNNING', 'SOUND', 'VIOLATED', 'FAILED');
    const [standing] = await standings(database, ledgerId);
    const stale = standing === undefined || secondsFresh(standing, this.#settings) <= 0;
    return {
      state: last?.status === 'VIOLATED' ? 'violated' : stale ? 'unknown' : 'ok',
      stale,
      running: attempt?.status === 'RUNNING' ? attempt : null,
      last,
      failed: attempt?.status === 'FAILED' ? attempt : null,
    };
  }

  /** Verifies what the books say of one customer; null where they say nothing. */
  ofWallet(ledgerId: bigint, customer: string): Promise<WalletIntegrityReport | null> {
    return this.#parts.verifyWallet(ledgerId, customer);
  }

  /** Learns how all ledgers stand now. Never throws: what is known stays, and goes stale by itself. */
  look(): Promise<void> {
    this.#looking ??= standings(this.#parts.database)
      .then((found) => {
        this.#standings = new Standings(found);
        this.metrics.tell(found);
      })
      .catch((error) => this.#parts.log.warn({ err: error }, 'how the ledgers stand cannot be read'))
      .finally(() => {
        this.#looking = null;
      });
    return this.#looking;
  }

  async #verifyDue(): Promise<void> {
    await this.look();
    // One ledger after the other, so that there is never more than one in memory and on the disk.
    for (const standing of this.#standings.all) {
      if (this.#stopped) return;
      if (!isDue(standing, this.#settings)) continue;
      // Another instance may have done it since this one looked.
      await this.#runner
        .runUnless(standing.ledgerId, BY_SCHEDULE, periodOf(standing, this.#settings))
        .catch((error) => this.#parts.log.warn({ err: error, ledger: standing.ledger }, 'a verification cannot begin'));
    }
  }

  /** Does it now, and again and again with a pause between; `work` never throws. */
  #repeat(work: () => Promise<void>): void {
    const turn = async () => {
      await work();
      if (this.#stopped) return;
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        void turn();
      }, LOOK_MS);
      this.#timers.add(timer);
    };
    void turn();
  }
}
