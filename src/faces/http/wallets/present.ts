import type { HistoryEntry } from '../../../queries/history.ts';
import { movementOf, type OperationRecord } from '../../../wallet/record.ts';
import { parseJson } from '../../wire/json.ts';
import type { MovementData } from './schema.ts';

/** The answer to a top-up, bonus or spend; the same whether it was recorded now or long ago. */
export function presentMovement(record: OperationRecord): MovementData {
  const entry = movementOf(record);
  return {
    transaction_id: record.id,
    reference_id: record.reference ?? record.id,
    user_id: entry.account.owner,
    asset_code: entry.account.asset,
    amount: entry.amount,
    balance_before: entry.balanceBefore,
    balance_after: entry.balanceAfter,
    created_at: record.recordedAt.toISOString(),
  };
}

export const presentEntry = (entry: HistoryEntry, assetCode: string) => ({
  transaction_id: entry.transactionId,
  type: entry.type,
  direction: entry.direction,
  asset_code: assetCode,
  amount: entry.amount,
  balance_before: entry.balanceBefore,
  balance_after: entry.balanceAfter,
  reference_id: entry.reference,
  // Our own parser, for it keeps the letters of numbers.
  ...(entry.metadata !== null && { metadata: parseJson(entry.metadata) }),
  occurred_at: entry.occurredAt.toISOString(),
  created_at: entry.recordedAt.toISOString(),
});
