import type { JsonObject } from '../wallet/operation.ts';
import type { OperationRecord } from '../wallet/record.ts';
import type { Database } from './database.ts';

export type KeyedOperation = Pick<OperationRecord, 'id' | 'operation' | 'data'>;

/** The operation that was recorded under this key, given by its hash; null where there is none. */
export async function operationByKey(
  database: Database,
  ledgerId: bigint,
  keyHash: string,
): Promise<KeyedOperation | null> {
  const { rows } = await database.query<{ id: string; operation: string; data: JsonObject | null }>({
    name: 'operation_by_key',
    text: 'select id, operation, data from operations where ledger_id = $1 and key = $2',
    values: [ledgerId, keyHash],
  });
  const [row] = rows;
  return row ? { ...row, data: row.data ?? {} } : null;
}
