/** What each webhook was told, is to be told, and could not be told. */
import type { EventPlace } from '../wallet/events.ts';
import type { Database } from './database.ts';

export const DELIVERY_STATES = ['pending', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface Delivery {
  readonly id: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly eventType: string;
  /** Null for a test. */
  readonly place: EventPlace | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly lastAttemptAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly responseExcerpt: string | null;
  readonly durationMs: number | null;
  readonly createdAt: Date;
}

interface Row {
  readonly id: string;
  readonly webhook_id: string;
  readonly event_id: string;
  readonly event_type: string;
  readonly height: bigint | null;
  readonly index: number | null;
  readonly n: number | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly next_attempt_at: Date | null;
  readonly last_attempt_at: Date | null;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly response_excerpt: string | null;
  readonly duration_ms: number | null;
  readonly created_at: Date;
}

const NAMES = [
  ...['id', 'webhook_id', 'event_id', 'event_type', 'height', 'index', 'n', 'state', 'attempts', 'next_attempt_at'],
  ...['last_attempt_at', 'last_status', 'last_error', 'response_excerpt', 'duration_ms', 'created_at'],
];
const COLUMNS = NAMES.join();
const COLUMNS_OF_D = NAMES.map((name) => `d.${name}`).join();

function toDelivery(row: Row): Delivery {
  const { height, index, n } = row;
  return {
    id: row.id,
    webhookId: row.webhook_id,
    eventId: row.event_id,
    eventType: row.event_type,
    place: height === null || index === null || n === null ? null : { height, index, n },
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    lastAttemptAt: row.last_attempt_at,
    lastStatus: row.last_status,
    lastError: row.last_error,
    responseExcerpt: row.response_excerpt,
    durationMs: row.duration_ms,
    createdAt: row.created_at,
  };
}

export interface NewDelivery extends Pick<Delivery, 'id' | 'webhookId' | 'eventId' | 'eventType' | 'place'> {
  /** Whether it is sent at once; it waits for its webhook otherwise. */
  readonly now: boolean;
}

/** Deliveries of one statement, which takes 65,535 parameters at most. */
const ADDED_TOGETHER = 5_000;

/** Adds deliveries, except those of events that their webhook is told of already, and gives the ids of the new ones. */
export async function addDeliveries(
  database: Database,
  ledgerId: bigint,
  deliveries: readonly NewDelivery[],
): Promise<ReadonlySet<string>> {
  const added = new Set<string>();
  for (let from = 0; from < deliveries.length; from += ADDED_TOGETHER) {
    const values: unknown[] = [ledgerId];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const tuples = deliveries
      .slice(from, from + ADDED_TOGETHER)
      .map(({ id, webhookId, eventId, eventType, place: at, now }) => {
        const own = [id, webhookId, eventId, eventType, at?.height ?? null, at?.index ?? null, at?.n ?? null].map(
          place,
        );
        return `($1, ${own.join()}, 'pending', ${now ? 'now()' : 'null'}, now())`;
      });
    const { rows } = await database.query<{ id: string }>(
      `insert into webhook_deliveries
         (ledger_id, id, webhook_id, event_id, event_type, height, index, n, state, next_attempt_at, created_at)
       values ${tuples.join()}
       on conflict (ledger_id, webhook_id, event_id) do nothing returning id`,
      values,
    );
    for (const { id } of rows) added.add(id);
  }
  return added;
}

export interface DeliveryFilter {
  readonly state: DeliveryState | null;
  readonly eventType: string | null;
  /** Only those that are older than this one. */
  readonly before: string | null;
  readonly limit: number;
}

/** The newest first. */
export async function deliveries(
  database: Database,
  ledgerId: bigint,
  webhookId: string,
  { state, eventType, before, limit }: DeliveryFilter,
): Promise<Delivery[]> {
  const { rows } = await database.query<Row>(
    `select ${COLUMNS} from webhook_deliveries
      where ledger_id = $1 and webhook_id = $2
        ${state === null ? '' : `and state = '${state}'`}
        and ($3::text is null or event_type = $3) and ($4::uuid is null or id < $4)
      order by id desc limit $5`,
    [ledgerId, webhookId, eventType, before, limit],
  );
  return rows.map(toDelivery);
}

export async function delivery(
  database: Database,
  ledgerId: bigint,
  webhookId: string,
  id: string,
): Promise<Delivery | null> {
  const { rows } = await database.query<Row>(
    `select ${COLUMNS} from webhook_deliveries where ledger_id = $1 and webhook_id = $2 and id = $3`,
    [ledgerId, webhookId, id],
  );
  return rows[0] ? toDelivery(rows[0]) : null;
}

/** A delivery that is due, with what sending it takes. */
export interface DueDelivery extends Delivery {
  /** Since it was last begun anew. */
  readonly tries: number;
  readonly url: string;
  readonly active: boolean;
  /** Whether its webhook was failing before. */
  readonly failing: boolean;
  /** The secrets that sign, encrypted; the newest first. */
  readonly secrets: readonly Buffer[];
}

/** The delivery, if so many attempts were made and none of them has settled it; null otherwise. */
export async function dueDelivery(
  database: Database,
  ledgerId: bigint,
  id: string,
  attempts: number,
): Promise<DueDelivery | null> {
  const { rows } = await database.query<
    Row & { tries: number; url: string; active: boolean; failing: boolean; secret: Buffer; previous: Buffer | null }
  >(
    `select ${COLUMNS_OF_D}, d.tries, w.url, w.status = 'active' as active, w.failing_since is not null as failing, w.secret,
            case when w.previous_until > now() then w.previous_secret end as previous
       from webhook_deliveries d
       join webhooks w on w.ledger_id = d.ledger_id and w.id = d.webhook_id
      where d.ledger_id = $1 and d.id = $2 and d.state = 'pending' and d.attempts = $3`,
    [ledgerId, id, attempts],
  );
  const [row] = rows;
  if (!row) return null;
  const { tries, url, active, failing, secret, previous } = row;
  return { ...toDelivery(row), tries, url, active, failing, secrets: previous ? [secret, previous] : [secret] };
}

/** What became of an attempt. */
export interface Attempt {
  readonly at: Date;
  readonly durationMs: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly excerpt: string | null;
}

/**
 * Writes down an attempt and what follows from it; false where another instance has written one down meanwhile. `next`
 * is when it is tried again, for a pending one.
 */
export async function recordAttempt(
  database: Database,
  ledgerId: bigint,
  { id, attempts }: Pick<Delivery, 'id' | 'attempts'>,
  { at, durationMs, status, error, excerpt }: Attempt,
  state: DeliveryState,
  next: Date | null,
): Promise<boolean> {
  const { rows } = await database.query(
    `update webhook_deliveries
        set attempts = attempts + 1, tries = tries + 1, state = $4, next_attempt_at = $5,
            last_attempt_at = $6, duration_ms = $7, last_status = $8, last_error = $9, response_excerpt = $10
      where ledger_id = $1 and id = $2 and attempts = $3 and state = 'pending'
     returning id`,
    [ledgerId, id, attempts, state, next, at, durationMs, status, error, excerpt],
  );
  return rows.length > 0;
}

/** Lets a delivery wait until its webhook is active again. */
export async function holdDelivery(database: Database, ledgerId: bigint, id: string): Promise<void> {
  await database.query(
    `update webhook_deliveries set next_attempt_at = null where ledger_id = $1 and id = $2 and state = 'pending'`,
    [ledgerId, id],
  );
}

export interface Restarted {
  readonly id: string;
  readonly attempts: number;
}

/** Begins a delivery anew, whatever became of it; null where there is none. */
export async function restartDelivery(
  database: Database,
  ledgerId: bigint,
  webhookId: string,
  id: string,
): Promise<Delivery | null> {
  const { rows } = await database.query<Row>(
    `update webhook_deliveries set state = 'pending', tries = 0, next_attempt_at = now()
      where ledger_id = $1 and webhook_id = $2 and id = $3 returning ${COLUMNS}`,
    [ledgerId, webhookId, id],
  );
  return rows[0] ? toDelivery(rows[0]) : null;
}

/** Begins so many of those in a state anew, the oldest first, from one on that was there before. */
export async function restartDeliveries(
  database: Database,
  ledgerId: bigint,
  webhookId: string,
  state: 'pending' | 'dead',
  after: string | null,
  limit: number,
): Promise<Restarted[]> {
  const { rows } = await database.query<Restarted>(
    `with found as materialized (
       select id from webhook_deliveries
        where ledger_id = $1 and webhook_id = $2 and state = '${state}' and ($3::uuid is null or id > $3)
        order by id limit $4 for update
     )
     update webhook_deliveries d set state = 'pending', tries = 0, next_attempt_at = now()
       from found where d.ledger_id = $1 and d.id = found.id and d.state = '${state}'
     returning d.id, d.attempts`,
    [ledgerId, webhookId, after, limit],
  );
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

export async function countDead(database: Database, ledgerId: bigint, webhookId: string): Promise<number> {
  const { rows } = await database.query<{ dead: number }>(
    `select count(*)::integer as dead from webhook_deliveries where ledger_id = $1 and webhook_id = $2 and state = 'dead'`,
    [ledgerId, webhookId],
  );
  return rows[0]?.dead ?? 0;
}

/** Removes up to so many deliveries that are older than this; says whether that was all. */
export async function forgetOldDeliveries(
  database: Database,
  ledgerId: bigint,
  before: Date,
  limit: number,
): Promise<boolean> {
  const { rows } = await database.query(
    `delete from webhook_deliveries
      where ledger_id = $1
        and id in (select id from webhook_deliveries where ledger_id = $1 and id < $2 order by id limit $3)
     returning id`,
    [ledgerId, firstIdAt(before), limit],
  );
  return rows.length < limit;
}

/** Ids are uuids of version 7, which begin with the time. */
function firstIdAt(time: Date): string {
  const hex = time.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** Removes up to so many deliveries of a webhook; says whether that was all. */
export async function forgetDeliveriesOf(
  database: Database,
  ledgerId: bigint,
  webhookId: string,
  limit: number,
): Promise<boolean> {
  const { rows } = await database.query(
    `delete from webhook_deliveries
      where ledger_id = $1
        and id in (select id from webhook_deliveries where ledger_id = $1 and webhook_id = $2 order by id limit $3)
     returning id`,
    [ledgerId, webhookId, limit],
  );
  return rows.length < limit;
}

/** Those that should have been tried before this time, and have no job any more that would do it. */
export async function strandedDeliveries(
  database: Database,
  ledgerId: bigint,
  before: Date,
  limit: number,
): Promise<(Restarted & { readonly webhookId: string })[]> {
  const { rows } = await database.query<{ id: string; attempts: number; webhookId: string }>(
    `select d.id, d.attempts, d.webhook_id as "webhookId"
       from webhook_deliveries d
       join webhooks w on w.ledger_id = d.ledger_id and w.id = d.webhook_id and w.status = 'active'
      where d.ledger_id = $1 and d.state = 'pending' and (d.next_attempt_at is null or d.next_attempt_at < $2)
        and d.created_at < $2
        and not exists (select from graphile_worker.jobs j where j.key = 'webhook/' || d.id::text)
      limit $3`,
    [ledgerId, before, limit],
  );
  return rows;
}
