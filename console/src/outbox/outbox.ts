/** The queue of one user on one device: saves every write before it is sent, and tells what became of it. */
import { Drainer } from './drainer.ts';
import { effectsOf, type WaitingEffect } from './effects.ts';
import { OutboxError } from './errors.ts';
import { exportOf } from './export.ts';
import {
  type Discard,
  type Intent,
  type QueuedIntent,
  type Scope,
  type SettledIntent,
  scopeName,
  type UnsentIntent,
} from './intent.ts';
import { stamped } from './occurred.ts';
import { plainReference } from './reference.ts';
import { DATABASE_NAME, openDatabase, UPGRADES } from './schema.ts';
import { ServerClock } from './server-clock.ts';
import { OutboxStore } from './store.ts';
import type { Channel, Notice, Surroundings } from './surroundings.ts';

/** What screens show of the queue. */
export interface OutboxState {
  /** Unsent, oldest first. */
  readonly items: readonly UnsentIntent[];
  readonly waiting: number;
  readonly sending: number;
  readonly attention: number;
  /** Whether sending waits for somebody to sign in. */
  readonly needsSignIn: boolean;
  /** Whether the queue has been read: before, nothing can be said of what is in it. */
  readonly loaded: boolean;
}

export const NO_STATE: OutboxState = {
  items: [],
  waiting: 0,
  sending: 0,
  attention: 0,
  needsSignIn: false,
  loaded: false,
};

export interface OutboxOptions {
  readonly databaseName?: string;
  readonly upgrades?: typeof UPGRADES;
}

export class Outbox {
  readonly scope: Scope;
  readonly clock: ServerClock;
  readonly surroundings: Surroundings;
  readonly #store: OutboxStore;
  readonly #drainer: Drainer;
  readonly #channel: Channel;
  readonly #stopHearing: () => void;
  readonly #listeners = new Set<() => void>();
  #state = NO_STATE;
  #refreshing: Promise<void> | null = null;
  #stale = false;

  private constructor(scope: Scope, store: OutboxStore, clock: ServerClock, surroundings: Surroundings) {
    this.scope = scope;
    this.clock = clock;
    this.surroundings = surroundings;
    this.#store = store;
    this.#drainer = new Drainer({ scope, store, clock, surroundings, changed: () => this.#tell('changed') });
    this.#channel = surroundings.openChannel(`pochi-outbox ${scopeName(scope)}`, (notice) => this.#hear(notice));
    this.#stopHearing = surroundings.onOnline(() => this.#drainer.reconnected());
  }

  /** Opens the queue of this user and begins to send what is in it. Throws OUTDATED and STORAGE_FULL. */
  static async open(
    scope: Scope,
    surroundings: Surroundings,
    { databaseName = DATABASE_NAME, upgrades = UPGRADES }: OutboxOptions = {},
  ): Promise<Outbox> {
    const store = new OutboxStore(await openDatabase(databaseName, upgrades), scopeName(scope), surroundings.random);
    const clock = new ServerClock(surroundings.wall);
    clock.remember(await store.clock());
    const outbox = new Outbox(scope, store, clock, surroundings);
    await outbox.#refresh();
    outbox.#drainer.nudge();
    return outbox;
  }

  /**
   * Saves an intent under a key of its own; resolves when it is on the disk, and sending begins only then. Throws
   * STORAGE_FULL: then nothing is sent.
   */
  async enqueue(intent: Intent): Promise<UnsentIntent> {
    const now = this.clock.now();
    const queued = await this.#store.add(this.surroundings.newId(), stamped(intent, now), now);
    this.#send();
    return queued;
  }

  /** Sends again, as it is, what needs attention. Throws NOT_THERE. */
  async retry(id: string): Promise<void> {
    await this.#store.retry(id);
    this.#send();
  }

  /** Sends another intent in the place of one that needs attention, under a new key and the same reference. Throws NOT_THERE. */
  async resendAs(id: string, intent: Intent): Promise<UnsentIntent> {
    const now = this.clock.now();
    const queued = await this.#store.replace(id, this.surroundings.newId(), stamped(intent, now), now);
    this.#send();
    return queued;
  }

