/** A webhook of the first ledger whose one delivery has failed for as long as the service tries. */
import { randomUUID } from 'node:crypto';
import type { Pool } from '../../src/database/pool.ts';

export interface DeadDelivery {
  readonly webhookId: string;
  readonly deliveryId: string;
}

/** It told in vain of a top-up that is there. */
export async function plantDeadDelivery(database: Pool): Promise<DeadDelivery> {
  const [webhookId, deliveryId] = [randomUUID(), randomUUID()];
  await database.query(
    `insert into webhooks (ledger_id, id, url, secret, status, from_height, created_at, changed_at)
     values (1, $1, 'https://shop.example/pochi/events', '\\x00', 'active', 1, now(), now())`,
    [webhookId],
  );
  await database.query(
    `insert into webhook_deliveries (ledger_id, id, webhook_id, event_id, event_type, height, index, n, state, attempts,
                                     last_status, last_attempt_at, response_excerpt, created_at)
     select 1, $2, $1, o.id || '-0', 'wallet.funds_added', o.height, o.index, 0, 'dead', 8, 500, now(), 'the shop is closed', now()
     from operations o where o.ledger_id = 1 and o.operation = 'walletTopup' limit 1`,
    [webhookId, deliveryId],
  );
  return { webhookId, deliveryId };
}
