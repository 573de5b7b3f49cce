import type { OperationRecord, RecordedEntry } from '../../../wallet/record.ts';
import { parseJson } from '../../wire/json.ts';
import type { Principal } from '../principal.ts';

export interface TransactionParts {
  readonly record: OperationRecord;
  /** The record's data as JSON text, to the letter. */
  readonly data: string | null;
  readonly reversedBy: string | null;
}

/** Whether the transaction concerns this principal at all: a customer only where an account of theirs took part. */
export const isVisible = (record: OperationRecord, principal: Principal): boolean =>
  principal.role !== 'customer' || record.entries.some(({ account }) => account.owner === principal.subject);

/** The answer; a customer does not learn the balances of others. */
export function presentTransaction({ record, data, reversedBy }: TransactionParts, principal: Principal) {
  const { metadata, ...details } = data === null ? {} : (parseJson(data) as Record<string, unknown>);
  return {
    transaction_id: record.id,
    operation: record.operation,
    user_id: record.customer,
    reference_id: record.reference,
    occurred_at: record.occurredAt.toISOString(),
    recorded_at: record.recordedAt.toISOString(),
    reverses: record.reverses,
    reversed_by: reversedBy,
    height: record.height,
    index: record.index,
    ...(metadata !== undefined && { metadata }),
    ...(Object.keys(details).length > 0 && { details }),
    entries: record.entries.toSorted(byPlace).map((entry) => presentEntry(entry, principal)),
  };
}

/** Debits first, so that the same transaction reads the same whether it comes from the engine or from the books. */
function byPlace(a: RecordedEntry, b: RecordedEntry): number {
  if (a.direction !== b.direction) return a.direction === 'DEBIT' ? -1 : 1;
  if (a.account.id !== b.account.id) return a.account.id < b.account.id ? -1 : 1;
  return a.seq < b.seq ? -1 : 1;
}

function presentEntry({ account, direction, amount, type, ...running }: RecordedEntry, principal: Principal) {
  const seen = principal.role !== 'customer' || account.owner === principal.subject;
  return {
    owner: account.owner === '' ? null : account.owner,
    kind: account.kind,
    asset_code: account.asset,
    type,
    direction,
    amount,
    ...(seen && { seq: running.seq, balance_before: running.balanceBefore, balance_after: running.balanceAfter }),
  };
}
