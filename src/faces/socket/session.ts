/** One socket: whom it hears, until when, and what it may ask. */
import type { Socket } from 'socket.io';
import type { Log } from '../../log.ts';
import type { EventPlace } from '../../wallet/events.ts';
import { readPlace, writePlace } from '../events/present.ts';
import type { Authenticator, Identified } from '../http/authenticate.ts';
import { describeError } from '../http/describe-error.ts';
import { languageOf, wordsOf } from '../http/languages.ts';
import type { Principal } from '../http/principal.ts';
import { invalid, Problem } from '../http/problem.ts';
import { idText, idValue } from '../wire/ids.ts';
import type { Answer, ClientEvent, ClientEvents, Ready, Resumed, ServerEvents, SocketError } from './contract.ts';
import { FLOOD_A_SECOND, MESSAGES_A_SECOND, MOST_SUBSCRIPTIONS, MOST_UNSENT } from './limits.ts';
import type { SocketMetrics } from './metrics.ts';
import type { Message } from './present.ts';
import type { LedgerStream, Listener } from './stream.ts';

export type ServerSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, { identified: Identified }>;

export interface SessionParts {
  readonly authenticator: Authenticator;
  readonly metrics: SocketMetrics;
  readonly log: Log;
}

/** The token has so long been out when its connection is: the issuer's clock is not ours, and five seconds are the most. */
const EXPIRY_GRACE_MS = 2_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** When a token's connection ends, in milliseconds since 1970. */
export const endOf = ({ expiresAt }: Identified): number => expiresAt * 1000 + EXPIRY_GRACE_MS;

export class Session implements Listener {
  readonly customers = new Set<string>();
  after: EventPlace = { height: 0n, index: 0, n: 0 };
  live = false;
  readonly #socket: ServerSocket;
  readonly #stream: LedgerStream;
  readonly #parts: SessionParts;
  readonly #principal: Principal;
  /** Whether nothing is to be sent before the client has resumed. */
  readonly #held: boolean;
  #identified: Identified;
  #expiry: NodeJS.Timeout | undefined;
  /** What the client asks is done in its order. */
  #turn: Promise<void>;
  #second = 0;
  #asked = 0;

  constructor(socket: ServerSocket, stream: LedgerStream, parts: SessionParts) {
    this.#socket = socket;
    this.#stream = stream;
    this.#parts = parts;
    this.#identified = socket.data.identified;
    this.#principal = this.#identified.principal;
    this.#held = socket.handshake.auth.resume === true;
    this.#watchExpiry();
    this.#turn = this.#begin();
    this.#on('wallet:subscribe', (input) => this.#subscribe(customerIn(input)));
    this.#on('wallet:unsubscribe', (input) => this.#unsubscribe(customerIn(input)));
    this.#on('wallet:resume', (input) => this.#resume(fieldOf(input, 'after')));
    this.#on('wallet:authenticate', (input) => this.#authenticate(fieldOf(input, 'token')));
  }

  /** Lets go of everything, once the socket is gone. */
  close(): void {
    clearTimeout(this.#expiry);
    for (const customer of this.customers) this.#stream.remove(this, customer);
    this.customers.clear();
  }

  send({ name, payload }: Pick<Message, 'name' | 'payload'>): void {
    const { writeBuffer } = this.#socket.conn as unknown as { readonly writeBuffer: readonly unknown[] };
    if (writeBuffer.length > MOST_UNSENT) {
      this.#socket.disconnect(true);
      return;
    }
    // The types of the contract are those of what the client parses.
    this.#socket.emit(name, payload as never);
    this.#parts.metrics.sent.inc({ event: name });
  }

  /** Tells why, and ends the connection. */
  end(problem: Problem): void {
    this.#socket.emit('wallet:error', this.#errorOf(problem));
    this.#socket.disconnect(true);
  }

  async #begin(): Promise<void> {
    try {
      await this.#stream.started;
    } catch (error) {
      this.end(describeError(error));
      return;
    }
    if (!this.#socket.connected) return;
    if (this.#principal.role === 'customer') this.#hear(this.#principal.subject);
    this.after = this.#stream.place;
    this.live = !this.#held;
    this.#socket.emit('wallet:ready', this.#ready());
  }

  #ready(): Ready {
    return { place: writePlace(this.after), held: this.#held, expires: this.#identified.expiresAt * 1000 };
  }

  #hear(customer: string): void {
    this.customers.add(customer);
    this.#stream.add(this, customer);
  }

  #subscribe(customer: string): { customerId: number | string } {
    this.#assertMayHear(customer);
    if (!this.customers.has(customer) && this.customers.size >= MOST_SUBSCRIPTIONS) throw new Problem('RATE_LIMITED');
    this.#hear(customer);
    return { customerId: idValue(customer) };
  }

