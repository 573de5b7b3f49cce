/** What a till knows of customers and goods, at hand without a network. */
import { CustomerIndex } from './customer-index.ts';
import type { CacheReader } from './reader.ts';
import type { CachedCustomer, Catalogue, CustomerPage, KnownAccount, KnownBalance, OpenSlip } from './records.ts';
import { CacheStore } from './store.ts';

/** A row of the search. */
export interface CustomerHit {
  readonly customer: CachedCustomer;
  readonly account: KnownAccount | null;
  /** The slip that was searched for, where it was one. */
  readonly slip: OpenSlip | null;
}

const MOST_HITS = 20;
const MOST_RECENTS = 12;

export class Cache {
  readonly #store: CacheStore;
  readonly #reader: CacheReader;
  readonly #listeners = new Set<() => void>();
  readonly #customers = new Map<string, CachedCustomer>();
  readonly #accounts = new Map<string, KnownAccount>();
  #catalogue: Catalogue | null;
  #recents: readonly string[];
  #index: CustomerIndex | null = null;
  #asOf: string | null = null;
  #refreshing: Promise<void> | null = null;

  private constructor(store: CacheStore, reader: CacheReader, catalogue: Catalogue | null, recents: readonly string[]) {
    this.#store = store;
    this.#reader = reader;
    this.#catalogue = catalogue;
    this.#recents = recents;
  }

  /** Opens what is kept under a name: one of its own for each user. */
  static async open(name: string, reader: CacheReader): Promise<Cache> {
    const store = await CacheStore.open(name);
    const { pages, learned, accounts, catalogue, recents } = await store.content();
    const cache = new Cache(store, reader, catalogue, recents);
    cache.#takePages(pages);
    for (const customer of learned) cache.#customers.set(customer.id, customer);
    for (const account of accounts) cache.#takeAccount(account);
    return cache;
  }

  /** Customers by name, nickname, telephone, code or slip number: best first, at most twenty. */
  searchCustomers(text: string): CustomerHit[] {
    return this.#indexed()
      .search(text, MOST_HITS)
      .map(({ customer, slip }) => ({ customer, account: this.balances(customer.id), slip }));
  }

  customer(id: string): CachedCustomer | null {
    return this.#customers.get(id) ?? null;
  }

  /** What was last known of a customer's accounts, and as of when; null where nothing is. */
  balances(id: string): KnownAccount | null {
    return this.#accounts.get(id) ?? null;
  }

  catalogue(): Catalogue | null {
    return this.#catalogue;
  }

  /** As of when all customers are known, by the service's clock; null until they were read once. */
  asOf(): string | null {
    return this.#asOf;
  }

  /** Who was opened last, latest first. */
  recents(): CachedCustomer[] {
    return this.#recents.flatMap((id) => this.customer(id) ?? []);
  }

  /** Somebody opens a customer. */
  async opened(id: string): Promise<void> {
    this.#recents = [id, ...this.#recents.filter((other) => other !== id)].slice(0, MOST_RECENTS);
    this.#tell();
    await this.#store.putRecents(this.#recents);
  }

  /** A customer who came up elsewhere: in the service's own search, or because they are new. */
  async learn(customer: CachedCustomer): Promise<void> {
    this.#customers.set(customer.id, customer);
    this.#index = null;
    this.#tell();
    await this.#store.learn(customer);
  }

  /** Reads all customers and the catalogue anew; what was there stays until all is read. Throws ApiError. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#readAll().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  /** Keeps a customer's balances and open slips as they were just read. */
  async keepAccount(account: KnownAccount): Promise<void> {
    this.#takeAccount(account);
    this.#tell();
    await this.#store.putAccount(account);
  }

  /** What somebody has begun to enter, such as `slip:<customer>`. */
  draft(key: string): Promise<unknown> {
    return this.#store.draft(key);
  }

  /** Keeps a draft; null removes it. */
  putDraft(key: string, draft: unknown): Promise<void> {
    return draft === null ? this.#store.dropDraft(key) : this.#store.putDraft(key, draft);
  }

  /** What was last shown under this name; undefined where nothing was. */
  answer(key: string): Promise<unknown> {
    return this.#store.answer(key);
  }

  /** Keeps what is shown, for when the service is away. */
  putAnswer(key: string, answer: unknown): Promise<void> {
    return this.#store.putAnswer(key, answer);
  }

  /** Calls back after each change; gives the way to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#listeners.clear();
    this.#store.close();
  }

  /** Removes everything of this user from the device. */
  forget(): Promise<void> {
    this.#listeners.clear();
    return this.#store.forget();
  }

  /** Customers and goods each by themselves: where the one can't be read, the other is of use all the same. */
  async #readAll(): Promise<void> {
    const read = await Promise.allSettled([this.#readCustomers(), this.#readCatalogue()]);
    for (const one of read) if (one.status === 'rejected') throw one.reason;
  }

  async #readCustomers(): Promise<void> {
    const pages: CustomerPage[] = [];
    for (let after: string | null = null; ; ) {
      const { page, next } = await this.#reader.customers(after);
      pages.push(page);
      if (next === null) break;
      after = next;
    }
    await this.#store.putPages(pages);
    this.#customers.clear();
    this.#takePages(pages);
    this.#tell();
  }

  async #readCatalogue(): Promise<void> {
    const catalogue = await this.#reader.catalogue();
    await this.#store.putCatalogue(catalogue);
    this.#catalogue = catalogue;
    this.#tell();
  }

  #takePages(pages: readonly CustomerPage[]): void {
    this.#asOf = pages[0]?.asOf ?? null;
    for (const { asOf, customers } of pages) {
      for (const { customer, balances } of customers) {
        this.#customers.set(customer.id, customer);
        this.#takeAccount({ customer: customer.id, asOf, balances, slips: null });
      }
    }
    this.#index = null;
  }

  /** What is newer counts, or came later in the same second; slips that are known stay known until newer ones are. */
  #takeAccount(account: KnownAccount): void {
    const known = this.#accounts.get(account.customer);
    if (known && secondOf(known.asOf) > secondOf(account.asOf)) return;
    const slips = account.slips ?? known?.slips ?? null;
    const balances = account.balances.map((balance) => ({ ...limitOf(known, balance.currency), ...balance }));
    this.#accounts.set(account.customer, { ...account, balances, slips });
    this.#index?.setSlips(account.customer, slips ?? []);
  }

  #indexed(): CustomerIndex {
    if (this.#index) return this.#index;
    const index = new CustomerIndex(this.#customers.values());
    for (const { customer, slips } of this.#accounts.values()) index.setSlips(customer, slips ?? []);
    this.#index = index;
    return index;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The limit that is known already: lists of all customers do not tell it. */
function limitOf(known: KnownAccount | undefined, currency: string): Pick<KnownBalance, 'creditLimit'> {
  const creditLimit = known?.balances.find((balance) => balance.currency === currency)?.creditLimit;
  return creditLimit === undefined ? {} : { creditLimit };
}

/** The service dates its answers to the second. */
const secondOf = (time: string): string => time.slice(0, '2000-01-01T00:00:00'.length);
