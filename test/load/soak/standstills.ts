/** When this process stood still: what it times then is itself, and the burst in which it catches up. */

const TICK_MS = 10;
/** A process that is not held up is never so late for its timer. */
const LATE_MS = 40;
const CATCH_UP_MS = 1_000;

interface Standstill {
  readonly from: number;
  /** Without catching up. */
  readonly to: number;
}

export class Standstills {
  readonly #all: Standstill[] = [];
  readonly #timer: NodeJS.Timeout;
  #last = performance.now();

  constructor() {
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  /** Whether something from then to then lies in one of them, or in the catching up behind it. */
  touch(from: number, to: number): boolean {
    const behind = this.#all.findLast((one) => one.from < to);
    return behind !== undefined && behind.to + CATCH_UP_MS > from;
  }

  /** All of them together, in milliseconds. */
  get milliseconds(): number {
    return this.#all.reduce((sum, { from, to }) => sum + to - from, 0);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    const now = performance.now();
    if (now - this.#last > TICK_MS + LATE_MS) this.#all.push({ from: this.#last, to: now });
    this.#last = now;
  }
}
