import { RetryLater } from '../jobs/retry-later.ts';

/** How many pieces of work each has in hand, so that nobody has all the hands that there are. */
export class Turns {
  readonly #most: number;
  readonly #inHand = new Map<string, number>();

  /** `most` at a time for each. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Those who have as much in hand as they may. */
  taken(): string[] {
    return [...this.#inHand].filter(([, count]) => count >= this.#most).map(([who]) => who);
  }

  /** Does the work in one of their turns. Throws RetryLater where none is left: what came at once may be too much. */
  async within<T>(who: string, work: () => Promise<T>): Promise<T> {
    const count = this.#inHand.get(who) ?? 0;
    if (count >= this.#most) throw new RetryLater(`${this.#most} at a time are enough for one`, null);
    this.#inHand.set(who, count + 1);
    return work().finally(() => this.#done(who));
  }

  #done(who: string): void {
    const left = (this.#inHand.get(who) ?? 1) - 1;
    if (left === 0) this.#inHand.delete(who);
    else this.#inHand.set(who, left);
  }
}
