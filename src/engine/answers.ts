/** What was committed, as the records that answers are made of: the same as reading the rows back would give. */
import type { OperationRecord, RecordedEntry } from '../wallet/record.ts';
import type { CommitRow, PreparedBatch } from './commit.ts';
import type { DraftAccount, DraftEntry, DraftOperation } from './draft.ts';

/** The records of the batch's operations, in their order. */
export function answersOf(batch: PreparedBatch, row: CommitRow): OperationRecord[] {
  const before = new Map(
    batch.accounts.map((account, i) => [account, { balance: row.balances?.[i] ?? 0n, seq: row.seqs?.[i] ?? 0n }]),
  );
  const entryOf = (entry: DraftEntry): RecordedEntry => {
    const start = before.get(entry.account) as { balance: bigint; seq: bigint };
    const after = start.balance + entry.after;
    return {
      account: accountOf(entry.account),
      direction: entry.delta > 0n ? 'CREDIT' : 'DEBIT',
      amount: entry.delta > 0n ? entry.delta : -entry.delta,
      type: entry.type,
      seq: start.seq + BigInt(entry.number),
      balanceBefore: after - entry.delta,
      balanceAfter: after,
    };
  };
  return batch.operations.map((operation, index) =>
    recordOf(operation, index, operation.entries.map(entryOf).sort(asRead), row),
  );
}

/** The order in which queries/records.ts reads entries back: debits first, then by account and its running number. */
function asRead(a: RecordedEntry, b: RecordedEntry): number {
  if (a.direction !== b.direction) return a.direction === 'DEBIT' ? -1 : 1;
  const difference = a.account.id - b.account.id || a.seq - b.seq;
  return difference < 0n ? -1 : 1;
}

const accountOf = ({ ref, id }: DraftAccount): RecordedEntry['account'] => ({
  id,
  owner: ref.owner,
  asset: ref.asset,
  kind: ref.kind,
});

const recordOf = (
  { pending, facts }: DraftOperation,
  index: number,
  entries: RecordedEntry[],
  row: CommitRow,
): OperationRecord => ({
  id: pending.id,
  operation: pending.submission.operation.name,
  height: row.height,
  index,
  customer: facts.customer,
  reference: pending.submission.key?.value ?? null,
  reverses: facts.reverses ?? null,
  data: facts.data ?? {},
  occurredAt: pending.submission.occurredAt ?? row.recorded_at,
  recordedAt: row.recorded_at,
  entries,
});
