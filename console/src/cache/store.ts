/** The cache on the disk: one database for each user of a till. It can be lost at any time without harm. */
import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import type { CachedCustomer, Catalogue, CustomerPage, KnownAccount } from './records.ts';

interface CacheSchema extends DBSchema {
  /** Whole pages: five thousand records would take long to read at every start. */
  pages: { key: number; value: CustomerPage };
  /** Customers that came up since the pages were read. */
  learned: { key: string; value: CachedCustomer };
  accounts: { key: string; value: KnownAccount };
  catalogue: { key: 'all'; value: Catalogue };
  recents: { key: 'all'; value: readonly string[] };
  drafts: { key: string; value: unknown };
  /** What a screen was shown last, to be shown again without a network. */
  answers: { key: string; value: unknown };
}

type Drafts = IDBPObjectStore<CacheSchema, ['drafts'], 'drafts', 'readwrite'>;

export interface CacheContent {
  readonly pages: readonly CustomerPage[];
  readonly learned: readonly CachedCustomer[];
  readonly accounts: readonly KnownAccount[];
  readonly catalogue: Catalogue | null;
  readonly recents: readonly string[];
}

const STORES = ['pages', 'learned', 'accounts', 'catalogue', 'recents', 'drafts'] as const;
/** Raised with every change of the schema: what the old version held is read from the service again. */
const VERSION = 2;

export class CacheStore {
  readonly #database: IDBPDatabase<CacheSchema>;

  private constructor(database: IDBPDatabase<CacheSchema>) {
    this.#database = database;
  }

  static async open(name: string): Promise<CacheStore> {
    const database = await openDB<CacheSchema>(name, VERSION, {
      upgrade(db) {
        for (const store of [...db.objectStoreNames]) db.deleteObjectStore(store);
        db.createObjectStore('pages');
        db.createObjectStore('learned', { keyPath: 'id' });
        db.createObjectStore('accounts', { keyPath: 'customer' });
        for (const store of ['catalogue', 'recents', 'drafts', 'answers'] as const) db.createObjectStore(store);
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return new CacheStore(database);
  }

  async content(): Promise<CacheContent> {
    const tx = this.#database.transaction(STORES);
    const [pages, learned, accounts, catalogue = null, recents = []] = await Promise.all([
      tx.objectStore('pages').getAll(),
      tx.objectStore('learned').getAll(),
      tx.objectStore('accounts').getAll(),
      tx.objectStore('catalogue').get('all'),
      tx.objectStore('recents').get('all'),
    ]);
    return { pages, learned, accounts, catalogue, recents };
  }

  /** Replaces all customers; whoever came up meanwhile is among them. */
  async putPages(pages: readonly CustomerPage[]): Promise<void> {
    const tx = this.#database.transaction(['pages', 'learned'], 'readwrite');
    const store = tx.objectStore('pages');
    await Promise.all([
      tx.objectStore('learned').clear(),
      store.clear(),
      ...pages.map((page, n) => store.put(page, n)),
      tx.done,
    ]);
  }

  async learn(customer: CachedCustomer): Promise<void> {
    await this.#database.put('learned', customer);
  }

  async putAccount(account: KnownAccount): Promise<void> {
    await this.#database.put('accounts', account);
  }

  async putCatalogue(catalogue: Catalogue): Promise<void> {
    await this.#database.put('catalogue', catalogue, 'all');
  }

  async putRecents(recents: readonly string[]): Promise<void> {
    await this.#database.put('recents', recents, 'all');
  }

  draft(key: string): Promise<unknown> {
    return this.#database.get('drafts', key);
  }

  putDraft(key: string, draft: unknown): Promise<void> {
    return this.#changeDrafts((drafts) => drafts.put(draft, key));
  }

  dropDraft(key: string): Promise<void> {
    return this.#changeDrafts((drafts) => drafts.delete(key));
  }

  /** The change is on its way to the disk when this returns: a reload in the same moment neither loses nor revives a draft. */
  async #changeDrafts(change: (drafts: Drafts) => Promise<unknown>): Promise<void> {
    const tx = this.#database.transaction('drafts', 'readwrite');
    const changed = change(tx.store);
    tx.commit();
    await Promise.all([changed, tx.done]);
  }

  answer(key: string): Promise<unknown> {
    return this.#database.get('answers', key);
  }

  async putAnswer(key: string, answer: unknown): Promise<void> {
    await this.#database.put('answers', answer, key);
  }

  close(): void {
    this.#database.close();
  }

  /** Removes everything of this user from the device. */
  async forget(): Promise<void> {
    this.#database.close();
    await deleteDB(this.#database.name);
  }
}
