/**
 * The lowest block that was asked for lately. Whoever has fallen behind has to find there what comes next: readers that all
 * go to the database instead take from it what they need to catch up.
 */
export class LowestAsked {
  readonly #ms: number;
  #since = Number.NEGATIVE_INFINITY;
  #now: bigint | null = null;
  #before: bigint | null = null;

  constructor(ms: number) {
    this.#ms = ms;
  }

  ask(height: bigint): void {
    this.#turn();
    if (this.#now === null || height < this.#now) this.#now = height;
  }

  /** Of the last `ms` milliseconds at least, and of twice as many at most; null where nothing was asked for. */
  lowest(): bigint | null {
    this.#turn();
    if (this.#now === null || this.#before === null) return this.#now ?? this.#before;
    return this.#now < this.#before ? this.#now : this.#before;
  }

  #turn(): void {
    const now = performance.now();
    const passed = now - this.#since;
    if (passed < this.#ms) return;
    this.#before = passed < 2 * this.#ms ? this.#now : null;
    this.#now = null;
    this.#since = now;
  }
}
