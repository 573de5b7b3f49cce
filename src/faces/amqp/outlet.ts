import type { ChannelModel, ConfirmChannel } from 'amqplib';
import type { EventMessage } from './message.ts';
import { declareExchange, type Topology } from './topology.ts';

/** Sends events and makes sure that the broker has them. */
export class Outlet {
  readonly #channel: ConfirmChannel;
  readonly #exchange: string;
  readonly #timeout: number;
  #sent = 0;

  private constructor(channel: ConfirmChannel, exchange: string, timeout: number) {
    this.#channel = channel;
    this.#exchange = exchange;
    this.#timeout = timeout;
  }

  /**
   * `onUnroutable` is told the type of each event that no queue is bound for, `onError` of a channel that is lost.
   * `timeout` is how many milliseconds the broker has to confirm what was sent.
   */
  static async open(
    connection: ChannelModel,
    topology: Topology,
    options: {
      readonly timeout: number;
      onUnroutable(type: string): void;
      onError(error: unknown): void;
    },
  ): Promise<Outlet> {
    const channel = await connection.createConfirmChannel();
    channel.on('error', options.onError);
    channel.on('close', () => options.onError(new Error('the channel was closed')));
    channel.on('return', ({ fields }) => options.onUnroutable(fields.routingKey));
    await declareExchange(channel, topology);
    return new Outlet(channel, topology.exchange, options.timeout);
  }

  send({ routingKey, content, options }: EventMessage): void {
    this.#channel.publish(this.#exchange, routingKey, content, options);
    this.#sent += 1;
  }

  /**
   * Resolves with how many events were sent since the last time, once the broker has confirmed all of them. Throws where
   * it refused one, or is silent for too long: then all of them have to be sent again.
   */
  async confirmed(): Promise<number> {
    const sent = this.#sent;
    this.#sent = 0;
    if (sent === 0) return 0;
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error('the broker does not confirm')), this.#timeout);
    try {
      await Promise.race([this.#channel.waitForConfirms(), late.promise]);
    } finally {
      clearTimeout(timer);
    }
    return sent;
  }
}
