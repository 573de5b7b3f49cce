/** All that was done, newest first: operations of the books and changes outside of them, in one line of time. */
import { blockSpan } from './audit.ts';
import type { Database } from './database.ts';
import { FIRST_WINDOW, LARGEST_WINDOW, nextWindow } from './journal-windows.ts';
import { Conditions } from './sql-conditions.ts';

export interface AuditLogFilter {
  readonly ledgerId: bigint;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly customer: string | null;
  readonly actor: string | null;
  readonly role: string | null;
  /** Name of the operation, such as `walletTopup` or `pointRulePut`. */
  readonly action: string | null;
  /** Id of the operation, or what was changed. */
  readonly object: string | null;
  readonly requestId: string | null;
}

export interface AuditLine {
  readonly kind: 'OPERATION' | 'CHANGE';
  readonly id: string;
  readonly recordedAt: Date;
  readonly action: string;
  readonly object: string;
  readonly customer: string | null;
  readonly actor: string;
  readonly role: string;
  readonly method: string;
  readonly endpoint: string;
  readonly address: string;
  readonly userAgent: string;
  /** Null for operations, whose place in the books says which request it was by its key. */
  readonly requestId: string | null;
  /** JSON text, to the letter. */
  readonly data: string | null;
}

/** How far each of the two has been told: what comes next is older. */
export interface AuditPlace {
  readonly height: bigint;
  readonly index: number;
  /** Milliseconds since 1970, and the id of the last change that was told at that time. */
  readonly time: number;
  readonly changeId: string;
}

export interface AuditPage {
  readonly lines: AuditLine[];
  readonly next: AuditPlace | null;
}

