/** What the service needs at the broker. Declared on each connection: a broker that lost everything gets it back. */
import type { Channel } from 'amqplib';
import { ROUTING_KEYS } from '../events/consumed.ts';

export interface Topology {
  readonly exchange: string;
  readonly queue: string;
}

/**
 * How often a message may come back because whoever had it in hand went away. Being the death of a hundred services in a
 * row, a message is no use; being on its way during as many outages, it is only unlucky.
 */
export const DELIVERY_LIMIT = 100;

export const deadQueue = ({ queue }: Topology): string => `${queue}.dead`;

/** The topic exchange that all events go through. */
export async function declareExchange(channel: Channel, { exchange }: Topology): Promise<void> {
  await channel.assertExchange(exchange, 'topic', { durable: true });
}

/** Exchange, queue and dead letters. Throws where they are there already with other properties. */
export async function declareQueues(channel: Channel, topology: Topology): Promise<void> {
  const { exchange, queue } = topology;
  await declareExchange(channel, topology);
  await channel.assertQueue(deadQueue(topology), { durable: true, arguments: { 'x-queue-type': 'quorum' } });
  await channel.assertQueue(queue, {
    durable: true,
    arguments: {
      'x-queue-type': 'quorum',
      'x-delivery-limit': DELIVERY_LIMIT,
      // By way of the default exchange, whose routing keys are the names of queues.
      'x-dead-letter-exchange': '',
      'x-dead-letter-routing-key': deadQueue(topology),
      // A dead letter leaves the queue when the other queue has it; that asks for the overflow below.
      'x-dead-letter-strategy': 'at-least-once',
      'x-overflow': 'reject-publish',
    },
  });
  for (const key of ROUTING_KEYS) await channel.bindQueue(queue, exchange, key);
}
