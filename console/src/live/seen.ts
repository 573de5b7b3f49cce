import type { BalanceChanged, CustomerId, FeedPlace } from '../../../src/faces/socket/contract.ts';
import { comparePlaces } from './place.ts';

/** Whatever is recorded has a place; what was only read has none, and is no news. */
export interface LiveEvent extends FeedPlace {
  readonly customerId: CustomerId;
}

/** What has been heard already: it tells news from what is told again, or too late. */
export class Seen {
  #place: string | null = null;
  readonly #customers = new Map<string, string>();
  readonly #versions = new Map<string, number>();

  /** Everything up to here was heard, or can be read; null before anything was. */
  get place(): string | null {
    return this.#place;
  }

  /** All up to this place is known. Never goes back. */
  reach(place: string): void {
    if (this.#place === null || comparePlaces(place, this.#place) > 0) this.#place = place;
  }

  /** Whether an event says anything new. One customer's events come in the order of the books: an older one is none. */
  isNews(event: LiveEvent): boolean {
    this.reach(event.place);
    const customer = String(event.customerId);
    const last = this.#customers.get(customer);
    if (last !== undefined && comparePlaces(event.place, last) <= 0) return false;
    if (isBalance(event) && !this.#isNewer(customer, event)) return false;
    this.#customers.set(customer, event.place);
    return true;
  }

  /** Of two balances of an account the one with the higher version is the newer, whatever else they say. */
  #isNewer(customer: string, { account, currency, version }: BalanceChanged): boolean {
    const key = JSON.stringify([customer, account, currency]);
    if (version <= (this.#versions.get(key) ?? 0)) return false;
    this.#versions.set(key, version);
    return true;
  }
}

const isBalance = (event: LiveEvent): event is BalanceChanged => 'version' in event;