  /**
   * Takes an intent out of the queue for good; `by` is the supervisor. Throws NOT_THERE, and OUTCOME_UNKNOWN for one that
   * may have been carried out.
   */
  async discard(id: string, by: string, reason: string): Promise<void> {
    await this.#store.discard(id, by, reason, this.clock.now());
    this.#send();
  }

  /** Takes back an intent that was refused; null where somebody else has decided already. */
  async withdraw(id: string) {
    const problem = await this.#store.withdraw(id);
    if (problem !== null) this.#send();
    return problem;
  }

  /** An intent by its key; null where it was withdrawn, replaced or discarded. */
  find(id: string): Promise<QueuedIntent | null> {
    return this.#store.find(id);
  }

  unsent(): Promise<UnsentIntent[]> {
    return this.#store.unsent();
  }

  /** What was carried out, oldest first: the last few hundred. */
  settled(): Promise<SettledIntent[]> {
    return this.#store.settled();
  }

  /** The intent with this reference, as somebody types it from a customer's paper; null where it is not known here. */
  async byReference(typed: string): Promise<QueuedIntent | null> {
    const wanted = plainReference(typed);
    const all = [...(await this.unsent()), ...(await this.settled())];
    return all.find(({ reference }) => plainReference(reference) === wanted) ?? null;
  }

  discards(): Promise<Discard[]> {
    return this.#store.discards();
  }

  /** What the queue will do to a customer's balances, in each asset; what was refused will do nothing. */
  waitingEffects(customer: string): WaitingEffect[] {
    return effectsOf(
      this.#state.items.filter((intent) => intent.customer === customer && intent.state !== 'attention'),
    );
  }

  /** The queue and what was discarded of it, as JSON for somebody to keep. It holds no token. */
  async exportQueue(): Promise<string> {
    const [unsent, discards] = await Promise.all([this.unsent(), this.discards()]);
    return exportOf({ scope: this.scope, at: this.clock.now(), unsent, discards });
  }

  /** Somebody has signed in: what waited for that is sent. */
  signedIn(): void {
    this.#drainer.resume();
    this.#tell('signedIn');
  }

  /** Removes what is kept of this user's past, before they sign out. Throws STILL_QUEUED: then they may not. */
  forget(): Promise<void> {
    return this.#store.forget();
  }

  /** The same object until something changes. */
  state(): OutboxState {
    return this.#state;
  }

  /** Calls back after each change, in whatever tab it was made; gives the way to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sends nothing more from this tab. */
  async close(): Promise<void> {
    this.#stopHearing();
    this.#listeners.clear();
    await this.#drainer.close();
    this.#channel.close();
    this.#store.close();
  }

  #send(): void {
    this.#drainer.nudge();
    // Another tab may hold the lock, and wait.
    this.#tell('nudge');
  }

  #tell(notice: Notice): void {
    this.#channel.post(notice);
    void this.#refresh();
  }

  #hear(notice: Notice): void {
    if (notice === 'nudge') this.#drainer.nudge();
    if (notice === 'signedIn') this.#drainer.resume();
    void this.#refresh();
  }

  /** Reads the queue; what changes while it is being read is read once more. */
  #refresh(): Promise<void> {
    this.#stale = true;
    this.#refreshing ??= this.#readAll().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #readAll(): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      try {
        this.#state = stateOf(await this.#store.unsent(), this.#drainer.needsSignIn);
      } catch (error) {
        // A tab whose database was closed shows what it last saw; what it is asked to do next says why.
        if (!(error instanceof OutboxError)) throw error;
        return;
      }
      for (const listener of this.#listeners) listener();
    }
  }
}

function stateOf(items: readonly UnsentIntent[], needsSignIn: boolean): OutboxState {
  const count = (state: UnsentIntent['state']) => items.filter((intent) => intent.state === state).length;
  return {
    items,
    waiting: count('waiting'),
    sending: count('sending'),
    attention: count('attention'),
    needsSignIn,
    loaded: true,
  };
}
