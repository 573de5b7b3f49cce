import type { ChannelModel, ConfirmChannel } from 'amqplib';
import type { EventMessage } from './message.ts';
import { declareExchange, type Topology } from './topology.ts';
import { within } from './within.ts';

/** An event as a message, made only where it is sent. */
type MakeMessage = () => EventMessage;

export interface OutletOptions {
  /** Milliseconds that the broker has to answer, and to confirm what was sent. */
  readonly timeout: number;
  /** Told the type of each event that no queue is bound for. */
  onUnroutable(type: string): void;
  /** Told that the channel is lost. */
  onError(error: unknown): void;
}

/**
 * Sends events and makes sure that the broker has them.
 *
 * A type that no queue was bound for when it was last sent is only tried with one event of those that are sent together:
 * if that one comes back, so would the others. A queue is owed what is committed after it was bound: so none is kept from
 * anybody, as long as all that is given to `send` up to one `confirmed` was committed before the first of it is given.
 */
export class Outlet {
  readonly #channel: ConfirmChannel;
  readonly #exchange: string;
  readonly #options: OutletOptions;
  readonly #unbound = new Set<string>();
  /** What came back since the last time that all was confirmed. */
  readonly #returned = new Set<string>();
  readonly #tried = new Set<string>();
  /** What waits for the one event that its type is tried with, in its order. */
  readonly #heldBack: { readonly type: string; readonly make: MakeMessage }[] = [];
  #sent = 0;

  private constructor(channel: ConfirmChannel, exchange: string, options: OutletOptions) {
    this.#channel = channel;
    this.#exchange = exchange;
    this.#options = options;
    channel.on('error', options.onError);
    channel.on('close', () => options.onError(new Error('the channel was closed')));
    channel.on('return', ({ fields }) => {
      this.#returned.add(fields.routingKey);
      options.onUnroutable(fields.routingKey);
    });
  }

  static async open(connection: ChannelModel, topology: Topology, options: OutletOptions): Promise<Outlet> {
    const { timeout } = options;
    const channel = await within(timeout, 'a channel', connection.createConfirmChannel());
    const outlet = new Outlet(channel, topology.exchange, options);
    await within(timeout, 'the exchange', declareExchange(channel, topology));
    return outlet;
  }

  send(type: string, make: MakeMessage): void {
    if (!this.#unbound.has(type)) this.#publish(make());
    else if (this.#tried.has(type)) this.#heldBack.push({ type, make });
    else {
      this.#tried.add(type);
      this.#publish(make());
    }
  }

  /**
   * Resolves with how many messages were sent since the last time, once the broker has confirmed all of them. Throws
   * where it refused one, or is silent for too long: then all that `send` was given has to be sent again.
   */
  async confirmed(): Promise<number> {
    await this.#confirms();
    // The broker gives back what it can't route before it confirms it.
    for (const type of this.#tried) this.#unbound.delete(type);
    for (const type of this.#returned) this.#unbound.add(type);
    this.#tried.clear();
    this.#returned.clear();
    for (const { type, make } of this.#heldBack.splice(0)) {
      if (this.#unbound.has(type)) this.#options.onUnroutable(type);
      else this.#publish(make());
    }
    await this.#confirms();
    const sent = this.#sent;
    this.#sent = 0;
    return sent;
  }

  #publish({ routingKey, content, options }: EventMessage): void {
    this.#channel.publish(this.#exchange, routingKey, content, options);
    this.#sent += 1;
  }

  async #confirms(): Promise<void> {
    if (this.#sent > 0) await within(this.#options.timeout, 'the confirms', this.#channel.waitForConfirms());
  }
}
