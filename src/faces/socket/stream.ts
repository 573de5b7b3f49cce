/**
 * The events of one ledger on their way to those who listen here. It follows the books from the moment the first one
 * listens, and looks closer only at operations that concern a customer whom somebody hears.
 */
import { Backoff } from '../../engine/backoff.ts';
import type { Log } from '../../log.ts';
import { BEGINNING, headOf, type Place } from '../../queries/feed.ts';
import type { EventPlace } from '../../wallet/events.ts';
import type { OperationRecord } from '../../wallet/record.ts';
import type { FeedHub } from '../feed/hub.ts';
import { MOST_RESUMED } from './limits.ts';
import type { SocketMetrics } from './metrics.ts';
import { comparePlaces, cursorFrom, isBefore, placeBefore } from './place.ts';
import { customersOf, type Message, messagesOf, type PresentParts } from './present.ts';

/** One who listens: a socket. */
export interface Listener {
  readonly customers: ReadonlySet<string>;
  /** Nothing up to here is sent, for it was sent before or was not asked for. */
  after: EventPlace;
  /** False while it is not to hear what happens now, because it still hears what happened before. */
  live: boolean;
  send(message: Pick<Message, 'name' | 'payload'>): void;
}

export interface StreamParts extends PresentParts {
  readonly hub: FeedHub;
  readonly metrics: SocketMetrics;
  readonly log: Log;
}

const PAGE = 500;
/** Milliseconds after which it looks whether another instance has committed something. */
const POLL_MS = 250;

export class LedgerStream {
  readonly ledgerId: bigint;
  readonly #parts: StreamParts;
  readonly #audience = new Map<string, Set<Listener>>();
  readonly #stopping = new AbortController();
  readonly #ended: Promise<void>;
  /** Resolves when `place` is known; rejects where the database does not tell it. */
  readonly started: Promise<void>;
  /** What comes before was told to all who were live then. */
  #next: Place = BEGINNING;

  constructor(parts: StreamParts, ledgerId: bigint) {
    this.#parts = parts;
    this.ledgerId = ledgerId;
    this.started = headOf(parts.database, ledgerId).then((height) => {
      this.#next = { height: height + 1n, index: 0 };
    });
    this.#ended = this.started.then(
      () => this.#run(),
      () => {},
    );
  }

  /** Everything up to here has been told, and nothing behind it. */
  get place(): EventPlace {
    return placeBefore(this.#next);
  }

  add(listener: Listener, customer: string): void {
    const listeners = this.#audience.get(customer) ?? new Set();
    this.#audience.set(customer, listeners.add(listener));
  }

  remove(listener: Listener, customer: string): void {
    const listeners = this.#audience.get(customer);
    listeners?.delete(listener);
    if (listeners?.size === 0) this.#audience.delete(customer);
  }

  /** Tells what is not in the books. */
  tell(customer: string, message: Pick<Message, 'name' | 'payload'>): void {
    for (const listener of this.#audience.get(customer) ?? []) if (listener.live) listener.send(message);
  }

  /** Whether somebody hears this customer here. */
  isHeard(customer: string): boolean {
    return this.#audience.has(customer);
  }

  /** Whether a place can have been given out: the books reach as far. */
  async knows({ height }: EventPlace): Promise<boolean> {
    if (height < this.#next.height) return true;
    return height <= (await headOf(this.#parts.database, this.ledgerId));
  }

  /**
   * Sends the listener what lies behind a place, and lets it go on live from there. Null once it is live; otherwise the
   * place to go on behind, because there is more than is told at once.
   */
  async resume(listener: Listener, after: EventPlace): Promise<EventPlace | null> {
    listener.live = false;
    let from = cursorFrom(after);
    for (let seen = 0; isBefore(from, this.#next); ) {
      if (seen >= MOST_RESUMED) return placeBefore(from);
      const { records, next } = await this.#parts.hub.read(this.ledgerId, from, PAGE);
      for (const record of records) await this.#resend(listener, record, after);
      seen += records.length;
      from = next;
    }
    // Between the last comparison and here nothing else has run: what is told from now on is what comes next.
    const reached = placeBefore(from);
    listener.after = comparePlaces(reached, after) > 0 ? reached : after;
    listener.live = true;
    return null;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#ended;
  }

  async #resend(listener: Listener, record: OperationRecord, after: EventPlace): Promise<void> {
    if (customersOf(record).isDisjointFrom(listener.customers)) return;
    for (const message of await messagesOf(this.ledgerId, record, this.#parts)) {
      if (listener.customers.has(message.customer) && comparePlaces(message, after) > 0) listener.send(message);
    }
  }

  async #run(): Promise<void> {
    const { hub, log } = this.#parts;
    const { signal } = this.#stopping;
    const backoff = new Backoff(100, 2_000);
    while (!signal.aborted) {
      const { news } = hub;
      try {
        const { records, next } = await hub.read(this.ledgerId, this.#next, PAGE);
        for (const record of records) await this.#tellOf(record);
        this.#next = next;
        backoff.reset();
        if (records.length < PAGE) await hub.wait(news, POLL_MS, signal);
      } catch (error) {
        log.debug({ err: error }, 'the sockets wait for the database');
        await backoff.wait();
      }
    }
  }

  async #tellOf(record: OperationRecord): Promise<void> {
    const { height, index, recordedAt } = record;
    const heard = [...customersOf(record)].some((customer) => this.#audience.has(customer));
    // All of its events, not only of those who listen now: somebody may begin to while they are made.
    const messages = heard ? await messagesOf(this.ledgerId, record, this.#parts) : [];
    for (const message of messages) this.#tellLive(message);
    this.#next = { height, index: index + 1 };
    if (heard) this.#parts.metrics.lag.observe(Math.max(0, Date.now() - recordedAt.getTime()) / 1000);
  }

  #tellLive(message: Message): void {
    for (const listener of this.#audience.get(message.customer) ?? []) {
      if (listener.live && comparePlaces(message, listener.after) > 0) listener.send(message);
    }
  }
}
