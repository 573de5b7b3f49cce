/**
 * One connection to the service's events, through any number of outages. What was missed meanwhile is asked for, in order and
 * once (docs/operating/sockets.md); an event says that something has changed, and the API then says what.
 */
import type { Socket } from 'socket.io-client';
import type { Answer, ClientEvents, Ready, ServerEvents, SocketAuth } from '../../../src/faces/socket/contract.ts';
import { type LiveEvent, Seen } from './seen.ts';

export type LiveSocket = Socket<ServerEvents, ClientEvents>;
export type LiveState = 'off' | 'connecting' | 'live';

export interface LiveParts {
  /** Makes the socket, not connected yet, that says `auth` at each handshake. */
  open(auth: (say: (auth: SocketAuth) => void) => void): LiveSocket;
  token(): string;
  /** The customer whose token it is: they are heard without being asked for. */
  readonly own: string | null;
  /** Something of this customer is not as it was read before. */
  changed(customer: string): void;
  state(state: LiveState): void;
  /** The service takes this token no more. */
  refused(token: string): void;
}

/** What may be recorded of a customer; the two that only tell of a reading are not among them. */
const RECORDED = [
  'wallet:created',
  'wallet:funds_added',
  'wallet:funds_withdrawn',
  'wallet:payment_processed',
  'wallet:gamification_reward',
  'wallet:balance_changed',
] as const;

const ANSWER_WITHIN_MS = 10_000;
/** A service that stops sends everyone away at once: they shall not all come back at once. */
const RETURN_MS = { least: 300, spread: 1_200 };

export class LiveConnection {
  readonly #parts: LiveParts;
  readonly #socket: LiveSocket;
  readonly #heard = new Set<string>();
  #seen = new Seen();
  #isLive = false;
  #token = '';
  #refused: string | null = null;
  #returning: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: LiveParts) {
    this.#parts = parts;
    this.#socket = parts.open((say) => {
      this.#token = parts.token();
      say({ token: this.#token, resume: this.#seen.place !== null });
    });
    if (parts.own !== null) this.#heard.add(parts.own);
    for (const name of RECORDED) this.#socket.on(name, (event: LiveEvent) => this.#hear(event));
    this.#socket.on('wallet:ready', (ready) => void this.#sure(this.#begin(ready)));
    this.#socket.on('wallet:error', ({ code }) => this.#complain(code));
    this.#socket.on('connect_error', (error) => {
      this.#complain((error as { data?: { code?: string } }).data?.code);
      if (!this.#socket.active) this.#comeBack();
    });
    this.#socket.on('disconnect', (reason) => {
      this.#setLive(false);
      // After any other reason the client comes back by itself.
      if (reason === 'io server disconnect') this.#comeBack();
    });
    this.#setLive(false);
    this.#socket.connect();
  }

  /** Hears of a customer from now on, through all outages. */
  hear(customer: string): void {
    this.#heard.add(customer);
    if (this.#isLive) void this.#sure(this.#subscribe(customer));
  }

  leave(customer: string): void {
    if (customer === this.#parts.own || !this.#heard.delete(customer)) return;
    if (this.#isLive) void this.#ask('wallet:unsubscribe', { customerId: customer }).catch(() => {});
  }

  /** There is a fresh token of the same person. */
  renew(): void {
    const token = this.#parts.token();
    if (token === this.#token) return;
    if (!this.#socket.connected) {
      this.connectNow();
      return;
    }
    this.#token = token;
    void this.#sure(this.#ask('wallet:authenticate', { token }));
  }

  /** The network is back: nobody waits for the next attempt. */
  connectNow(): void {
    clearTimeout(this.#returning);
    if (this.#socket.connected) return;
    this.#socket.disconnect().connect();
  }

  close(): void {
    clearTimeout(this.#returning);
    this.#socket.removeAllListeners();
    this.#socket.disconnect();
    this.#parts.state('off');
  }

  #hear(event: LiveEvent): void {
    const customer = String(event.customerId);
    if (this.#seen.isNews(event) && this.#heard.has(customer)) this.#parts.changed(customer);
  }

  async #begin({ place, held }: Ready): Promise<void> {
    const others = [...this.#heard].filter((customer) => customer !== this.#parts.own);
    for (const customerId of others) await this.#ask('wallet:subscribe', { customerId });
    if (held) await this.#resume();
    else {
      this.#seen.reach(place);
      // What was read before this moment may have changed since, and nobody has told.
      for (const customer of this.#heard) this.#parts.changed(customer);
    }
    this.#setLive(true);
    // Who was opened meanwhile.
    for (const customer of this.#heard)
      if (customer !== this.#parts.own && !others.includes(customer)) await this.#subscribe(customer);
  }

  async #resume(): Promise<void> {
    for (let after = this.#seen.place ?? '', isComplete = false; !isComplete; ) {
      const answer = await this.#ask('wallet:resume', { after });
      if (answer.status === 'error') {
        // Such as after a restored backup: the ledger never was there, and everything is read anew.
        if (answer.code === 'VALIDATION_ERROR') this.#seen = new Seen();
        throw new Error(answer.code);
      }
      after = answer.data.next;
      isComplete = answer.data.complete;
      this.#seen.reach(after);
    }
  }

  async #subscribe(customer: string): Promise<void> {
    await this.#ask('wallet:subscribe', { customerId: customer });
    // They may have been read before the service knew that somebody listens.
    this.#parts.changed(customer);
  }

  #ask<Name extends keyof ClientEvents>(
    name: Name,
    input: Parameters<ClientEvents[Name]>[0],
  ): Promise<Parameters<Parameters<ClientEvents[Name]>[1]>[0]> {
    // The types of emitWithAck lose which answer belongs to which question.
    const socket = this.#socket.timeout(ANSWER_WITHIN_MS) as unknown as {
      emitWithAck(name: string, input: unknown): Promise<Answer<never>>;
    };
    return socket.emitWithAck(name, input) as never;
  }

  #complain(code: string | undefined): void {
    if (code !== 'UNAUTHENTICATED') return;
    this.#refused = this.#token;
    this.#parts.refused(this.#token);
  }

  /** What fails while the connection stands ends it: the next one begins in order. */
  async #sure(step: Promise<unknown>): Promise<void> {
    const { id } = this.#socket;
    await step.catch(() => {
      if (this.#socket.id === id) this.#comeBack();
    });
  }

  /** Comes back after a while, unless the token is the reason: then a fresh one is waited for. */
  #comeBack(): void {
    clearTimeout(this.#returning);
    if (this.#parts.token() === this.#refused) return;
    const wait = RETURN_MS.least + Math.random() * RETURN_MS.spread;
    this.#returning = setTimeout(() => this.#socket.disconnect().connect(), wait);
  }

  #setLive(isLive: boolean): void {
    this.#isLive = isLive;
    this.#parts.state(isLive ? 'live' : 'connecting');
  }
}
