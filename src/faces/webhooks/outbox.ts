/** From the books to deliveries: one for each event and each webhook that listens to it. */
import { v7 } from 'uuid';
import type { Database } from '../../queries/database.ts';
import { addDeliveries, type NewDelivery } from '../../queries/webhook-deliveries.ts';
import { type Listener, listeners } from '../../queries/webhooks.ts';
import { type DomainEvent, eventsOf } from '../../wallet/events.ts';
import type { OperationRecord } from '../../wallet/record.ts';
import { addJobs } from '../jobs/add.ts';
import { deliverJob } from './jobs.ts';

/** The name under which webhooks keep their place in the books. */
export const CONSUMER = 'webhooks';

/** Events of these operations for all who listen, with the jobs that deliver them, in the transaction of `client`. */
export async function takeEvents(
  client: Database,
  ledgerId: bigint,
  records: readonly OperationRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const listening = await listeners(client, ledgerId);
  if (listening.length === 0) return;
  const events = records.flatMap((record) => eventsOf(ledgerId, record));
  const wanted = events.flatMap((event) =>
    listening.filter((listener) => wants(listener, event)).map((listener) => deliveryOf(event, listener)),
  );
  const added = await addDeliveries(client, ledgerId, wanted);
  const due = wanted.filter(({ id, now }) => now && added.has(id));
  await addJobs(
    client,
    due.map(({ id, webhookId }) => deliverJob({ ledgerId, id, webhookId, attempts: 0 })),
  );
}

const wants = ({ eventTypes, fromHeight }: Listener, { type, height }: DomainEvent): boolean =>
  height >= fromHeight && (eventTypes === null || eventTypes.has(type));

const deliveryOf = ({ id, type, height, index, n }: DomainEvent, listener: Listener): NewDelivery => ({
  id: v7(),
  webhookId: listener.id,
  eventId: id,
  eventType: type,
  place: { height, index, n },
  now: listener.active,
});
