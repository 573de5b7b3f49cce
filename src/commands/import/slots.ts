/** A fixed number of places; who finds none waits until one is left. */
export class Slots {
  #free: number;
  readonly #all: number;
  #waiting: (() => void) | null = null;

  constructor(all: number) {
    this.#all = all;
    this.#free = all;
  }

  /** For one caller at a time. */
  async take(): Promise<void> {
    while (this.#free === 0) await this.#change();
    this.#free -= 1;
  }

  leave(): void {
    this.#free += 1;
    this.#waiting?.();
  }

  /** Resolves when every place is free. */
  async allFree(): Promise<void> {
    while (this.#free < this.#all) await this.#change();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }
}
