/** The engine: every change of money goes through here, whichever face it comes from. */
import type { Pool } from 'pg';
import type { AssetRegistry } from '../queries/asset-registry.ts';
import { PointRuleRegistry } from '../queries/point-rule-registry.ts';
import { apart, failSpan, startSpan } from '../telemetry/spans.ts';
import { callerId } from '../wallet/caller.ts';
import { keyHash } from '../wallet/key.ts';
import type { OperationRecord } from '../wallet/record.ts';
import { AccountIds } from './account-ids.ts';
import { newOperationId } from './ids.ts';
import { fingerprint } from './keys.ts';
import { Lane, type LaneSources } from './lane.ts';
import { EngineMetrics } from './metrics.ts';
import type { Pending } from './pending.ts';
import { type Engine, type Outcome, type Submission, Unavailable } from './submission.ts';

export interface EngineSettings {
  /** Operations in one commit at most. */
  readonly maxBatch: number;
  /** Operations that may wait at most; one more is turned away. */
  readonly maxWaiting: number;
  /** Milliseconds after which an operation that the database keeps waiting is given up. */
  readonly timeout: number;
  /** Accounts that are remembered at most, for each ledger. */
  readonly remembered: number;
}

export interface EngineSources {
  /** Connections at the isolation level that was chosen, for commits alone. */
  readonly commits: Pool;
  /** Connections for what is read before a decision: of its own too, since money waits for it. */
  readonly looks: Pool;
  readonly assets: AssetRegistry;
  /** For the log: why a batch has no answer from the database, and has to look up what became of it. */
  readonly unanswered?: (error: unknown) => void;
  /** For the log: how many operations a full queue turned away within a second. */
  readonly turnedAway?: (count: number) => void;
  /** Whether this ledger may be added to; every one may, where nobody says otherwise. */
  readonly mayRecord?: (ledgerId: bigint) => boolean;
}

export const DEFAULTS: EngineSettings = { maxBatch: 1000, maxWaiting: 20_000, timeout: 15_000, remembered: 200_000 };

/** Seconds after which it makes sense to ask whether a closed ledger is open again. */
const CLOSED_FOR = 60;

/** Together: a line of the log for each operation that is turned away would cost more than turning it away. */
const TELL_WITHIN_MS = 1_000;

/** Hears of one commit: all operations of its block, in order. */
export type CommitListener = (ledgerId: bigint, records: readonly OperationRecord[]) => void;

export class LedgerEngine implements Engine {
  readonly metrics = new EngineMetrics();
  /** The rules by which operations earn points. Whoever changes one has it forgotten here. */
  readonly points: PointRuleRegistry;
  readonly #sources: LaneSources;
  readonly #mayRecord: (ledgerId: bigint) => boolean;
  readonly #tell: (turnedAway: number) => void;
  readonly #settings: EngineSettings;
  readonly #lanes = new Map<bigint, Lane>();
  readonly #listeners = new Set<CommitListener>();
  #waiting = 0;
  /** And not told yet. */
  #turnedAway = 0;
  #stopping = false;
  #whenEmpty: (() => void)[] = [];

  constructor(sources: EngineSources, settings: Partial<EngineSettings> = {}) {
    this.#settings = { ...DEFAULTS, ...settings };
    this.metrics.most.set(this.#settings.maxWaiting);
    this.points = new PointRuleRegistry(sources.looks);
    this.#mayRecord = sources.mayRecord ?? (() => true);
    this.#tell = sources.turnedAway ?? (() => {});
    this.#sources = {
      commits: sources.commits,
      looks: sources.looks,
      assets: sources.assets,
      ids: new AccountIds(sources.looks),
      metrics: this.metrics,
      points: this.points,
      maxBatch: this.#settings.maxBatch,
      remembered: this.#settings.remembered,
      unanswered: (error) => sources.unanswered?.(error),
      committed: (ledgerId, records) => {
        for (const listener of this.#listeners) listener(ledgerId, records);
      },
    };
  }

  /**
   * Calls the listener after each commit of this instance whose answer came; the others are found in the books. It must
   * not throw. Gives the way to stop that.
   */
  onCommit(listener: CommitListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  submit<Input>(submission: Submission<Input>): Promise<Outcome> {
    if (this.#stopping) return Promise.reject(new Unavailable('stopping'));
    if (!this.#mayRecord(submission.ledgerId)) return Promise.reject(new Unavailable('violated', CLOSED_FOR));
    if (this.#waiting >= this.#settings.maxWaiting) return Promise.reject(this.#turnAway());
    return new Promise((resolve, reject) => {
      // Made before it is counted: one that can't be hashed must not be waited for when the engine drains.
      const pending = this.#pending(submission as Submission, resolve, reject);
      this.#waiting += 1;
      this.metrics.waiting.set(this.#waiting);
      apart(() => this.#lane(submission.ledgerId).enqueue(pending));
    });
  }

  get waiting(): number {
    return this.#waiting;
  }

  drain(): Promise<void> {
    this.#stopping = true;
    if (this.#waiting === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenEmpty.push(resolve));
  }

  #turnAway(): Unavailable {
    this.metrics.outcomes.inc({ outcome: 'busy' });
    this.#turnedAway += 1;
    if (this.#turnedAway === 1) setTimeout(() => this.#tellTurnedAway(), TELL_WITHIN_MS).unref();
    return new Unavailable('full');
  }

  #tellTurnedAway(): void {
    this.#tell(this.#turnedAway);
    this.#turnedAway = 0;
  }

  #lane(ledgerId: bigint): Lane {
    let lane = this.#lanes.get(ledgerId);
    if (!lane) {
      lane = new Lane(ledgerId, this.#sources);
      this.#lanes.set(ledgerId, lane);
    }
    return lane;
  }

  #pending(submission: Submission, resolve: (outcome: Outcome) => void, reject: (error: unknown) => void): Pending {
    const id = newOperationId();
    const span = startSpan(`operation ${submission.operation.name}`, { 'pochi.operation_id': id });
    const left = (outcome: string) => {
      pending.settled = true;
      span?.setAttribute('pochi.outcome', outcome);
      this.#left(outcome);
    };
    const pending: Pending = {
      submission,
      id,
      key: keyHash(submission.key, { id, operation: submission.operation.name, subject: submission.caller.subject }),
      fingerprint: fingerprint(submission),
      callerId: callerId(submission.caller),
      deadline: performance.now() + this.#settings.timeout,
      look: false,
      span,
      settled: false,
      resolve: (outcome) => {
        left(outcome.ok ? (outcome.replayed ? 'replayed' : 'recorded') : 'refused');
        span?.end();
        resolve(outcome);
      },
      reject: (error) => {
        left('failed');
        if (span) failSpan(span, error);
        reject(error);
      },
    };
    return pending;
  }

  #left(outcome: string): void {
    this.#waiting -= 1;
    this.metrics.waiting.set(this.#waiting);
    this.metrics.outcomes.inc({ outcome });
    if (this.#waiting > 0) return;
    for (const resolve of this.#whenEmpty) resolve();
    this.#whenEmpty = [];
  }
}
