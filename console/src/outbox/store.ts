/** The queue in IndexedDB. Each method is one transaction, so that tabs can't come between its parts. */
import type { IDBPTransaction } from 'idb';
import { OutboxError, translated } from './errors.ts';
import {
  type Carried,
  type Discard,
  type Hindrance,
  type Intent,
  laneOf,
  type Problem,
  type QueuedIntent,
  type SettledIntent,
  type UnsentIntent,
} from './intent.ts';
import { bodyText } from './json.ts';
import { newPrefix, referenceOf } from './reference.ts';
import type { HeardClock, OutboxDatabase, OutboxSchema } from './schema.ts';

type Stores = ['unsent', 'settled', 'discards', 'device', 'clock'];
type Writing = IDBPTransaction<OutboxSchema, Stores, 'readwrite'>;

const STORES: Stores = ['unsent', 'settled', 'discards', 'device', 'clock'];

/** So many answers are kept for looking up a reference; older ones are on the service. */
const KEPT_ANSWERS = 500;

export class OutboxStore {
  readonly #database: OutboxDatabase;
  /** As `scopeName` gives it. */
  readonly #scope: string;
  readonly #random: () => number;

  constructor(database: OutboxDatabase, scope: string, random: () => number) {
    this.#database = database;
    this.#scope = scope;
    this.#random = random;
  }

