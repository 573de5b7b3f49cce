import type { ConfirmChannel, ConsumeMessage } from 'amqplib';
import { holdsCard, redactBody, redactFields } from './redact.ts';
import { deadQueue, type Topology } from './topology.ts';

const MOST_REASON = 1_000;

/**
 * Lays a message with the reason among the dead letters, as it came: body, properties and headers. Only card numbers are
 * left out, and what may belong to them. Resolves when the broker has confirmed it.
 */
export function deadLetter(
  channel: ConfirmChannel,
  topology: Topology,
  message: ConsumeMessage,
  reason: string,
): Promise<void> {
  // The user of the connection is another one now, and the time to live is over.
  const { headers, userId: _, expiration: __, ...properties } = message.properties;
  const body = redactBody(message.content);
  const own = redactFields({
    'x-reason': holdsCard(reason) ? 'CARD_DATA_REFUSED' : reason.slice(0, MOST_REASON),
    'x-original-exchange': message.fields.exchange,
    'x-original-routing-key': message.fields.routingKey,
    'x-died-at': new Date().toISOString(),
    ...(body !== message.content && { 'x-redacted': true }),
  });
  return new Promise((resolve, reject) => {
    const send = (all: object) =>
      channel.sendToQueue(
        deadQueue(topology),
        body,
        { ...redactFields(properties), headers: all, persistent: true, mandatory: true },
        (error) => (error ? reject(error) : resolve()),
      );
    try {
      send({ ...redactFields(headers ?? {}), ...own });
    } catch (error) {
      // With ours the headers would be larger than a message can carry.
      if (!(error instanceof RangeError)) reject(error);
      else send(own);
    }
  });
}
