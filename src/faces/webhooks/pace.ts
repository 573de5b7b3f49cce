/**
 * How hard this instance presses each receiver. One that takes its time can't keep all hands busy, and one that does not
 * answer at all is left alone for a while: what falls due meanwhile counts as tried in vain.
 */

export interface PaceSettings {
  /** Deliveries to one receiver at a time. */
  readonly most: number;
  /** Failures in a row after which it is left alone. */
  readonly restAfter: number;
  /** Milliseconds for which it is: twice as many each time, up to the longest. */
  readonly firstRestMs: number;
  readonly longestRestMs: number;
}

interface Receiver {
  inHand: number;
  failures: number;
  restUntil: number;
}

export class Pace {
  readonly #settings: PaceSettings;
  readonly #receivers = new Map<string, Receiver>();

  constructor(settings: PaceSettings) {
    this.#settings = settings;
  }

  /** Those that have enough in hand. */
  busy(): string[] {
    const busy: string[] = [];
    for (const [id, { inHand }] of this.#receivers) if (inHand >= this.#settings.most) busy.push(id);
    return busy;
  }

  /** Whether a receiver is left alone now. When its rest is over, one delivery goes first to see how it is. */
  resting(id: string, now = Date.now()): boolean {
    const receiver = this.#receivers.get(id);
    if (!receiver || receiver.failures < this.#settings.restAfter) return false;
    return now < receiver.restUntil || receiver.inHand > 0;
  }

  /** Sends something to a receiver, and remembers whether it went well. */
  async send<T extends { readonly ok: boolean }>(id: string, work: () => Promise<T>): Promise<T> {
    const receiver = this.#receivers.get(id) ?? { inHand: 0, failures: 0, restUntil: 0 };
    this.#receivers.set(id, receiver);
    receiver.inHand += 1;
    try {
      const result = await work();
      receiver.failures = result.ok ? 0 : receiver.failures + 1;
      receiver.restUntil = Date.now() + this.#restOf(receiver.failures);
      return result;
    } finally {
      receiver.inHand -= 1;
      if (receiver.inHand === 0 && receiver.failures === 0) this.#receivers.delete(id);
    }
  }

  #restOf(failures: number): number {
    const { restAfter, firstRestMs, longestRestMs } = this.#settings;
    return Math.min(firstRestMs * 2 ** Math.max(0, failures - restAfter), longestRestMs);
  }
}
