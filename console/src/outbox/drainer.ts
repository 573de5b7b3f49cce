/** Sends the queue: one intent at a time, oldest first, from one tab at a time. */
import { OutboxError } from './errors.ts';
import { laneOf, type Scope, scopeName, type UnsentIntent } from './intent.ts';
import { Pauses } from './pauses.ts';
import { send } from './send.ts';
import type { ServerClock } from './server-clock.ts';
import type { OutboxStore } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import type { Verdict } from './verdict.ts';

export interface DrainerParts {
  readonly scope: Scope;
  readonly store: OutboxStore;
  readonly surroundings: Surroundings;
  readonly clock: ServerClock;
  /** Called after each change of the queue. */
  readonly changed: () => void;
}

export class Drainer {
  readonly #parts: DrainerParts;
  readonly #pauses: Pauses;
  readonly #end = new AbortController();
  #waking = new AbortController();
  #running: Promise<void> | null = null;
  #asked = false;
  #needsSignIn = false;

  constructor(parts: DrainerParts) {
    this.#parts = parts;
    const { monotonic, random } = parts.surroundings;
    this.#pauses = new Pauses(monotonic, random);
  }

  /** Whether sending waits for somebody to sign in. */
  get needsSignIn(): boolean {
    return this.#needsSignIn;
  }

  /** There is something to send, or reason to hope that sending works again. */
  nudge(): void {
    this.#pauses.hope();
    this.#wake();
  }

  /** The network is back. */
  reconnected(): void {
    this.#pauses.anew();
    this.#wake();
  }

  /** Somebody has signed in. */
  resume(): void {
    this.#needsSignIn = false;
    this.nudge();
  }

  /** Sends nothing more; resolves when what is on its way has been answered and noted. */
  async close(): Promise<void> {
    this.#end.abort();
    this.#waking.abort();
    await this.#running;
  }

  #wake(): void {
    this.#asked = true;
    this.#waking.abort();
    this.#start();
  }

  #start(): void {
    if (!this.#mayGoOn()) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      // Asked again while the lock was being given back.
      if (this.#asked) this.#start();
    });
  }

  async #run(): Promise<void> {
    const { locks } = this.#parts.surroundings;
    try {
      // The lock is what keeps other tabs from sending the same. It goes with the tab, however that ends.
      await locks.request(`pochi-outbox ${scopeName(this.#parts.scope)}`, { signal: this.#end.signal }, async () => {
        while (this.#asked && this.#mayGoOn()) {
          this.#asked = false;
          await this.#drain();
        }
      });
    } catch (error) {
      // Without its database this tab can't send, and another tab will. The intents are safe where they are.
      this.#asked = false;
      if (!this.#end.signal.aborted && !(error instanceof OutboxError)) throw error;
    }
  }

  #mayGoOn(): boolean {
    return !this.#end.signal.aborted && !this.#needsSignIn;
  }

  async #drain(): Promise<void> {
    while (this.#mayGoOn()) {
      const pause = this.#pauses.wait();
      if (pause > 0) {
        await this.#sleep(pause);
        continue;
      }
      const deferred = this.#pauses.deferred();
      const intent = await this.#take(deferred);
      if (intent === 'later') continue;
      if (intent !== null) {
        await this.#sendOne(intent);
        continue;
      }
      if (deferred.size === 0) return;
      await this.#sleep(this.#pauses.laneWait(deferred));
    }
  }

  /** What can't be marked as being sent, for want of room, is not sent: the next tab could not know of it. */
  async #take(deferred: ReadonlySet<string>): Promise<UnsentIntent | null | 'later'> {
    try {
      return await this.#parts.store.take(deferred);
    } catch (error) {
      if (!(error instanceof OutboxError && error.code === 'STORAGE_FULL')) throw error;
      this.#pauses.pauseAll(null);
      return 'later';
    }
  }

  async #sendOne(intent: UnsentIntent): Promise<void> {
    const { scope, surroundings, changed } = this.#parts;
    changed();
    const verdict = await send(surroundings, {
      scope,
      intent,
      ended: this.#end.signal,
      hear: (date) => this.#hear(date),
    });
    this.#pause(intent, verdict);
    try {
      await this.#record(intent, verdict);
    } catch (error) {
      if (!(error instanceof OutboxError && error.code === 'STORAGE_FULL')) throw error;
      // It stays as being sent, and is sent again: the service gives the same answer.
      this.#pauses.pauseAll(null);
    }
    changed();
  }

  #pause(intent: UnsentIntent, verdict: Verdict): void {
    const lane = laneOf(intent);
    const { kind } = verdict;
    if (kind === 'signIn') this.#needsSignIn = true;
    else if (kind === 'unreachable') this.#pauses.pauseAll(null);
    else if (kind === 'busy') this.#pauses.pauseAll(verdict.wait);
    else {
      this.#pauses.reached();
      if (kind === 'failing') this.#pauses.pauseLane(lane);
      else this.#pauses.passed(lane);
    }
  }

  #record({ id }: UnsentIntent, verdict: Verdict): Promise<void> {
    const { store } = this.#parts;
    switch (verdict.kind) {
      case 'done':
        return store.settle(id, verdict);
      case 'rejected':
        return store.reject(id, verdict.problem);
      default:
        return store.release(id, verdict.kind);
    }
  }

  #hear(date: string | null): void {
    const heard = this.#parts.clock.hear(date);
    // Only a convenience for after a reload: not worth a failure.
    if (heard) this.#parts.store.saveClock(heard).catch(() => {});
  }

  async #sleep(ms: number): Promise<void> {
    this.#waking = new AbortController();
    await this.#parts.surroundings.sleep(ms, AbortSignal.any([this.#waking.signal, this.#end.signal]));
  }
}
