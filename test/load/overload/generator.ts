/**
 * Offers top-ups to a service, from a process of its own: so many a second whether those before are answered or not, or as
 * many as so many connections can. Takes one JSON argument, prints one JSON line.
 */
import { Connection, postRequest } from '../../../bench/http-client.ts';
import { percentile } from '../percentile.ts';

export interface Offer {
  readonly port: number;
  readonly token: string;
  /** Names the requests of this offer: no other's are the same. */
  readonly name: string;
  /** A second; null for as many as the connections can. */
  readonly rate: number | null;
  /** The clients. Each has one request open at a time: where all wait for an answer, nobody is left to ask. */
  readonly connections: number;
  readonly seconds: number;
  /** Milliseconds after which a client goes away. */
  readonly patience: number;
}

/** What became within one second of what was offered. */
export interface Second {
  offered: number;
  /** Recorded, and answered in time. */
  done: number;
  /** Answered with 503 or 429. */
  refused: number;
  /** Any other status, and connections that broke. */
  failed: number;
  /** Not answered in time. */
  gaveUp: number;
  /** Due, and never asked for: every client was still waiting. */
  unasked: number;
  /** Milliseconds of the slowest hundredth from the moment they were due; null where there was none. */
  doneP99: number | null;
  refusedP99: number | null;
}

const CUSTOMERS = 1_000;
const TICK_MS = 5;
const PRUNE_MS = 50;

interface RunningSecond extends Second {
  readonly doneMs: number[];
  readonly refusedMs: number[];
}

class Generator {
  readonly #offer: Offer;
  readonly #seconds: RunningSecond[] = [];
  readonly #free: Connection[] = [];
  /** Since when each of them waits for its answer. */
  readonly #busy = new Map<Connection, number>();
  #open = 0;
  #made = 0;
  readonly #began = performance.now();

  constructor(offer: Offer) {
    this.#offer = offer;
  }

  async run(): Promise<Second[]> {
    const { rate, seconds, connections } = this.#offer;
    const end = this.#began + seconds * 1_000;
    let pruned = this.#began;
    for (let now = performance.now(); now < end; now = performance.now()) {
      const idle = connections - this.#open + this.#free.length;
      const due = rate === null ? this.#made + idle : ((now - this.#began) / 1_000) * rate;
      while (this.#made < due) this.#arrive(rate === null ? now : this.#began + (this.#made * 1_000) / rate);
      if (now - pruned > PRUNE_MS) {
        this.#prune(now);
        pruned = now;
      }
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    }
    return this.#seconds.slice(0, seconds).map(({ doneMs, refusedMs, ...second }) => ({
      ...second,
      doneP99: doneMs.length > 0 ? percentile(doneMs, 0.99) : null,
      refusedP99: refusedMs.length > 0 ? percentile(refusedMs, 0.99) : null,
    }));
  }

  get #now(): RunningSecond {
    const n = Math.floor((performance.now() - this.#began) / 1_000);
    while (this.#seconds.length <= n)
      this.#seconds.push({
        ...{ offered: 0, done: 0, refused: 0, failed: 0, gaveUp: 0, unasked: 0, doneP99: null, refusedP99: null },
        ...{ doneMs: [], refusedMs: [] },
      });
    return this.#seconds[n] as RunningSecond;
  }

  /** Has a client that is free ask for what is due, or one that comes now. */
  #arrive(due: number): void {
    const n = this.#made++;
    this.#now.offered += 1;
    const connection = this.#free.pop();
    if (connection) {
      void this.#send(connection, n, due);
    } else if (this.#open < this.#offer.connections) {
      this.#open += 1;
      Connection.open('127.0.0.1', this.#offer.port).then(
        (made) => this.#send(made, n, due),
        () => {
          this.#open -= 1;
          this.#now.failed += 1;
        },
      );
    } else this.#now.unasked += 1;
  }

  async #send(connection: Connection, n: number, due: number): Promise<void> {
    const { name, token } = this.#offer;
    const of = { user_id: `load-${n % CUSTOMERS}`, asset_code: 'USD', amount: 1, reference_id: `${name}-${n}` };
    this.#busy.set(connection, due);
    const status = await connection.send(postRequest('/api/v1/wallets/topup', token, JSON.stringify(of))).then(
      (answer) => answer.status,
      () => 0,
    );
    // Who has gone away does not hear what became of it.
    if (!this.#busy.delete(connection)) return;
    const ms = performance.now() - due;
    if (status === 201) {
      this.#now.done += 1;
      this.#now.doneMs.push(ms);
    } else if (status === 503 || status === 429) {
      this.#now.refused += 1;
      this.#now.refusedMs.push(ms);
    } else this.#now.failed += 1;
    if (status === 0) this.#open -= 1;
    else this.#free.push(connection);
    if (this.#offer.rate === null) this.#arrive(performance.now());
  }

  /** Has those go away who have waited too long, with their connections. */
  #prune(now: number): void {
    for (const [connection, due] of this.#busy) {
      if (now - due <= this.#offer.patience) continue;
      this.#busy.delete(connection);
      connection.close();
      this.#now.gaveUp += 1;
      this.#open -= 1;
    }
  }
}

console.log(JSON.stringify(await new Generator(JSON.parse(process.argv[2] ?? '')).run()));
process.exit(0);