  #unsubscribe(customer: string): { customerId: number | string } {
    this.#assertMayHear(customer);
    this.customers.delete(customer);
    this.#stream.remove(this, customer);
    return { customerId: idValue(customer) };
  }

  #assertMayHear(customer: string): void {
    const { role, subject } = this.#principal;
    if (role === 'customer' && customer !== subject) {
      throw new Problem('FORBIDDEN', { detail: 'a customer may only act for themselves' });
    }
  }

  async #resume(text: string): Promise<Resumed> {
    const after = readPlace(text);
    if (!after || !(await this.#stream.knows(after))) throw invalid('after', 'must be the next of an earlier answer');
    const next = await this.#stream.resume(this, after);
    return { complete: next === null, next: writePlace(next ?? this.after) };
  }

  /** A fresh token for the same one: a socket never changes whom it speaks for. */
  async #authenticate(token: string): Promise<{ expires: number }> {
    const identified = await this.#parts.authenticator.identify(token);
    const { subject, role, ledgerId } = identified.principal;
    const own = this.#principal;
    if (subject !== own.subject || role !== own.role || ledgerId !== own.ledgerId) throw new Problem('FORBIDDEN');
    this.#identified = identified;
    this.#watchExpiry();
    return { expires: identified.expiresAt * 1000 };
  }

  #watchExpiry(): void {
    clearTimeout(this.#expiry);
    const left = endOf(this.#identified) - Date.now();
    const look = () => (left > LONGEST_TIMER_MS ? this.#watchExpiry() : this.end(new Problem('UNAUTHENTICATED')));
    this.#expiry = setTimeout(look, Math.min(Math.max(left, 0), LONGEST_TIMER_MS));
  }

  #on(name: ClientEvent, handle: (input: unknown) => object | Promise<object>): void {
    const listen = (input: unknown, ack: unknown) => {
      const answer = typeof ack === 'function' ? (ack as (answer: Answer<object>) => void) : () => {};
      if (this.#isTooMuch()) {
        answer(this.#errorOf(new Problem('RATE_LIMITED')));
        return;
      }
      this.#turn = this.#turn.then(async () => {
        if (this.#socket.connected) answer(await this.#answerTo(input, handle));
      });
    };
    this.#socket.on(name, listen as never);
  }

  async #answerTo(input: unknown, handle: (input: unknown) => object | Promise<object>): Promise<Answer<object>> {
    try {
      return { status: 'success', data: await handle(input) };
    } catch (error) {
      const problem = describeError(error);
      if (problem.code === 'INTERNAL') this.#parts.log.error({ err: error }, 'a message of a socket failed');
      return this.#errorOf(problem);
    }
  }

  #isTooMuch(): boolean {
    const second = Math.floor(performance.now() / 1000);
    this.#asked = second === this.#second ? this.#asked + 1 : 1;
    this.#second = second;
    if (this.#asked > FLOOD_A_SECOND) this.#socket.disconnect(true);
    return this.#asked > MESSAGES_A_SECOND;
  }

  #errorOf(problem: Problem): SocketError {
    return errorOf(problem, this.#socket);
  }
}

/** A problem in the envelope of the customer-wallet face, in the language of the handshake. */
export function errorOf(problem: Problem, { handshake }: Pick<ServerSocket, 'handshake'>): SocketError {
  const { detail } = wordsOf(problem, languageOf({ headers: handshake.headers }));
  return { status: 'error', code: problem.code, message: detail };
}

function fieldOf(input: unknown, name: string): string {
  const value = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[name] : undefined;
  if (typeof value !== 'string') throw invalid(name, value === undefined ? 'is missing' : 'is not a text');
  return value;
}

function customerIn(input: unknown): string {
  const given = typeof input === 'object' && input !== null ? (input as Record<string, unknown>).customerId : undefined;
  const customer = idText(given);
  if (customer === null) throw invalid('customerId', given === undefined ? 'is missing' : 'is no customer id');
  return customer;
}
