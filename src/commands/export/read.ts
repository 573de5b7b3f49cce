import type { Database } from '../../queries/database.ts';
import { operationsFrom, type Place } from '../../queries/feed.ts';
import type { OperationRecord } from '../../wallet/record.ts';

const PAGE = 2_000;

/** The operations of these blocks, both included, in their order, page by page. Blocks never change, so no snapshot is needed. */
export async function* operationsBetween(
  database: Database,
  ledgerId: bigint,
  from: bigint,
  to: bigint,
): AsyncGenerator<readonly OperationRecord[]> {
  let place: Place = { height: from, index: 0 };
  for (;;) {
    const { records, next, end } = await operationsFrom(database, ledgerId, place, PAGE);
    const wanted = records.filter(({ height }) => height <= to);
    if (wanted.length > 0) yield wanted;
    if (end || wanted.length < records.length) return;
    place = next;
  }
}
