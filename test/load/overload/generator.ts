/**
 * Offers top-ups to a service, from a process of its own: so many a second whether those before are answered or not, or as
 * many as so many connections can. Takes one JSON argument, prints one JSON line.
 */
import { HttpClient } from '../../support/client.ts';
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

interface RunningSecond extends Second {
  readonly doneMs: number[];
  readonly refusedMs: number[];
}

class Generator {
  readonly #offer: Offer;
  readonly #client: HttpClient;
  readonly #seconds: RunningSecond[] = [];
  #waiting = 0;
  #made = 0;
  readonly #began = performance.now();

  constructor(offer: Offer) {
    this.#offer = offer;
    this.#client = new HttpClient(`http://127.0.0.1:${offer.port}`, offer.token, offer.connections);
  }

  async run(): Promise<Second[]> {
    const { rate, seconds, connections } = this.#offer;
    const end = this.#began + seconds * 1_000;
    for (let now = performance.now(); now < end; now = performance.now()) {
      const due = rate === null ? this.#made + connections - this.#waiting : ((now - this.#began) / 1_000) * rate;
      while (this.#made < due) this.#arrive(rate === null ? now : this.#began + (this.#made * 1_000) / rate);
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
    if (this.#waiting < this.#offer.connections) void this.#ask(n, due);
    else this.#now.unasked += 1;
  }

  async #ask(n: number, due: number): Promise<void> {
    const { name, patience } = this.#offer;
    const of = { user_id: `load-${n % CUSTOMERS}`, asset_code: 'USD', amount: 1, reference_id: `${name}-${n}` };
    this.#waiting += 1;
    const status = await this.#client.post('/api/v1/wallets/topup', of, patience).then(
      (answer) => answer.status,
      ({ code }) => (code === 'ABORT_ERR' ? 'gave up' : 'broke'),
    );
    this.#waiting -= 1;
    const ms = performance.now() - due;
    if (status === 201) {
      this.#now.done += 1;
      this.#now.doneMs.push(ms);
    } else if (status === 503 || status === 429) {
      this.#now.refused += 1;
      this.#now.refusedMs.push(ms);
    } else if (status === 'gave up') this.#now.gaveUp += 1;
    else this.#now.failed += 1;
    if (this.#offer.rate === null) this.#arrive(performance.now());
  }
}

console.log(JSON.stringify(await new Generator(JSON.parse(process.argv[2] ?? '')).run()));
process.exit(0);
