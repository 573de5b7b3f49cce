/** When the queue, or one lane of it, may be tried again. Times are those of a clock that only goes forward. */
import { backoff } from './backoff.ts';

interface Pause {
  readonly failures: number;
  readonly until: number;
  /** Whether the service itself asked for it: then nobody cuts it short. */
  readonly wished: boolean;
}

export class Pauses {
  readonly #now: () => number;
  readonly #random: () => number;
  #all: Pause | null = null;
  readonly #lanes = new Map<string, Pause>();

  constructor(now: () => number, random: () => number) {
    this.#now = now;
    this.#random = random;
  }

  /** Nothing can be sent for a while; `wish` is what the service asked for, in milliseconds. */
  pauseAll(wish: number | null): void {
    this.#all = this.#next(this.#all, wish);
  }

  /** One lane can't be sent for a while. */
  pauseLane(lane: string): void {
    this.#lanes.set(lane, this.#next(this.#lanes.get(lane) ?? null, null));
  }

  /** The service has answered. */
  reached(): void {
    this.#all = null;
  }

  /** The service has answered this lane. */
  passed(lane: string): void {
    this.#lanes.delete(lane);
  }

  /** There is reason to hope: tries again at once, unless the service asked for patience. */
  hope(): void {
    const now = this.#now();
    if (this.#all && !this.#all.wished) this.#all = { ...this.#all, until: now };
    for (const [lane, pause] of this.#lanes) this.#lanes.set(lane, { ...pause, until: now });
  }

  /**
   * The network is back: what failed without it says nothing of how long to wait with it. Its first moments often carry
   * nothing yet, and a long wait behind those would leave the queue where it is.
   */
  anew(): void {
    this.hope();
    if (this.#all && !this.#all.wished) this.#all = null;
  }

  /** Milliseconds until anything may be sent. */
  wait(): number {
    return Math.max(0, (this.#all?.until ?? 0) - this.#now());
  }

  /** The lanes that may not be sent yet. */
  deferred(): ReadonlySet<string> {
    const now = this.#now();
    return new Set([...this.#lanes].filter(([, { until }]) => until > now).map(([lane]) => lane));
  }

  /** Milliseconds until the first of these lanes may be sent. */
  laneWait(lanes: ReadonlySet<string>): number {
    const ends = [...this.#lanes].filter(([lane]) => lanes.has(lane)).map(([, { until }]) => until);
    return Math.max(0, Math.min(...ends) - this.#now());
  }

  #next(before: Pause | null, wish: number | null): Pause {
    const failures = (before?.failures ?? 0) + 1;
    return { failures, until: this.#now() + (wish ?? backoff(failures, this.#random)), wished: wish !== null };
  }
}
