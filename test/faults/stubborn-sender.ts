import { setTimeout as delay } from 'node:timers/promises';
import { Sender } from '../../bench/events/sender.ts';
import type { TrafficMessage } from '../support/event-traffic.ts';

const AT_ONCE = 500;

/** Sends until the broker has confirmed, over as many connections as it takes: some messages arrive more than once. */
export class StubbornSender {
  readonly #url: string;
  #sender: Sender | null = null;

  constructor(url: string) {
    this.#url = url;
  }

  async sendAll(messages: readonly TrafficMessage[]): Promise<void> {
    for (let from = 0; from < messages.length; from += AT_ONCE) {
      const part = messages.slice(from, from + AT_ONCE);
      await this.#insist((sender) => sender.sendAll(part));
    }
  }

  /** How many messages wait in a queue, those in hand not counted. */
  async waiting(queue: string): Promise<number> {
    let count = 0;
    await this.#insist(async ({ channel }) => {
      count = (await channel.checkQueue(queue)).messageCount;
    });
    return count;
  }

  async close(): Promise<void> {
    await this.#sender?.close().catch(() => {});
  }

  async #insist(work: (sender: Sender) => Promise<void>): Promise<void> {
    for (;;) {
      try {
        this.#sender ??= await Sender.open(this.#url);
        await work(this.#sender);
        return;
      } catch {
        await this.close();
        this.#sender = null;
        await delay(100);
      }
    }
  }
}
