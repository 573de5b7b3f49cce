/** What stands around a transaction: who asked for it, its neighbours in the books, and who was told of it. */
import type { Caller } from '../wallet/caller.ts';
import type { Database } from './database.ts';

export interface Origin extends Caller {
  /** The hash that stands for the idempotency key: the key itself is not kept. */
  readonly keyHash: string;
}

export async function originOf(database: Database, ledgerId: bigint, id: string): Promise<Origin> {
  const { rows } = await database.query<Omit<Origin, 'userAgent' | 'keyHash'> & { user_agent: string; key: string }>(
    `select o.key, c.subject, c.role, c.method, c.endpoint, c.address, c.user_agent
       from operations o join callers c on c.ledger_id = $1 and c.id = o.caller_id
      where o.ledger_id = $1 and o.id = $2`,
    [ledgerId, id],
  );
  if (!rows[0]) throw new Error(`operation ${id} has no caller`);
  const { user_agent, key, ...rest } = rows[0];
  return { ...rest, userAgent: user_agent, keyHash: key };
}

const HAS_ENTRIES =
  'exists (select from entries e where e.ledger_id = $1 and e.height = o.height and e.index = o.index)';

/** Its neighbours among the transactions; null at either end. */
export async function neighboursOf(
  database: Database,
  ledgerId: bigint,
  { height, index }: { readonly height: bigint; readonly index: number },
): Promise<{ readonly previous: string | null; readonly next: string | null }> {
  const { rows } = await database.query<{ previous: string | null; next: string | null }>(
    `select (select o.id from operations o where o.ledger_id = $1 and (o.height, o.index) < ($2, $3) and ${HAS_ENTRIES}
              order by o.height desc, o.index desc limit 1) as previous,
            (select o.id from operations o where o.ledger_id = $1 and (o.height, o.index) > ($2, $3) and ${HAS_ENTRIES}
              order by o.height, o.index limit 1) as next`,
    [ledgerId, height, index],
  );
  return rows[0] as { previous: string | null; next: string | null };
}

export interface EventDelivery {
  readonly eventId: string;
  readonly webhookId: string;
  readonly url: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastAttemptAt: Date | null;
}

/** Which webhooks were told, or are to be told, of these events. */
export async function eventDeliveries(
  database: Database,
  ledgerId: bigint,
  eventIds: readonly string[],
): Promise<EventDelivery[]> {
  const { rows } = await database.query<
    Omit<EventDelivery, 'eventId' | 'webhookId' | 'lastStatus' | 'lastAttemptAt'> & {
      event_id: string;
      webhook_id: string;
      last_status: number | null;
      last_attempt_at: Date | null;
    }
  >(
    `select d.event_id, d.webhook_id, w.url, d.state, d.attempts, d.last_status, d.last_attempt_at
       from webhooks w
      cross join unnest($2::text[]) as n(event_id)
      cross join lateral (
        select * from webhook_deliveries d
         where d.ledger_id = $1 and d.webhook_id = w.id and d.event_id = n.event_id limit 1
      ) d
      where w.ledger_id = $1
      order by d.event_id, d.webhook_id`,
    [ledgerId, eventIds],
  );
  return rows.map(({ event_id, webhook_id, last_status, last_attempt_at, ...row }) => ({
    ...row,
    eventId: event_id,
    webhookId: webhook_id,
    lastStatus: last_status,
    lastAttemptAt: last_attempt_at,
  }));
}
