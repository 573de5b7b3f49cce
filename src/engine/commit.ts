/** The call of ledger_commit: a draft in, what became of it out. One round trip, alone, in autocommit. */
import type { PoolClient } from 'pg';
import { plainArray, textArray, timeArray } from '../database/arrays.ts';
import { bounds } from '../ledger/account.ts';
import { canonicalLine, leafHash, merkleRoot } from '../ledger/journal.ts';
import type { AssetRegistry } from '../queries/asset-registry.ts';
import type { Draft, DraftAccount, DraftOperation } from './draft.ts';
import { productOf } from './product.ts';
import type { Caller } from './submission.ts';

/** Which columns go along, each with the way to write it: their order is that of ledger_commit's arguments. */
const PARAMETERS = 38;
const COMMIT = {
  name: 'ledger_commit',
  text: `select * from ledger_commit(${Array.from({ length: PARAMETERS }, (_, i) => `$${i + 1}`).join()})`,
};

export interface CommitRow {
  status: 'committed' | 'stale';
  height: bigint;
  recorded_at: Date;
  balances: bigint[] | null;
  seqs: bigint[] | null;
  used_keys: string[] | null;
  taken: string[] | null;
  reversed: string[] | null;
  frozen: string[] | null;
  changed_slips: string[] | null;
  limited: string[] | null;
}

/** A draft as ledger_commit takes it. Made once: a second attempt sends the same. */
export interface PreparedBatch {
  readonly operations: readonly DraftOperation[];
  /** In the order of the arguments: accounts that exist by ascending id, then those to be opened. */
  readonly accounts: readonly DraftAccount[];
  readonly data: readonly (string | null)[];
  readonly values: readonly unknown[];
}

/** `callers`: those that this instance has not yet seen recorded. */
export function prepareBatch(
  ledgerId: bigint,
  draft: Draft,
  callers: ReadonlyMap<string, Caller>,
  assets: AssetRegistry,
): PreparedBatch {
  const { operations } = draft;
  const accounts = draft.accounts.toSorted(existingFirst);
  const opened = accounts.filter((account) => account.isNew);
  const place = new Map(accounts.map((account, i) => [account, i + 1]));
  const data = operations.map(({ facts }) => (facts.data ? JSON.stringify(facts.data) : null));
  const root = merkleRoot(operations.map((operation, i) => leafOf(ledgerId, operation, data[i] ?? null)));
  const entries = operations.flatMap((operation, i) => operation.entries.map((entry) => ({ entry, op: i + 1 })));
  const asked = [...callers];

  const values = [
    ledgerId,
    root,
    plainArray(accounts.map((account) => account.id)),
    plainArray(accounts.map((account) => account.assetId)),
    plainArray(accounts.map((account) => account.delta)),
    plainArray(accounts.map((account) => account.low)),
    plainArray(accounts.map((account) => account.high)),
    plainArray(accounts.map((account) => account.entries)),
    plainArray(accounts.map((account) => (account.exact ? account.seq : null))),
    textArray(opened.map((account) => account.ref.owner)),
    textArray(opened.map((account) => account.ref.kind)),
    plainArray(opened.map((account) => bounds(account.ref.kind).floor)),
    plainArray(opened.map((account) => bounds(account.ref.kind).ceiling)),
    plainArray(asked.map(([id]) => id)),
    textArray(asked.map(([, caller]) => caller.subject)),
    textArray(asked.map(([, caller]) => caller.role)),
    textArray(asked.map(([, caller]) => caller.method)),
    textArray(asked.map(([, caller]) => caller.endpoint)),
    textArray(asked.map(([, caller]) => caller.address)),
    textArray(asked.map(([, caller]) => caller.userAgent)),
    plainArray(operations.map(({ pending }) => pending.id)),
    textArray(operations.map(({ pending }) => pending.submission.operation.name)),
    plainArray(operations.map(({ pending }) => pending.key)),
    plainArray(operations.map(({ pending }) => pending.fingerprint)),
    plainArray(operations.map(({ pending }) => pending.callerId)),
    textArray(operations.map(({ facts }) => facts.customer)),
    textArray(operations.map(({ pending }) => pending.submission.key?.value ?? null)),
    timeArray(operations.map(({ pending }) => pending.submission.occurredAt)),
    plainArray(operations.map(({ facts }) => facts.reverses ?? null)),
    textArray(data),
    plainArray(entries.map(({ op }) => op)),
    plainArray(entries.map(({ entry }) => place.get(entry.account) ?? null)),
    plainArray(entries.map(({ entry }) => entry.number)),
    plainArray(entries.map(({ entry }) => entry.delta)),
    plainArray(entries.map(({ entry }) => entry.after)),
    plainArray(entries.map(({ entry }) => entry.type)),
    textArray([...draft.active]),
    productOf(draft, assets),
  ];
  return { operations, accounts, data, values };
}

export async function commitBatch(client: PoolClient, batch: PreparedBatch): Promise<CommitRow> {
  const { rows } = await client.query<CommitRow>({ ...COMMIT, values: [...batch.values] });
  const [row] = rows;
  if (!row) throw new Error('ledger_commit gave no answer');
  return row;
}

function existingFirst(a: DraftAccount, b: DraftAccount): number {
  if (a.isNew !== b.isNew) return a.isNew ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function leafOf(ledgerId: bigint, { pending, facts }: DraftOperation, data: string | null): Buffer {
  const { submission } = pending;
  const line = {
    ledgerId,
    id: pending.id,
    operation: submission.operation.name,
    callerId: pending.callerId,
    customer: facts.customer,
    reference: submission.key?.value ?? null,
    reverses: facts.reverses ?? null,
    occurredAt: submission.occurredAt,
    data,
    postings: facts.postings,
  };
  return leafHash(canonicalLine(line));
}
