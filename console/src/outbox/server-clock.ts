/** The service's time, as far as it is known here: this device's own clock may be wrong by any amount. */
import type { HeardClock } from './schema.ts';

const WORTH_SAVING_MS = 30_000;

export class ServerClock {
  readonly #wall: () => number;
  #heard: HeardClock | null = null;
  #saved: HeardClock | null = null;

  /** `wall` gives this device's time in milliseconds. */
  constructor(wall: () => number) {
    this.#wall = wall;
  }

  /** Begins with what was heard before the page was loaded. */
  remember(heard: HeardClock | null): void {
    this.#saved = heard;
    this.#heard ??= heard;
  }

  /** Learns from the Date of an answer. Gives what is worth saving, or null. */
  hear(date: string | null): HeardClock | null {
    const heard = Date.parse(date ?? '');
    if (Number.isNaN(heard)) return null;
    this.#heard = { offset: heard - this.#wall(), heard };
    const saved = this.#saved;
    const moved = saved === null || Math.abs(saved.offset - this.#heard.offset) > WORTH_SAVING_MS;
    if (!moved && heard - saved.heard < WORTH_SAVING_MS) return null;
    this.#saved = this.#heard;
    return this.#heard;
  }

  /** Null where the service was never heard. */
  now(): Date | null {
    if (this.#heard === null) return null;
    const { offset, heard } = this.#heard;
    // Whatever happened to this clock since then, the service's did not go back.
    return new Date(Math.max(this.#wall() + offset, heard));
  }
}
