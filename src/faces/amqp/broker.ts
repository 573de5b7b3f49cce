/** A connection to the broker that comes back: whoever works over it starts anew each time. */
import { type ChannelModel, connect } from 'amqplib';
import { Backoff } from '../../engine/backoff.ts';
import type { Log } from '../../log.ts';
import { within } from './within.ts';

export interface BrokerOptions {
  readonly url: string;
  /** What the broker shows of the connection, and the log of its work. */
  readonly name: string;
  readonly log: Log;
  /**
   * Works over one connection until it is lost or it is told to finish. It may end earlier, or throw: then it is called
   * again with a new connection, after a while.
   */
  work(connection: ChannelModel, signals: WorkSignals): Promise<void>;
  /** Milliseconds between two attempts at most. */
  readonly longestRetry: number;
  onState?(connected: boolean): void;
}

export interface WorkSignals {
  /** The connection is gone, or has to be given up at once. */
  readonly lost: AbortSignal;
  /** The service stops: what is in hand is finished. */
  readonly finish: AbortSignal;
}

const CONNECT_TIMEOUT_MS = 10_000;
const CLOSE_TIMEOUT_MS = 2_000;
const FIRST_RETRY_MS = 100;
/** Who was connected for so long is tried again at once. */
const STEADY_MS = 5_000;
const HEARTBEAT_S = '10';

/** Connected and at work from now on, for as long as it takes. */
export class Broker {
  readonly #options: BrokerOptions;
  readonly #finish = new AbortController();
  readonly #giveUp = new AbortController();
  readonly #ended: Promise<void>;
  /** So that an outage is logged once, not with each attempt. */
  #told = false;

  constructor(options: BrokerOptions) {
    this.#options = options;
    this.#ended = this.#run();
  }

  /** Lets the work finish, for so many milliseconds at most. */
  async stop(patience: number): Promise<void> {
    this.#finish.abort();
    const timer = setTimeout(() => this.#giveUp.abort(), patience);
    await this.#ended;
    clearTimeout(timer);
  }

  async #run(): Promise<void> {
    const { name, log, longestRetry } = this.#options;
    const backoff = new Backoff(Math.min(FIRST_RETRY_MS, longestRetry), longestRetry);
    while (!this.#finish.signal.aborted) {
      try {
        await this.#session(backoff);
      } catch (error) {
        if (!this.#told) log.warn({ err: error, connection: name }, 'the broker cannot be reached; trying again');
        this.#told = true;
      }
      await Promise.race([backoff.wait(), aborted(this.#finish.signal)]);
    }
  }

  async #session(backoff: Backoff): Promise<void> {
    const { name, log, work, onState = () => {} } = this.#options;
    const connection = await connected(this.#options.url, name);
    const lost = new AbortController();
    const lose = (error?: unknown) => lost.abort(error);
    // An error event that nobody hears would end the process; a close follows it.
    connection.on('error', lose);
    connection.on('close', lose);
    connection.on('blocked', (reason) => log.warn({ connection: name, reason }, 'the broker takes no messages'));
    connection.on('unblocked', () => log.info({ connection: name }, 'the broker takes messages again'));
    this.#giveUp.signal.addEventListener('abort', lose);
    if (this.#giveUp.signal.aborted) lose();
    onState(true);
    log.info({ connection: name }, 'connected to the broker');
    try {
      const started = performance.now();
      await work(connection, { lost: lost.signal, finish: this.#finish.signal });
      if (performance.now() - started > STEADY_MS) backoff.reset();
      this.#told = false;
    } finally {
      this.#giveUp.signal.removeEventListener('abort', lose);
      onState(false);
      if (!(lost.signal.reason instanceof Error)) await closed(connection);
    }
    if (!this.#finish.signal.aborted) {
      log.warn({ connection: name, err: reasonOf(lost.signal) }, 'the work with the broker starts anew');
      this.#told = true;
    }
  }
}

/** Resolves when the signal is given, at once where it has been. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

const reasonOf = ({ reason }: AbortSignal): unknown => (reason instanceof Error ? reason : undefined);

/**
 * A connection to the broker; `name` is what the broker shows of it. Throws where there is none in time. One that comes
 * when nobody waits for it any more is closed.
 */
export async function connected(url: string, name: string): Promise<ChannelModel> {
  const connecting = connect(withHeartbeat(url), {
    // This one starts anew with every byte that comes.
    timeout: CONNECT_TIMEOUT_MS,
    noDelay: true,
    clientProperties: { connection_name: `pochi ${name}` },
  });
  try {
    return await within(CONNECT_TIMEOUT_MS, 'a connection', connecting);
  } catch (error) {
    connecting.then(abandon, () => {});
    throw error;
  }
}

function abandon(connection: ChannelModel): void {
  connection.on('error', () => {});
  connection.close().catch(() => {});
}

/** Also notices a peer that has gone without a word. */
function withHeartbeat(address: string): string {
  const url = new URL(address);
  if (!url.searchParams.has('heartbeat')) url.searchParams.set('heartbeat', HEARTBEAT_S);
  return url.href;
}

/** Says goodbye, and waits only a little for the answer: it may have ended by itself in this moment. */
export const closed = (connection: ChannelModel): Promise<void> =>
  within(CLOSE_TIMEOUT_MS, 'a goodbye', connection.close()).catch(() => {});
