/** Engines as the service runs them, for tests that go below the faces. */
import type { Pool } from '../../src/database/pool.ts';
import { createPool } from '../../src/database/pool.ts';
import { type EngineSettings, LedgerEngine } from '../../src/engine/engine.ts';
import type { Caller, IdempotencyKey, Outcome, Submission } from '../../src/engine/submission.ts';
import { createLog } from '../../src/log.ts';
import { AssetRegistry } from '../../src/queries/asset-registry.ts';
import { type WalletTopup, walletTopup } from '../../src/wallet/credit.ts';
import { type WalletSpend, walletSpend } from '../../src/wallet/debit.ts';
import type { Refusal } from '../../src/wallet/errors.ts';
import type { Operation } from '../../src/wallet/operation.ts';
import type { OperationRecord } from '../../src/wallet/record.ts';

export interface TestEngine {
  readonly engine: LedgerEngine;
  readonly reads: Pool;
  close(): Promise<void>;
}

export interface TestEngineOptions {
  readonly isolation?: 'serializable' | 'repeatable read' | 'read committed';
  readonly settings?: Partial<EngineSettings>;
  /** Connections for commits. */
  readonly commits?: number;
  /** How long to wait for an answer of the database, in milliseconds. */
  readonly answerWithin?: number;
  /** Ledgers that are open; all of them by default. */
  readonly mayRecord?: (ledgerId: bigint) => boolean;
  /** Told how many were turned away. */
  readonly turnedAway?: (count: number) => void;
}

/** One instance: an engine with connections of its own. */
export async function openEngine(appUrl: string, options: TestEngineOptions = {}): Promise<TestEngine> {
  const {
    isolation = 'serializable',
    settings = {},
    commits: max = 3,
    answerWithin = 10_000,
    mayRecord = () => true,
    turnedAway = () => {},
  } = options;
  const log = createLog('silent');
  const commits = createPool({
    url: appUrl,
    max,
    log,
    settings: { default_transaction_isolation: isolation },
    answerWithin,
  });
  const reads = createPool({ url: appUrl, max: 5, log, answerWithin });
  const assets = new AssetRegistry(reads);
  await assets.refresh();
  const engine = new LedgerEngine({ commits, looks: reads, assets, mayRecord, turnedAway }, settings);
  const close = async () => {
    await engine.drain();
    await Promise.all([commits.end(), reads.end()]);
  };
  return { engine, reads, close };
}

let ledgers = 1n;

/** A ledger that nothing stands in yet. */
export async function createLedger(owner: Pool): Promise<bigint> {
  ledgers += 1n;
  const id = ledgers;
  await owner.query('select ledger_create($1, $2)', [id, `test-${id}`]);
  return id;
}

export const CALLER: Caller = {
  subject: 'shop',
  role: 'service',
  method: 'POST',
  endpoint: 'wallets.test',
  address: '127.0.0.1',
  userAgent: 'test',
};

/** A `reference_id`. */
export const reference = (value: string): IdempotencyKey => ({ scope: 'ledger', value });

export const submission = <Input>(
  ledgerId: bigint,
  operation: Operation<string, Input>,
  input: Input,
  key: IdempotencyKey | null = null,
  caller: Caller = CALLER,
): Submission<Input> => ({ ledgerId, operation, input, caller, key, occurredAt: null });

type Given = IdempotencyKey | null;

export const topup = (ledgerId: bigint, customer: string, amount: bigint, key: Given = null): Submission<WalletTopup> =>
  submission(ledgerId, walletTopup, { customer, asset: 'USD', amount, method: 'stripe', data: {} }, key);

export const spend = (ledgerId: bigint, customer: string, amount: bigint, key: Given = null): Submission<WalletSpend> =>
  submission(ledgerId, walletSpend, { customer, asset: 'USD', amount, entryType: 'SPEND', data: {} }, key);

/** What was recorded; throws where it was refused. */
export function recordOf(outcome: Outcome): OperationRecord {
  if (outcome.ok) return outcome.record;
  throw new Error(`refused: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.details)}`);
}

/** Why it was refused; null where it was not. */
export const refusalOf = (outcome: Outcome): Refusal['code'] | null => (outcome.ok ? null : outcome.refusal.code);