  /** Saves an intent under its key, behind all others; resolves when it is on the disk. Throws STORAGE_FULL. */
  add(id: string, intent: Intent, queuedAt: Date | null): Promise<UnsentIntent> {
    return this.#write('strict', async (tx) => {
      const { prefix, sequence: last } = (await tx.objectStore('device').get('device')) ?? {
        prefix: newPrefix(this.#random),
        sequence: 0,
      };
      const sequence = last + 1;
      const unsent = this.#unsent({ id, intent, queuedAt, sequence, reference: referenceOf(prefix, sequence) });
      await tx.objectStore('unsent').add(unsent);
      await tx.objectStore('device').put({ prefix, sequence }, 'device');
      return unsent;
    });
  }

  /**
   * Marks as being sent the oldest intent that nothing stands in the way of: neither an earlier one of its customer that
   * needs attention, nor that its lane is deferred. Null where there is none.
   */
  take(deferred: ReadonlySet<string>): Promise<UnsentIntent | null> {
    return this.#write('relaxed', async (tx) => {
      const stopped = new Set(deferred);
      let cursor = await tx.objectStore('unsent').openCursor(this.#mine());
      while (cursor) {
        const intent = cursor.value;
        if (intent.state === 'attention') stopped.add(laneOf(intent));
        else if (!stopped.has(laneOf(intent))) {
          const sending = { ...intent, state: 'sending' as const, attempts: intent.attempts + 1 };
          await cursor.update(sending);
          return sending;
        }
        cursor = await cursor.continue();
      }
      return null;
    });
  }

  /** It was carried out: out of the queue, and its answer is kept. */
  settle(id: string, { answer, replayed, transaction }: Carried): Promise<void> {
    return this.#write('relaxed', async (tx) => {
      const intent = await this.#find(tx, id);
      if (!intent) return;
      const {
        body: _body,
        approval: _approval,
        attempts: _attempts,
        hindrance: _hindrance,
        problem: _problem,
        ...saved
      } = intent;
      const settled = tx.objectStore('settled');
      await tx.objectStore('unsent').delete([this.#scope, intent.sequence]);
      await settled.put({ ...saved, state: 'done', answer, replayed, transaction });
      if ((await settled.count(this.#mine())) > KEPT_ANSWERS) {
        const oldest = await settled.getKey(this.#mine());
        if (oldest) await settled.delete(oldest);
      }
    });
  }

  /** It has to be sent again. Where nobody is signed in, the service did nothing: that was no attempt. */
  release(id: string, hindrance: Hindrance): Promise<void> {
    return this.#change(id, (intent) => ({
      ...intent,
      state: 'waiting',
      hindrance,
      attempts: intent.attempts - (hindrance === 'signIn' ? 1 : 0),
    }));
  }

  /** The service refuses it: somebody has to decide. */
  reject(id: string, problem: Problem): Promise<void> {
    return this.#change(id, (intent) => ({ ...intent, state: 'attention', hindrance: null, problem }));
  }

  /** Takes back an intent that was refused; null where it was not, or somebody else has decided. */
  withdraw(id: string): Promise<Problem | null> {
    return this.#write('relaxed', async (tx) => {
      const intent = await this.#find(tx, id);
      if (intent?.state !== 'attention') return null;
      await tx.objectStore('unsent').delete([this.#scope, intent.sequence]);
      return intent.problem;
    });
  }

  /** Lets the intent be sent again as it is. Throws NOT_THERE unless it needs attention. */
  retry(id: string): Promise<void> {
    return this.#write('strict', async (tx) => {
      const intent = await this.#inAttention(tx, id);
      await tx.objectStore('unsent').put({ ...intent, state: 'waiting', problem: null });
    });
  }

  /** Puts another intent in the place of one that needs attention, under a key of its own. Throws NOT_THERE. */
  replace(id: string, nextId: string, intent: Intent, queuedAt: Date | null): Promise<UnsentIntent> {
    return this.#write('strict', async (tx) => {
      const { sequence, reference } = await this.#inAttention(tx, id);
      const unsent = this.#unsent({ id: nextId, intent, queuedAt, sequence, reference });
      await tx.objectStore('unsent').put(unsent);
      return unsent;
    });
  }

  /** Takes an intent out of the queue for good, and notes who did. Throws NOT_THERE and OUTCOME_UNKNOWN. */
  discard(id: string, by: string, reason: string, at: Date | null): Promise<void> {
    return this.#write('strict', async (tx) => {
      const intent = await this.#find(tx, id);
      if (!intent) throw new OutboxError('NOT_THERE');
      // An attempt without an answer may have been carried out: only the service knows, and sending it again asks.
      if (intent.state !== 'attention' && intent.attempts > 0) throw new OutboxError('OUTCOME_UNKNOWN');
      const { sequence } = intent;
      await tx.objectStore('unsent').delete([this.#scope, sequence]);
      await tx.objectStore('discards').put({
        scope: this.#scope,
        sequence,
        intent,
        by,
        reason,
        at: at?.toISOString() ?? null,
      });
    });
  }

  /** All that is unsent, oldest first. */
  unsent(): Promise<UnsentIntent[]> {
    return this.#read(() => this.#database.getAll('unsent', this.#mine()));
  }

  /** What was carried out, oldest first: the last few hundred. */
  settled(): Promise<SettledIntent[]> {
    return this.#read(() => this.#database.getAll('settled', this.#mine()));
  }

  discards(): Promise<Discard[]> {
    return this.#read(() => this.#database.getAll('discards', this.#mine()));
  }

  /** An intent by its key, whatever became of it; null where it is not there, or somebody else's. */
  find(id: string): Promise<QueuedIntent | null> {
    return this.#read(async () => {
      // In this order: one that is settled in between is found all the same.
      const found: QueuedIntent | undefined =
        (await this.#database.getFromIndex('unsent', 'id', id)) ??
        (await this.#database.getFromIndex('settled', 'id', id));
      return found?.scope === this.#scope ? found : null;
    });
  }

  /** Removes what is kept of this user's past. Throws STILL_QUEUED. */
  forget(): Promise<void> {
    return this.#write('strict', async (tx) => {
      if ((await tx.objectStore('unsent').count(this.#mine())) > 0) throw new OutboxError('STILL_QUEUED');
      await tx.objectStore('settled').delete(this.#mine());
    });
  }

  clock(): Promise<HeardClock | null> {
    return this.#read(async () => (await this.#database.get('clock', 'clock')) ?? null);
  }

  saveClock(heard: HeardClock): Promise<void> {
    return this.#write('relaxed', async (tx) => {
      await tx.objectStore('clock').put(heard, 'clock');
    });
  }

  close(): void {
    this.#database.close();
  }

  #unsent(parts: {
    readonly id: string;
    readonly intent: Intent;
    readonly queuedAt: Date | null;
    readonly sequence: number;
    readonly reference: string;
  }): UnsentIntent {
    const { id, sequence, reference, queuedAt, intent } = parts;
    const { operation, customer, method, path, label, body, approval } = intent;
    return {
      ...{ scope: this.#scope, sequence, id, reference },
      ...{
        operation,
        customer,
        method,
        path,
        label,
        body: bodyText(body),
        ...(approval !== undefined && { approval }),
      },
      ...{ queuedAt: queuedAt?.toISOString() ?? null, state: 'waiting', attempts: 0, hindrance: null, problem: null },
    };
  }

  /** Everything of this scope: an array is greater than any number. */
  #mine(): IDBKeyRange {
    return IDBKeyRange.bound([this.#scope], [this.#scope, []]);
  }

  async #find(tx: Writing, id: string): Promise<UnsentIntent | undefined> {
    const found = await tx.objectStore('unsent').index('id').get(id);
    return found?.scope === this.#scope ? found : undefined;
  }

  async #inAttention(tx: Writing, id: string): Promise<UnsentIntent> {
    const intent = await this.#find(tx, id);
    if (intent?.state !== 'attention') throw new OutboxError('NOT_THERE');
    return intent;
  }

  #change(id: string, next: (intent: UnsentIntent) => UnsentIntent): Promise<void> {
    return this.#write('relaxed', async (tx) => {
      const intent = await this.#find(tx, id);
      if (intent) await tx.objectStore('unsent').put(next(intent));
    });
  }

  async #write<Result>(durability: IDBTransactionDurability, work: (tx: Writing) => Promise<Result>): Promise<Result> {
    return this.#read(async () => {
      const tx = this.#database.transaction(STORES, 'readwrite', { durability });
      try {
        const result = await work(tx);
        await tx.done;
        return result;
      } catch (error) {
        // Its end is heard even so: an unheard one would be reported as a failure of the page.
        tx.done.catch(() => {});
        abort(tx);
        throw tx.error ?? error;
      }
    });
  }

  async #read<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw translated(error);
    }
  }
}

/** Undoes what the transaction has done so far; the browser may have done so already. */
function abort(tx: Writing): void {
  try {
    tx.abort();
  } catch {}
}
