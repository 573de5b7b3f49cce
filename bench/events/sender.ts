import { type ConfirmChannel, connect } from 'amqplib';
import { declareQueues } from '../../src/faces/amqp/topology.ts';
import type { TrafficMessage } from '../../test/support/event-traffic.ts';
import { EXCHANGE, QUEUE } from './stage.ts';

/** Messages on their way to the broker at most. */
const WINDOW = 2_000;

/** A queue where `wallet.transactionFinalized` arrives, as at the service that waits for it. */
export const FINALIZED = 'transactions-service';

/** Someone who sends events, over one connection. */
export class Sender {
  readonly channel: ConfirmChannel;
  readonly close: () => Promise<void>;

  private constructor(channel: ConfirmChannel, close: () => Promise<void>) {
    this.channel = channel;
    this.close = close;
  }

  static async open(url: string): Promise<Sender> {
    const connection = await connect(url);
    connection.on('error', () => {});
    const channel = await connection.createConfirmChannel();
    channel.on('error', () => {});
    await declareQueues(channel, { exchange: EXCHANGE, queue: QUEUE });
    await channel.assertQueue(FINALIZED, { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    await channel.bindQueue(FINALIZED, EXCHANGE, 'wallet.transactionFinalized');
    return new Sender(channel, () => connection.close());
  }

  /** Resolves when the broker has confirmed all of them. Throws where the broker went away meanwhile. */
  async sendAll(messages: readonly TrafficMessage[]): Promise<void> {
    for (let from = 0; from < messages.length; from += WINDOW) {
      for (const message of messages.slice(from, from + WINDOW)) this.send(message);
      await this.channel.waitForConfirms();
    }
  }

  send({ routingKey, body }: TrafficMessage): void {
    this.channel.publish(EXCHANGE, routingKey, Buffer.from(body), {
      persistent: true,
      contentType: 'application/json',
    });
  }
}