/** Before which everything is. */
export const BEYOND: AuditPlace = {
  height: 9_223_372_036_854_775_807n,
  index: 0,
  // The last of the years that have four digits: the driver writes no others as PostgreSQL reads them.
  time: Date.UTC(9999, 11, 31),
  changeId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

type OperationLine = AuditLine & { readonly height: bigint; readonly index: number };

/** At most `limit` lines before a place; fewer are not the end while there is a `next`. */
export async function auditPage(
  database: Database,
  filter: AuditLogFilter,
  { limit, before, patience }: { readonly limit: number; readonly before: AuditPlace; readonly patience: number },
): Promise<AuditPage> {
  const [operations, changes] = await Promise.all([
    operationsBefore(database, filter, before, limit, patience),
    changesBefore(database, filter, before, limit),
  ]);
  const { told } = tellable(operations, changes);
  const merged = told.slice(0, limit);
  if (operations.end && changes.end && merged.length === operations.lines.length + changes.lines.length) {
    return { lines: merged, next: null };
  }
  const moved = merged.filter((line): line is OperationLine => 'height' in line);
  const { height, index } = moved.length === operations.lines.length ? operations.next : (moved.at(-1) ?? before);
  const change = merged.findLast(({ kind }) => kind === 'CHANGE');
  const { time, changeId } = change ? placeOf(change) : before;
  return { lines: merged, next: { height, index, time, changeId } };
}

/** Order of the log, operations before changes of the same millisecond: each list keeps its own where neither is newer. */
function newestFirst(a: AuditLine, b: AuditLine): number {
  const apart = b.recordedAt.getTime() - a.recordedAt.getTime();
  if (apart !== 0 || a.kind !== b.kind) return apart || (a.kind === 'OPERATION' ? -1 : 1);
  // Each list is in its own order already, which a stable sort keeps.
  return 0;
}

export type OperationPlace = Pick<AuditPlace, 'height' | 'index'>;
export type ChangePlace = Pick<AuditPlace, 'time' | 'changeId'>;

/** What was read of one of the two. */
export interface Found<Place> {
  readonly lines: readonly AuditLine[];
  /** Whether there is nothing older. */
  readonly end: boolean;
  /** Before which the search goes on. */
  readonly next: Place;
}

/** The lines, in order, before which neither of the two can have anything that is still to be read, and what is left of each. */
export function tellable(operations: Found<OperationPlace>, changes: Found<ChangePlace>) {
  const [first, second] = [countOf(operations, changes), countOf(changes, operations)];
  return {
    told: [...operations.lines.slice(0, first), ...changes.lines.slice(0, second)].toSorted(newestFirst),
    operations: { ...operations, lines: operations.lines.slice(first) },
    changes: { ...changes, lines: changes.lines.slice(second) },
  };
}

/** How many stand before all that is still to be read of the other. */
function countOf({ lines }: Found<unknown>, other: Found<unknown>): number {
  if (other.end) return lines.length;
  const read = other.lines.at(-1);
  if (!read) return 0;
  const first = lines.findIndex((line) => newestFirst(line, read) > 0);
  return first === -1 ? lines.length : first;
}

const NOTHING: OperationPlace = { height: 0n, index: 0 };

/** The newest operations before a place; none may have been found yet, and still not be the end, when patience ran out. */
export async function operationsBefore(
  database: Database,
  filter: AuditLogFilter,
  before: OperationPlace,
  limit: number,
  patience: number,
): Promise<Found<OperationPlace>> {
  // Requests leave their ids with changes alone.
  if (filter.requestId !== null) return { lines: [], end: true, next: NOTHING };
  const started = performance.now();
  const span = await blockSpan(database, filter);
  const transactionId = filter.object === null ? null : UUID.test(filter.object) ? filter.object : NOBODY;
  const meant = { ledgerId: filter.ledgerId, transactionId, customer: filter.customer, owner: null };
  const lines: OperationLine[] = [];
  let high = span.high < before.height ? span.high : before.height;
  for (let size = FIRST_WINDOW; high >= span.low; size = Math.min(size * 4, LARGEST_WINDOW)) {
    const window = await nextWindow(database, meant, { low: span.low, high }, size);
    if (!window) break;
    const sql = new Conditions(filter.ledgerId, window.low, window.high, limit + 1 - lines.length);
    const { rows } = await database.query<OperationRow>(statement(sql, filter, before, transactionId), sql.values);
    lines.push(...rows.map(toOperation));
    if (lines.length > limit) {
      const page = lines.slice(0, limit);
      return { lines: page, end: false, next: page.at(-1) ?? before };
    }
    high = window.low - 1n;
    const outOfPatience = performance.now() - started > patience;
    if (outOfPatience && high >= span.low) return { lines, end: false, next: { height: window.low, index: 0 } };
  }
  return { lines, end: true, next: NOTHING };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NOBODY = '00000000-0000-0000-0000-000000000000';

function statement(sql: Conditions, filter: AuditLogFilter, before: OperationPlace, id: string | null): string {
  const conditions = [
    'o.ledger_id = $1 and o.height between $2 and $3',
    `(o.height, o.index) < (${sql.value(before.height)}, ${sql.value(before.index)})`,
    ...sql.when(id, (place) => `o.id = ${place}`),
    ...sql.when(filter.customer, (place) => `o.customer = ${place}`),
    ...sql.when(filter.action, (place) => `o.operation = ${place}`),
    ...sql.when(filter.actor, (place) => `c.subject = ${place}`),
    ...sql.when(filter.role, (place) => `c.role = ${place}`),
  ];
  return `
    select o.id, o.operation, o.customer, o.reverses, o.data::text, o.height, o.index, b.recorded_at,
           c.subject, c.role, c.method, c.endpoint, c.address, c.user_agent
      from operations o
      join blocks b on b.ledger_id = $1 and b.height = o.height and b.height between $2 and $3
     cross join lateral (select * from callers c where c.ledger_id = $1 and c.id = o.caller_id limit 1) c
     where ${conditions.join(' and ')}
     order by o.height desc, o.index desc limit $4`;
}

/** The newest changes before a place. */
export async function changesBefore(
  database: Database,
  filter: AuditLogFilter,
  before: ChangePlace,
  limit: number,
): Promise<Found<ChangePlace>> {
  const sql = new Conditions(filter.ledgerId, new Date(before.time), before.changeId, limit + 1);
  const conditions = [
    ...sql.when(filter.from, (place) => `recorded_at >= ${place}`),
    ...sql.when(filter.to, (place) => `recorded_at <= ${place}`),
    ...sql.when(filter.customer, (place) => `customer = ${place}`),
    ...sql.when(filter.action, (place) => `operation = ${place}`),
    ...sql.when(filter.actor, (place) => `subject = ${place}`),
    ...sql.when(filter.role, (place) => `role = ${place}`),
    ...sql.when(filter.object, (place) => `object = ${place}`),
    ...sql.when(filter.requestId, (place) => `request_id = ${place}`),
  ];
  const { rows } = await database.query<ChangeRow>(
    `select id, operation, object, customer, data::text, recorded_at, subject, role, method, endpoint, address, user_agent,
            request_id
       from changes
      where ledger_id = $1 and (recorded_at, id) < ($2, $3)${conditions.map((one) => ` and ${one}`).join('')}
      order by recorded_at desc, id desc limit $4`,
    sql.values,
  );
  const lines = rows.slice(0, limit).map(toChange);
  const last = lines.at(-1);
  const next = last ? placeOf(last) : before;
  return { lines, end: rows.length <= limit, next };
}

const placeOf = ({ recordedAt, id }: AuditLine): ChangePlace => ({ time: recordedAt.getTime(), changeId: id });

interface Row {
  id: string;
  operation: string;
  customer: string | null;
  data: string | null;
  recorded_at: Date;
  subject: string;
  role: string;
  method: string;
  endpoint: string;
  address: string;
  user_agent: string;
}

interface OperationRow extends Row {
  reverses: string | null;
  height: bigint;
  index: number;
}

interface ChangeRow extends Row {
  object: string;
  request_id: string;
}

const common = ({ recorded_at, operation, subject, user_agent, ...row }: Row) => ({
  id: row.id,
  recordedAt: recorded_at,
  action: operation,
  customer: row.customer,
  actor: subject,
  role: row.role,
  method: row.method,
  endpoint: row.endpoint,
  address: row.address,
  userAgent: user_agent,
  data: row.data,
});

const toOperation = (row: OperationRow): OperationLine => ({
  ...common(row),
  kind: 'OPERATION',
  object: row.reverses ?? row.id,
  requestId: null,
  height: row.height,
  index: row.index,
});

const toChange = (row: ChangeRow): AuditLine => ({
  ...common(row),
  kind: 'CHANGE',
  object: row.object,
  requestId: row.request_id,
});
