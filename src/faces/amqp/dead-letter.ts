import type { ConfirmChannel, ConsumeMessage } from 'amqplib';
import { deadQueue, type Topology } from './topology.ts';

const MOST_REASON = 1_000;

/**
 * Lays a message with the reason among the dead letters, as it came: body, properties and headers. Resolves when the
 * broker has confirmed it.
 */
export function deadLetter(
  channel: ConfirmChannel,
  topology: Topology,
  message: ConsumeMessage,
  reason: string,
): Promise<void> {
  // The user of the connection is another one now, and the time to live is over.
  const { headers, userId: _, expiration: __, ...properties } = message.properties;
  const own = {
    'x-reason': reason.slice(0, MOST_REASON),
    'x-original-exchange': message.fields.exchange,
    'x-original-routing-key': message.fields.routingKey,
    'x-died-at': new Date().toISOString(),
  };
  return new Promise((resolve, reject) => {
    const send = (all: object) =>
      channel.sendToQueue(
        deadQueue(topology),
        message.content,
        { ...properties, headers: all, persistent: true, mandatory: true },
        (error) => (error ? reject(error) : resolve()),
      );
    try {
      send({ ...headers, ...own });
    } catch (error) {
      // With ours the headers would be larger than a message can carry.
      if (!(error instanceof RangeError)) reject(error);
      else send(own);
    }
  });
}
