import type { Channel, ConsumeMessage } from 'amqplib';

/**
 * Acknowledges the messages of one channel, many at a time: those up to the first that is still in hand. The others wait
 * for that one; if the channel is lost before, they come again and have no further effect.
 */
export class Acknowledgements {
  readonly #channel: Channel;
  readonly #settled = new Map<number, { readonly message: ConsumeMessage; readonly returned: boolean }>();
  /** The lowest delivery tag that is not settled; a channel counts its deliveries from 1. */
  #lowest = 1;
  #scheduled = false;

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  /** The message is done with. */
  done(message: ConsumeMessage): void {
    this.#settle(message, false);
  }

  /** Gives the message back to the queue, which counts it. */
  giveBack(message: ConsumeMessage): void {
    this.#channel.nack(message, false, true);
    this.#settle(message, true);
  }

  /** Acknowledges what can be. */
  flush(): void {
    this.#scheduled = false;
    let last: ConsumeMessage | null = null;
    for (;;) {
      const settled = this.#settled.get(this.#lowest);
      if (!settled) break;
      if (!settled.returned) last = settled.message;
      this.#settled.delete(this.#lowest);
      this.#lowest += 1;
    }
    if (last) this.#channel.ack(last, true);
  }

  #settle(message: ConsumeMessage, returned: boolean): void {
    this.#settled.set(message.fields.deliveryTag, { message, returned });
    if (this.#scheduled) return;
    this.#scheduled = true;
    // The rest of a batch is answered in the same turn.
    setImmediate(() => {
      try {
        this.flush();
      } catch {
        // The channel is gone: what was not acknowledged comes again.
      }
    });
  }
}
