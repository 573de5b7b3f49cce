/** Reads earlier transactions as an operation needs them that takes them back. */
import type { RecordedTransaction } from '../wallet/operation.ts';
import type { Database } from './database.ts';
import { loadRecords, loadReversals } from './records.ts';

export async function loadTransactions(
  database: Database,
  ledgerId: bigint,
  ids: readonly string[],
): Promise<Map<string, RecordedTransaction>> {
  const records = await loadRecords(database, ledgerId, ids);
  const reversals = await loadReversals(database, ledgerId, ids);
  const allocations = await loadAllocations(database, ledgerId, [...records.keys()]);
  return new Map(
    [...records].map(([id, record]) => [
      id,
      {
        id,
        operation: record.operation,
        customer: record.customer,
        reverses: record.reverses,
        reversed: reversals.has(id),
        postings: record.entries,
        allocations: allocations.get(id) ?? [],
      },
    ]),
  );
}

type Allocations = { readonly slip: string | null; readonly amount: bigint }[];

async function loadAllocations(
  database: Database,
  ledgerId: bigint,
  ids: readonly string[],
): Promise<Map<string, Allocations>> {
  if (ids.length === 0) return new Map();
  const { rows } = await database.query<{ operation: string; slip: string | null; amount: bigint }>(
    `select o.id as operation, l.slip_id as slip, l.amount
       from unnest($2::uuid[]) as n(id)
       join operations o on o.ledger_id = $1 and o.id = n.id
       join allocations l on l.ledger_id = $1 and l.height = o.height and l.index = o.index
      order by l.height, l.index, l.place`,
    [ledgerId, ids],
  );
  return Map.groupBy(rows, ({ operation }) => operation);
}
