import { setTimeout as delay } from 'node:timers/promises';

/** Waits that grow from one to the next, each by chance a little shorter or longer, so that instances don't march in step. */
export class Backoff {
  readonly #first: number;
  readonly #longest: number;
  #next: number;

  constructor(first: number, longest: number) {
    this.#first = first;
    this.#longest = longest;
    this.#next = first;
  }

  async wait(): Promise<void> {
    await delay(this.#next * (0.5 + Math.random()));
    this.#next = Math.min(this.#next * 2, this.#longest);
  }

  reset(): void {
    this.#next = this.#first;
  }
}
