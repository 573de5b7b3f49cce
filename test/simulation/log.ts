/** What clients sent and were told, in the order in which they saw it happen. */
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
  text: string;
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
  readonly recorded = new Map<string, Recorded>();
  readonly refused = new Map<string, Refused>();
  readonly seen: Seen[] = [];
  /** Attempts that were recorded after their operation had been refused. */
  cameThrough = 0;
  #moment = 0;
  readonly #whole: number;
  #oldest: MapIterator<Recorded> | null = null;

  /** `whole`: so many of the latest answers are kept as they are, and of those before what they are known by. */
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
    const { value } = this.#oldest.next();
    if (value) shorten(value);
  }

  refuse(entry: Refused): void {
    this.#refuseTwo(entry.want);
    this.refused.set(entry.want.name, entry);
  }

  /** It was refused after an attempt without an answer, which then came through. */
  wasRecorded(entry: Recorded): void {
    this.refused.delete(entry.want.name);
    this.recorded.set(entry.want.name, entry);
    this.cameThrough += 1;
  }

  #refuseTwo({ name }: Want): void {
    if (this.recorded.has(name) || this.refused.has(name)) throw new Error(`${name} was answered for good twice`);
  }
}

/** Leaves of an answer what later requests and the comparison need of it. */
function shorten(done: Recorded): void {
  const { slip_id, transaction_id, walletTransaction } = done.answer;
  done.text = '';
  done.answer = {
    slip_id,
    transaction_id,
    ...(walletTransaction && { walletTransaction: { id: walletTransaction.id } }),
  };
}
