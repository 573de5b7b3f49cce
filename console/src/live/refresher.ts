/** Many events in a row are one reading: and no reading is broken off by the next event, or none would ever come to its end. */

const PAUSE_MS = 25;

export class Refresher {
  readonly #refresh: (customer: string) => Promise<void>;
  readonly #dirty = new Set<string>();
  readonly #running = new Set<string>();

  constructor(refresh: (customer: string) => Promise<void>) {
    this.#refresh = refresh;
  }

  /** Something of this customer has changed. */
  mark(customer: string): void {
    this.#dirty.add(customer);
    if (!this.#running.has(customer)) void this.#run(customer);
  }

  async #run(customer: string): Promise<void> {
    this.#running.add(customer);
    try {
      while (this.#dirty.has(customer)) {
        // What one operation did comes as several events.
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        this.#dirty.delete(customer);
        await this.#refresh(customer);
      }
    } finally {
      this.#running.delete(customer);
    }
  }
}
