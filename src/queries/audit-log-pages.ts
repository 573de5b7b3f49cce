/** All of the audit log that matches, newest first, page by page, for a file: each line is read once. */
import {
  type AuditLine,
  type AuditLogFilter,
  type AuditPlace,
  type ChangePlace,
  changesBefore,
  type Found,
  type OperationPlace,
  operationsBefore,
  tellable,
} from './audit-log.ts';
import type { Database } from './database.ts';

/**
 * Lines before a place, up to twice `size` at a time. A page may have none while a long search goes on, as `patience`
 * milliseconds of it are enough, so that whoever reads can leave.
 */
export async function* auditPages(
  database: Database,
  filter: AuditLogFilter,
  { size, before, patience }: { readonly size: number; readonly before: AuditPlace; readonly patience: number },
): AsyncGenerator<AuditLine[]> {
  // What was read and can't be told yet waits here, and is not read again.
  let operations: Found<OperationPlace> = { lines: [], end: false, next: before };
  let changes: Found<ChangePlace> = { lines: [], end: false, next: before };
  do {
    [operations, changes] = await Promise.all([
      refilled(operations, (place) => operationsBefore(database, filter, place, size, patience)),
      refilled(changes, (place) => changesBefore(database, filter, place, size)),
    ]);
    const next = tellable(operations, changes);
    yield next.told;
    ({ operations, changes } = next);
  } while (!isThrough(operations) || !isThrough(changes));
}

const isThrough = ({ lines, end }: Found<unknown>): boolean => end && lines.length === 0;

const refilled = async <Place>(found: Found<Place>, read: (before: Place) => Promise<Found<Place>>) =>
  found.lines.length > 0 || found.end ? found : read(found.next);
