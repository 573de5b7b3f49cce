/** The browsers in which customers want to be told: see database/migrations/0010-push.sql. */
import type { Database } from './database.ts';

export interface PushChoices {
  /** Code of the language of its texts. */
  readonly language: string;
  /** Whether amounts stand in its texts, for everybody who sees the screen. */
  readonly showAmounts: boolean;
}

export interface NewPushSubscription extends PushChoices {
  /** An uuid of the caller's making, for the case that the browser is a new one. */
  readonly id: string;
  readonly customer: string;
  readonly endpoint: string;
  readonly p256dh: Buffer;
  readonly auth: Buffer;
  readonly expiresAt: Date | null;
}

export interface PushSubscription extends NewPushSubscription {
  readonly createdAt: Date;
}

/** The most subscriptions of one customer. */
export const MOST_SUBSCRIPTIONS = 20;

const COLUMNS = `id, customer, endpoint, p256dh, auth, language, show_amounts as "showAmounts",
  created_at as "createdAt", expires_at as "expiresAt"`;

export interface PutPushSubscription {
  readonly subscription: PushSubscription;
  /** Whether the customer did not have it yet. */
  readonly added: boolean;
}

const ATTEMPTS = 10;
const UNIQUE_VIOLATION = '23505';

/**
 * Adds a subscription, or renews the customer's own one of the same endpoint, which keeps its id. One that was another
 * customer's is theirs no more. Null where the customer has as many as there may be.
 */
export async function putPushSubscription(
  database: Database,
  ledgerId: bigint,
  given: NewPushSubscription,
): Promise<PutPushSubscription | null> {
  for (let attempt = 1; ; attempt += 1) {
    const renewed = await one(database, RENEW, ledgerId, given);
    if (renewed) return { subscription: renewed, added: false };
    try {
      const subscription = await one(database, ADD, ledgerId, given);
      return subscription && { subscription, added: subscription.id === given.id };
    } catch (error) {
      // Somebody else took the number a moment ago.
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION || attempt === ATTEMPTS) throw error;
    }
  }
}

const RENEW = `
  update push_subscriptions
     set p256dh = $5, auth = $6, language = $7, show_amounts = $8, expires_at = $9
   where ledger_id = $1 and customer = $3 and endpoint = $4 and $2::uuid is not null
  returning ${COLUMNS}`;

const ADD = `
  insert into push_subscriptions as p (ledger_id, id, customer, slot, endpoint, p256dh, auth, language, show_amounts,
                                       created_at, expires_at)
  select $1, $2, $3, free.slot, $4, $5, $6, $7, $8, now(), $9
    from generate_series(1, ${MOST_SUBSCRIPTIONS}) free(slot)
   where not exists (select from push_subscriptions s
                      where s.ledger_id = $1 and s.customer = $3 and s.slot = free.slot)
   order by free.slot
   limit 1
  on conflict (ledger_id, endpoint) do update
     set id = case when p.customer = excluded.customer then p.id else excluded.id end,
         slot = case when p.customer = excluded.customer then p.slot else excluded.slot end,
         customer = excluded.customer, p256dh = excluded.p256dh, auth = excluded.auth, language = excluded.language,
         show_amounts = excluded.show_amounts, created_at = excluded.created_at, expires_at = excluded.expires_at
  returning ${COLUMNS}`;

async function one(
  database: Database,
  statement: string,
  ledgerId: bigint,
  { id, customer, endpoint, p256dh, auth, language, showAmounts, expiresAt }: NewPushSubscription,
): Promise<PushSubscription | null> {
  const values = [ledgerId, id, customer, endpoint, p256dh, auth, language, showAmounts, expiresAt];
  const { rows } = await database.query<PushSubscription>(statement, values);
  return rows[0] ?? null;
}

/** A customer's subscriptions, the newest first. */
export async function pushSubscriptionsOf(
  database: Database,
  ledgerId: bigint,
  customer: string,
): Promise<PushSubscription[]> {
  const { rows } = await database.query<PushSubscription>(
    `select ${COLUMNS} from push_subscriptions where ledger_id = $1 and customer = $2 order by created_at desc, id desc`,
    [ledgerId, customer],
  );
  return rows;
}

/** The ids of all subscriptions of these customers, by customer. */
export async function pushSubscribers(
  database: Database,
  ledgerId: bigint,
  customers: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await database.query<{ customer: string; id: string }>(
    'select customer, id from push_subscriptions where ledger_id = $1 and customer = any ($2::text[])',
    [ledgerId, customers],
  );
  const byCustomer = new Map<string, string[]>();
  for (const { customer, id } of rows) byCustomer.set(customer, [...(byCustomer.get(customer) ?? []), id]);
  return byCustomer;
}

export async function pushSubscription(
  database: Database,
  ledgerId: bigint,
  id: string,
): Promise<PushSubscription | null> {
  const { rows } = await database.query<PushSubscription>(
    `select ${COLUMNS} from push_subscriptions where ledger_id = $1 and id = $2`,
    [ledgerId, id],
  );
  return rows[0] ?? null;
}

/** Removes a subscription; where a customer is named, only theirs. Gives whether there was one. */
export async function removePushSubscription(
  database: Database,
  ledgerId: bigint,
  id: string,
  customer: string | null = null,
): Promise<boolean> {
  const { rows } = await database.query(
    'delete from push_subscriptions where ledger_id = $1 and id = $2 and customer = coalesce($3, customer) returning id',
    [ledgerId, id, customer],
  );
  return rows.length > 0;
}

/** Removes all subscriptions of a customer. */
export async function removePushSubscriptionsOf(database: Database, ledgerId: bigint, customer: string): Promise<void> {
  await database.query('delete from push_subscriptions where ledger_id = $1 and customer = $2', [ledgerId, customer]);
}

/** Whether anybody is subscribed. */
export async function hasPushSubscriptions(database: Database, ledgerId: bigint): Promise<boolean> {
  const { rows } = await database.query('select from push_subscriptions where ledger_id = $1 limit 1', [ledgerId]);
  return rows.length > 0;
}
