/** What a receiver reads: made out of the books each time, so that it is the same however often it is sent. */
import type { AssetRegistry } from '../../queries/asset-registry.ts';
import type { FeedPage, Place } from '../../queries/feed.ts';
import type { Delivery } from '../../queries/webhook-deliveries.ts';
import { eventsOf } from '../../wallet/events.ts';
import { eventBody, eventEnvelope } from '../events/present.ts';

/** The type of an event that nothing has happened for. */
export const TEST_EVENT = 'webhook.test';

export interface PayloadSources {
  readonly assets: AssetRegistry;
  read(ledgerId: bigint, from: Place, limit: number): Promise<FeedPage>;
}

type Told = Pick<Delivery, 'eventId' | 'eventType' | 'place' | 'createdAt' | 'webhookId'>;

/** The payload of a delivery, to be written as JSON. Throws where the books hold no such event. */
export async function payloadOf(sources: PayloadSources, ledgerId: bigint, delivery: Told): Promise<object> {
  return delivery.place === null ? testPayload(ledgerId, delivery) : eventPayload(sources, ledgerId, delivery);
}

function testPayload(ledgerId: bigint, { eventId, webhookId, createdAt }: Told) {
  return {
    type: TEST_EVENT,
    timestamp: createdAt.toISOString(),
    id: eventId,
    ledger: ledgerId.toString(),
    data: { webhookId },
  };
}

async function eventPayload({ assets, read }: PayloadSources, ledgerId: bigint, { eventId, place }: Told) {
  if (place === null) throw new Error('a test has no place in the books');
  const { records } = await read(ledgerId, { height: place.height, index: place.index }, 1);
  const event = records.flatMap((record) => eventsOf(ledgerId, record)).find(({ id }) => id === eventId);
  if (!event) throw new Error(`there is no event ${eventId} at ${place.height}.${place.index}`);
  // Another instance may have added it a moment ago.
  if (event.asset !== null && !assets.get(event.asset)) await assets.refresh();
  const { type, ...envelope } = eventEnvelope(event);
  return { type, timestamp: envelope.recordedAt, ...envelope, data: eventBody(event, assets) };
}
