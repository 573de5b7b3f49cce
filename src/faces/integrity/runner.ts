/** Carries verifications out: one at a time in each ledger, whichever instance it is, and each to its end or to its failure. */
import { v7 } from 'uuid';
import type { Log } from '../../log.ts';
import type { Database } from '../../queries/database.ts';
import {
  type Claim,
  claimRun,
  failRun,
  finishRun,
  type IntegrityRun,
  keepRun,
  lastRun,
  readRun,
} from '../../queries/integrity-runs.ts';
import type { VerifyReport } from '../../queries/verify/report.ts';
import type { IntegrityMetrics } from './metrics.ts';

export interface RunnerParts {
  readonly database: Database;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  readonly verifyLedger: (ledgerId: bigint, signal: AbortSignal) => Promise<VerifyReport>;
  readonly metrics: IntegrityMetrics;
  /** Told when a run of this instance has come to its end. */
  readonly ended: () => Promise<void>;
}

/** Seconds for which a run is held; renewed at a third of it. */
const HOLD = 60;

export class Runner {
  readonly #parts: RunnerParts;
  readonly #stopping = new AbortController();
  /** What this instance runs itself, by the ids of the runs. */
  readonly #own = new Map<string, Promise<void>>();

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /** Starts a run, or joins the one that is under way. */
  async run(ledgerId: bigint, by: string): Promise<IntegrityRun> {
    const { database } = this.#parts;
    const started = await this.#start(ledgerId, by, 0);
    // The other one may have come to its end in this very moment; then that is the newest result.
    const run = started
      ? await readRun(database, ledgerId, started)
      : await lastRun(database, ledgerId, 'RUNNING', 'SOUND', 'VIOLATED', 'FAILED');
    if (!run) throw new Error('a run neither begins nor is under way');
    return run;
  }

  /** Starts a run unless one began within so many seconds, and waits for its end. */
  async runUnless(ledgerId: bigint, by: string, within: number): Promise<void> {
    const started = await this.#start(ledgerId, by, within);
    if (started) await this.#own.get(started);
  }

  /** The run as it stands when it has come to its end, or after so many milliseconds. */
  async settled(ledgerId: bigint, run: IntegrityRun, patience: number): Promise<IntegrityRun> {
    const own = this.#own.get(run.id);
    if (!own) return run;
    const { promise: tooLate, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, patience);
    await Promise.race([own, tooLate]).finally(() => clearTimeout(timer));
    return (await readRun(this.#parts.database, ledgerId, run.id)) ?? run;
  }

  /** Gives up what runs here, and waits until that is written down. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#own.values());
  }

  async #start(ledgerId: bigint, by: string, unlessWithin: number): Promise<string | null> {
    const claim: Claim = { ledgerId, id: v7(), by, hold: HOLD };
    if (!(await claimRun(this.#parts.database, claim, unlessWithin))) return null;
    const working = this.#carryOut(claim).finally(() => this.#own.delete(claim.id));
    this.#own.set(claim.id, working);
    return claim.id;
  }

  /** Verifies, holding the claim meanwhile, and writes down what came of it. Never throws. */
  async #carryOut(claim: Claim): Promise<void> {
    const { database, log, metrics, verifyLedger } = this.#parts;
    const lost = new AbortController();
    const stopKeeping = this.#keep(claim, lost);
    try {
      const report = await verifyLedger(claim.ledgerId, AbortSignal.any([lost.signal, this.#stopping.signal]));
      await finishRun(database, claim, report);
      metrics.count(report.sound ? 'sound' : 'violated');
      this.#tell(report, claim);
    } catch (error) {
      metrics.count('failed');
      log.warn({ err: error, run: claim.id }, 'a verification could not be carried out');
      const failure = error instanceof Error ? error.message : String(error);
      await failRun(database, claim, failure).catch(() => {});
    } finally {
      stopKeeping();
      await this.#parts.ended();
    }
  }

  /** Holds a claim until it is told to stop; aborts where another instance has taken the run over. */
  #keep(claim: Claim, lost: AbortController): () => void {
    const renew = () =>
      keepRun(this.#parts.database, claim).then(
        (held) => {
          if (!held) lost.abort();
        },
        // The database is away: whether it is still ours is seen next time.
        () => {},
      );
    const timer = setInterval(renew, (HOLD / 3) * 1000);
    return () => clearInterval(timer);
  }

  #tell(report: VerifyReport, { id, by }: Claim): void {
    const { log } = this.#parts;
    const { ledger, sound, operations } = report;
    if (sound) log.info({ run: id, by, ledger, operations: Number(operations) }, 'the books are sound');
    for (const { name, rows, violations } of report.checks) {
      if (rows === 0) continue;
      log.error({ run: id, ledger, check: name, violations: rows, first: violations[0] }, 'the books are violated');
    }
  }
}
