/** Customers who hold a socket all the time, and resume where they were whenever it is lost. */
import { io, type Socket } from 'socket.io-client';
import type { ClientEvents, Ready, ServerEvents } from '../../../src/faces/socket/contract.ts';
import { tokenOf } from '../../support/http.ts';
import { until } from '../../support/until.ts';

const PATIENCE_MS = 10_000;
const LAST_EVENT_MS = 60_000;

type Client = Socket<ServerEvents, ClientEvents>;

export class Listener {
  readonly customer: string;
  readonly #socket: Client;
  /** Transactions that have changed a balance. */
  readonly #heard = new Set<string>();
  readonly #events = new Set<string>();
  repeated = 0;
  reconnected = -1;
  #last: string | null = null;

  private constructor(customer: string, socket: Client) {
    this.customer = customer;
    this.#socket = socket;
    socket.on('wallet:ready', (ready) => void this.#resume(ready));
    socket.onAny((_name: string, payload?: { eventId?: string; place?: string }) => {
      if (!payload?.eventId || !payload.place) return;
      if (this.#events.has(payload.eventId)) this.repeated += 1;
      this.#events.add(payload.eventId);
      this.#last = payload.place;
    });
    socket.on('wallet:balance_changed', ({ transactionId }) => this.#heard.add(transactionId));
  }

  /** Resolves when it hears whatever happens from now on. `seconds`: how long it has to be let in for. */
  static async open(base: string, customer: string, token: string): Promise<Listener> {
    const auth = { token, resume: true };
    const socket: Client = io(base, { auth, forceNew: true, reconnectionDelayMax: 1_000, transports: ['websocket'] });
    const listener = new Listener(customer, socket);
    await until(() => listener.reconnected === 0);
    return listener;
  }

  /** Lets the last events come; a line for everything that it did not hear, heard twice, or should not have heard. */
  async audit(transactions: ReadonlySet<string>): Promise<string[]> {
    await until(() => this.#heard.size >= transactions.size, LAST_EVENT_MS).catch(() => {});
    const missed = [...transactions].filter((id) => !this.#heard.has(id));
    const strange = [...this.#heard].filter((id) => !transactions.has(id));
    return [
      ...missed.map((id) => `${this.customer} was never told of ${id}`),
      ...strange.map((id) => `${this.customer} was told of ${id}, which is none of theirs`),
      ...(this.repeated > 0 ? [`${this.customer} was told of ${this.repeated} events twice`] : []),
    ];
  }

  get heard(): number {
    return this.#events.size;
  }

  close(): void {
    this.#socket.disconnect();
  }

  async #resume({ place }: Ready): Promise<void> {
    try {
      for (let after = this.#last ?? place; ; ) {
        const answer = await this.#socket.timeout(PATIENCE_MS).emitWithAck('wallet:resume', { after });
        if (answer.status === 'error') throw new Error(answer.code);
        if (answer.data.complete) break;
        after = answer.data.next;
      }
      this.#last ??= place;
      this.reconnected += 1;
    } catch {
      // Lost again meanwhile, or refused: it begins anew.
      if (this.#socket.connected) this.#socket.disconnect().connect();
    }
  }
}

/** One for each of these customers. */
export async function openListeners(base: string, customers: readonly string[]): Promise<Listener[]> {
  const open = async (customer: string) =>
    Listener.open(base, customer, await tokenOf({ role: 'customer', subject: customer, hours: 24 }));
  return Promise.all(customers.map(open));
}
