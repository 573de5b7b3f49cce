/** The addresses that are told of events, ledger by ledger. */
import type { Database } from './database.ts';

export type WebhookStatus = 'active' | 'paused' | 'disabled';

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  /** Null for all types. */
  readonly eventTypes: readonly string[] | null;
  readonly status: WebhookStatus;
  readonly failingSince: Date | null;
  readonly previousUntil: Date | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

interface Row {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly event_types: string[] | null;
  readonly status: WebhookStatus;
  readonly failing_since: Date | null;
  readonly previous_until: Date | null;
  readonly created_at: Date;
  readonly changed_at: Date;
}

const COLUMNS = 'id, url, description, event_types, status, failing_since, previous_until, created_at, changed_at';

const toWebhook = (row: Row): Webhook => ({
  id: row.id,
  url: row.url,
  description: row.description,
  eventTypes: row.event_types,
  status: row.status,
  failingSince: row.failing_since,
  previousUntil: row.previous_until,
  createdAt: row.created_at,
  changedAt: row.changed_at,
});

const first = (rows: Row[]): Webhook | null => (rows[0] ? toWebhook(rows[0]) : null);

/** All of a ledger, the oldest first. */
export async function webhooks(database: Database, ledgerId: bigint): Promise<Webhook[]> {
  const { rows } = await database.query<Row>(
    `select ${COLUMNS} from webhooks where ledger_id = $1 order by created_at, id`,
    [ledgerId],
  );
  return rows.map(toWebhook);
}

export async function webhook(database: Database, ledgerId: bigint, id: string): Promise<Webhook | null> {
  const { rows } = await database.query<Row>(`select ${COLUMNS} from webhooks where ledger_id = $1 and id = $2`, [
    ledgerId,
    id,
  ]);
  return first(rows);
}

export interface NewWebhook extends Pick<Webhook, 'id' | 'url' | 'description' | 'eventTypes'> {
  readonly secret: Buffer;
}

/** Adds a webhook, which is told of what is committed from now on. */
export async function addWebhook(
  database: Database,
  ledgerId: bigint,
  { id, url, description, eventTypes, secret }: NewWebhook,
): Promise<Webhook> {
  const { rows } = await database.query<Row>(
    `insert into webhooks (ledger_id, id, url, description, event_types, secret, status, from_height, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, 'active', (select height + 1 from ledger_heads where ledger_id = $1), now(), now())
     returning ${COLUMNS}`,
    [ledgerId, id, url, description, eventTypes, secret],
  );
  return toWebhook(rows[0] as Row);
}

export type WebhookChange = Partial<
  Pick<Webhook, 'url' | 'description' | 'eventTypes'> & { readonly status: 'active' | 'paused' }
>;

/** Changes what is given; null where there is no such webhook. Whoever makes it active again has to resume its deliveries. */
export async function changeWebhook(
  database: Database,
  ledgerId: bigint,
  id: string,
  change: WebhookChange,
): Promise<Webhook | null> {
  const values: unknown[] = [ledgerId, id];
  const set = (column: string, value: unknown) => (value === undefined ? [] : [`${column} = $${values.push(value)}`]);
  const changes = [
    ...set('url', change.url),
    ...set('description', change.description),
    ...set('event_types', change.eventTypes),
    ...set('status', change.status),
    // Its days of grace begin anew.
    ...(change.status === 'active' ? ['failing_since = null'] : []),
    'changed_at = now()',
  ];
  const { rows } = await database.query<Row>(
    `update webhooks set ${changes.join()} where ledger_id = $1 and id = $2 returning ${COLUMNS}`,
    values,
  );
  return first(rows);
}

/** Removes it; what it was told of goes later. Null where there is no such webhook. */
export async function removeWebhook(database: Database, ledgerId: bigint, id: string): Promise<Webhook | null> {
  const { rows } = await database.query<Row>(
    `delete from webhooks where ledger_id = $1 and id = $2 returning ${COLUMNS}`,
    [ledgerId, id],
  );
  return first(rows);
}

/** Puts a new secret in place; the one before it signs too, for so many seconds. Null where there is no such webhook. */
export async function rotateSecret(
  database: Database,
  ledgerId: bigint,
  id: string,
  secret: Buffer,
  grace: number,
): Promise<Webhook | null> {
  const { rows } = await database.query<Row>(
    `update webhooks set secret = $3, changed_at = now(),
            previous_secret = case when $4 > 0 then secret end,
            previous_until = case when $4 > 0 then now() + make_interval(secs => $4) end
      where ledger_id = $1 and id = $2 returning ${COLUMNS}`,
    [ledgerId, id, secret, grace],
  );
  return first(rows);
}

/** Who is told of a block's events. */
export interface Listener {
  readonly id: string;
  readonly eventTypes: ReadonlySet<string> | null;
  readonly active: boolean;
  readonly fromHeight: bigint;
}

/**
 * All that listen in a ledger. In a transaction they stay as they are until its end, so that none becomes active while
 * deliveries are written that count on its being paused.
 */
export async function listeners(database: Database, ledgerId: bigint): Promise<Listener[]> {
  const { rows } = await database.query<{
    id: string;
    event_types: string[] | null;
    active: boolean;
    from_height: bigint;
  }>(
    `select id, event_types, status = 'active' as active, from_height
       from webhooks where ledger_id = $1 order by id for share`,
    [ledgerId],
  );
  return rows.map(({ id, event_types, active, from_height }) => ({
    id,
    eventTypes: event_types && new Set(event_types),
    active,
    fromHeight: from_height,
  }));
}

/** Whether there is any webhook, paused and disabled ones included: what is told while they rest waits for them. */
export async function hasWebhooks(database: Database, ledgerId: bigint): Promise<boolean> {
  const { rows } = await database.query('select from webhooks where ledger_id = $1 limit 1', [ledgerId]);
  return rows.length > 0;
}

/** Remembers that something has arrived, where that is news. */
export async function webhookWorks(database: Database, ledgerId: bigint, id: string): Promise<void> {
  await database.query(
    'update webhooks set failing_since = null where ledger_id = $1 and id = $2 and failing_since is not null',
    [ledgerId, id],
  );
}

/**
 * Remembers that something has not arrived. Disables the webhook where nothing has for so many seconds, and says whether
 * it did.
 */
export async function webhookFails(
  database: Database,
  ledgerId: bigint,
  id: string,
  disableAfter: number,
): Promise<boolean> {
  const { rows } = await database.query<{ status: WebhookStatus }>(
    `update webhooks
        set failing_since = coalesce(failing_since, now()),
            status = case when coalesce(failing_since, now()) <= now() - make_interval(secs => $3) then 'disabled' else status end
      where ledger_id = $1 and id = $2 and status = 'active'
        and (failing_since is null or failing_since <= now() - make_interval(secs => $3))
     returning status`,
    [ledgerId, id, disableAfter],
  );
  return rows[0]?.status === 'disabled';
}
