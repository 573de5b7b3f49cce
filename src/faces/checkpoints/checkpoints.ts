/** Signs what the ledgers' logs hold from time to time, and proves of any transaction that it is in there. */
import type { Pool } from '../../database/pool.ts';
import { originOf, type SigningKey, signCheckpoint } from '../../ledger/checkpoint.ts';
import type { TransactionProof } from '../../ledger/proof-check.ts';
import type { Log } from '../../log.ts';
import {
  addCheckpoint,
  addCheckpointKey,
  checkpointCovering,
  latestCheckpoint,
  type StoredCheckpoint,
  uncoveredLedgers,
} from '../../queries/checkpoints.ts';
import { headOf, type Place } from '../../queries/feed.ts';
import { ledgerName } from '../../queries/ledgers.ts';
import { extendLog, LogBroken, logRoot } from '../../queries/log-tree.ts';
import { CheckpointMetrics } from './metrics.ts';
import { transactionProof } from './prove.ts';

export interface CheckpointSettings {
  /** Seconds between two checkpoints of a ledger that grows; 0 where they are only signed when somebody needs one. */
  readonly every: number;
  /** What the names of all logs begin with. */
  readonly origin: string;
}

export interface CheckpointParts {
  readonly database: Pool;
  readonly log: Pick<Log, 'warn' | 'error'>;
  readonly key: SigningKey;
}

/** The log is not what was signed before: it must not be signed again. */
export class LogForked extends Error {
  constructor(height: bigint) {
    super(`the log does not begin any more as it did when it was signed at block ${height}`);
    this.name = 'LogForked';
  }
}

type Signed = Pick<StoredCheckpoint, 'height' | 'root'>;

export class Checkpoints {
  readonly metrics = new CheckpointMetrics();
  readonly #parts: CheckpointParts;
  readonly #settings: CheckpointSettings;
  /** The last ones that this instance signed: its own memory, which nobody changes in the database. */
  readonly #remembered = new Map<bigint, Signed>();
  readonly #signing = new Map<bigint, Promise<StoredCheckpoint | null>>();
  #keyKnown: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #turn: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: CheckpointParts, settings: CheckpointSettings) {
    this.#parts = parts;
    this.#settings = settings;
  }

  /** What the names of all logs begin with. */
  get origin(): string {
    return this.#settings.origin;
  }

  /** Makes the key known, and signs from now on whatever grows. */
  async start(): Promise<void> {
    await this.#makeKeyKnown();
    if (this.#settings.every === 0) return;
    const turn = () => {
      this.#turn = this.#signAll().finally(() => {
        if (!this.#stopped) this.#timer = setTimeout(turn, this.#settings.every * 1000);
      });
    };
    turn();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#turn;
  }

  /**
   * The first checkpoint that covers the block: signed now, where there is none yet. Throws LogForked and LogBroken where
   * the log is not what it was.
   */
  async covering(ledgerId: bigint, height: bigint): Promise<StoredCheckpoint> {
    const covering = (await checkpointCovering(this.#parts.database, ledgerId, height)) ?? (await this.sign(ledgerId));
    if (!covering || covering.height < height) throw new LogBroken();
    return covering;
  }

  /** What shows that the operation at this place is in the log. Throws LogForked and LogBroken. */
  prove(ledgerId: bigint, place: Place): Promise<TransactionProof> {
    return transactionProof(this.#parts.database, ledgerId, place, () => this.covering(ledgerId, place.height));
  }

  /** Signs the log as it stands, if that was not done yet; null where it is empty. Throws LogForked and LogBroken. */
  sign(ledgerId: bigint): Promise<StoredCheckpoint | null> {
    const signing =
      this.#signing.get(ledgerId) ??
      this.#sign(ledgerId)
        .catch((error) => {
          this.#refuse(error, ledgerId);
          throw error;
        })
        .finally(() => this.#signing.delete(ledgerId));
    this.#signing.set(ledgerId, signing);
    return signing;
  }

  async #sign(ledgerId: bigint): Promise<StoredCheckpoint | null> {
    const { database, key } = this.#parts;
    await this.#makeKeyKnown();
    const latest = await latestCheckpoint(database, ledgerId);
    const height = await headOf(database, ledgerId);
    for (const before of [latest, this.#remembered.get(ledgerId)]) {
      if (before) await this.#assertBegins(ledgerId, height, before);
    }
    if (height === 0n || latest?.height === height) return latest;
    await extendLog(database, ledgerId, height);
    const root = await logRoot(database, ledgerId, height);
    const origin = originOf(this.origin, await ledgerName(database, ledgerId));
    const note = signCheckpoint(origin, height, root, key);
    await addCheckpoint(database, ledgerId, { height, root, note, publicKey: key.publicKey });
    this.#remembered.set(ledgerId, { height, root });
    this.metrics.signed.inc();
    return checkpointCovering(database, ledgerId, height);
  }

  /** A log that signs two histories is worth nothing: what was signed must be the beginning of what is. */
  async #assertBegins(ledgerId: bigint, height: bigint, before: Signed): Promise<void> {
    if (before.height > height) throw new LogForked(before.height);
    const root = await logRoot(this.#parts.database, ledgerId, before.height);
    if (!root.equals(before.root)) throw new LogForked(before.height);
  }

  #makeKeyKnown(): Promise<void> {
    this.#keyKnown ??= addCheckpointKey(this.#parts.database, this.#parts.key.publicKey).catch((error) => {
      this.#keyKnown = null;
      throw error;
    });
    return this.#keyKnown;
  }

  async #signAll(): Promise<void> {
    const ledgers = await uncoveredLedgers(this.#parts.database).catch((error) => {
      this.#parts.log.warn({ err: error }, 'the ledgers cannot be read');
      return [];
    });
    for (const { ledgerId } of ledgers) await this.sign(ledgerId).catch(() => {});
  }

  #refuse(error: unknown, ledgerId: bigint): void {
    const line = { err: error, ledger_id: ledgerId.toString() };
    if (!(error instanceof LogForked) && !(error instanceof LogBroken)) {
      this.#parts.log.warn(line, 'a checkpoint could not be signed');
      return;
    }
    this.metrics.refused.inc();
    this.#parts.log.error(line, 'the log is not what was signed before, and is not signed again: verify the books');
  }
}
