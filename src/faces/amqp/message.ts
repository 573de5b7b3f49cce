/** An event as a message: what is sent is a function of the event, so that it is the same however often it is sent. */
import type { Options } from 'amqplib';
import type { AssetRegistry } from '../../queries/asset-registry.ts';
import type { DomainEvent } from '../../wallet/events.ts';
import { eventBody, writePlace } from '../events/present.ts';

export interface EventMessage {
  readonly routingKey: string;
  readonly content: Buffer;
  readonly options: Options.Publish;
}

const APP = 'pochi';

/** `assets` must know the event's asset; `headers` are added to its own. */
export function messageOf(event: DomainEvent, assets: AssetRegistry, headers: object = {}): EventMessage {
  return {
    routingKey: event.type,
    content: Buffer.from(JSON.stringify(eventBody(event, assets))),
    options: {
      persistent: true,
      mandatory: true,
      messageId: event.id,
      type: event.type,
      appId: APP,
      contentType: 'application/json',
      timestamp: Math.floor(event.recordedAt.getTime() / 1000),
      headers: {
        ledger: event.ledgerId.toString(),
        place: writePlace(event),
        'occurred-at': event.occurredAt.toISOString(),
        ...(event.customer !== null && { customer: event.customer }),
        ...headers,
      },
    },
  };
}
