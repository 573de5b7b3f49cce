/** What is changed outside of the books leaves a line here, in the statement that changes it: both stand, or neither. */
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../wallet/caller.ts';
import type { JsonObject } from '../wallet/operation.ts';
import type { Database } from './database.ts';

/** Who makes a change. */
export interface ChangeMaker {
  readonly caller: Caller;
  readonly requestId: string;
}

export interface Change extends ChangeMaker {
  /** Where the same change may be told twice: the same id both times. */
  readonly id?: string;
  /** Such as `pointRulePut`. */
  readonly operation: string;
  /** What is changed, such as `topup:USD`. */
  readonly object: string;
  readonly customer: string | null;
  /** What it was and has become; of a person the names of the fields alone. */
  readonly data: JsonObject;
}

const COLUMNS = [
  ...['id', 'operation', 'object', 'customer', 'subject', 'role', 'method', 'endpoint', 'address', 'user_agent'],
  ...['request_id', 'data'],
] as const;

/**
 * A statement that writes the line: for one that stands alone, or as a part (`with line as (...)`) of the statement that
 * makes the change. `$1` is the ledger, its other values begin at `$first`; `from` names a part that must have rows for
 * the line to be written.
 */
export function changeLine(first: number, from = ''): string {
  const values = COLUMNS.map((column, at) => `$${first + at}::${TYPES[column] ?? 'text'}`);
  const where = from === '' ? '' : ` where exists (select from ${from})`;
  return `insert into changes (ledger_id, recorded_at, ${COLUMNS.join()})
          select $1::bigint, date_trunc('milliseconds', clock_timestamp()), ${values.join()}${where}`;
}

const TYPES: Readonly<Record<string, string>> = { id: 'uuid', data: 'json' };

/** Writes the line of what changes no row of ours; once for one id. */
export async function recordChange(database: Database, ledgerId: bigint, change: Change): Promise<void> {
  await database.query(`${changeLine(2)} on conflict do nothing`, [ledgerId, ...changeValues(change)]);
}

/** Its values, in their order. */
export const changeValues = ({ id, operation, object, customer, caller, requestId, data }: Change): unknown[] => [
  ...[id ?? uuidv7(), operation, object, customer, caller.subject, caller.role, caller.method, caller.endpoint],
  ...[caller.address, caller.userAgent, requestId, JSON.stringify(data)],
];
