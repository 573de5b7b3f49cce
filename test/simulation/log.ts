/** What clients sent and were told, in the order in which they saw it happen. */
import { type Known, Lines, PutAway } from './put-away.ts';
import type { Done, Want } from './want.ts';

/** Moments are counted, not timed: of two, the one that came first has the smaller number. */
export interface Span {
  /** Before the first attempt was sent. */
  readonly sent: number;
  /** After the final answer came. */
  readonly done: number;
}

export interface Recorded extends Done, Span {
  /** The answer to the byte. */
  readonly text: string;
  /** The request that it was a part of; a batch has several. */
  readonly together: readonly Want[];
}

export interface Refused extends Span {
  readonly want: Want;
  readonly code: string;
  /** Whether an attempt before the refused one got no answer, and may have been recorded since. */
  readonly isDoubtful: boolean;
}

/** A balance that a client was shown. */
export interface Seen extends Span {
  readonly customer: string;
  readonly asset: string;
  readonly wallet: bigint;
  /** All that the customer holds less all that they owe. */
  readonly net: bigint;
  readonly openSlips: bigint;
}

export class ClientLog {
  /** Those that are kept whole. */
  readonly recorded = new Map<string, Recorded>();
  readonly refused = new Map<string, Refused>();
  readonly seen: Seen[] = [];
  /** Attempts that were recorded after their operation had been refused. */
  cameThrough = 0;
  #moment = 0;
  #oldest: MapIterator<Recorded> | null = null;
  readonly #whole: number;
  readonly #recordedBefore = new PutAway();
  readonly #refusedBefore = new Lines();
  #refusals = 0;
  /** Those that were put away, once somebody has asked for them. */
  #read: { readonly recorded: ReadonlyMap<string, Known>; readonly refused: ReadonlySet<string> } | null = null;

  /**
   * `whole`: so many of the latest answers are kept as they are. Of those before, what they are known by is put away; and of
   * refusals that are beyond doubt, that they were. What was seen is not kept then.
   */
  constructor(whole = Number.POSITIVE_INFINITY) {
    this.#whole = whole;
  }

  moment(): number {
    return this.#moment++;
  }

  record(entry: Recorded): void {
    this.#refuseTwo(entry.want);
    this.recorded.set(entry.want.name, entry);
    if (this.recorded.size <= this.#whole) return;
    this.#oldest ??= this.recorded.values();
    const { value: oldest } = this.#oldest.next();
    if (!oldest) return;
    this.recorded.delete(oldest.want.name);
    this.#recordedBefore.add(knownBy(oldest));
    this.#read = null;
  }

  refuse(entry: Refused): void {
    this.#refuseTwo(entry.want);
    this.#refusals += 1;
    if (entry.isDoubtful || this.#keepsAll) this.refused.set(entry.want.name, entry);
    else {
      this.#refusedBefore.add(entry.want.name);
      this.#read = null;
    }
  }

  see(seen: Seen): void {
    if (this.#keepsAll) this.seen.push(seen);
  }

  /** It was refused after an attempt without an answer, which then came through. */
  wasRecorded(entry: Recorded): void {
    if (this.refused.delete(entry.want.name)) this.#refusals -= 1;
    this.recorded.set(entry.want.name, entry);
    this.cameThrough += 1;
  }

  /** How many were acknowledged and refused, those that were put away among them. */
  get counts(): { readonly recorded: number; readonly refused: number } {
    return { recorded: this.recorded.size + this.#recordedBefore.size, refused: this.#refusals };
  }

  /** What was acknowledged of an operation, whether it is kept whole or was put away. */
  known(name: string): Known | undefined {
    const whole = this.recorded.get(name);
    return whole ? knownBy(whole) : this.#before.recorded.get(name);
  }

  wasRefused(name: string): boolean {
    return this.refused.has(name) || this.#before.refused.has(name);
  }

  /** Of everything that was acknowledged. */
  *names(): Generator<string> {
    yield* this.#before.recorded.keys();
    yield* this.recorded.keys();
  }

  get #before() {
    this.#read ??= { recorded: this.#recordedBefore.read(), refused: new Set(this.#refusedBefore) };
    return this.#read;
  }

  get #keepsAll(): boolean {
    return this.#whole === Number.POSITIVE_INFINITY;
  }

  #refuseTwo({ name }: Want): void {
    if (this.recorded.has(name) || this.refused.has(name)) throw new Error(`${name} was answered for good twice`);
  }
}

function knownBy({ want: { name, kind, customer, amount }, answer }: Recorded): Known {
  return { name, kind, customer, amount, told: answer.transaction_id ?? answer.walletTransaction?.id };
}
