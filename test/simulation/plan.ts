/** What one client wants, one after another: a function of the seed and of the client's number, whatever happens meanwhile. */
import { Random } from '../../src/demo/random.ts';
import { ASSETS, type Done, type Kind, type Want } from './want.ts';

export const customersOf = (count: number): string[] => Array.from({ length: count }, (_, i) => `c${i}`);

/** As few as make them meet all the time. */
export const CUSTOMERS: readonly string[] = customersOf(12);

/** How often each kind comes: what brings money in a little oftener than what takes it out. */
const WEIGHTS: readonly (readonly [Kind, number])[] = [
  ['topup', 10],
  ['bonus', 4],
  ['spend', 12],
  ['addFunds', 6],
  ['withdraw', 5],
  ['pay', 6],
  ['credit', 3],
  ['slip', 9],
  ['payment', 6],
  ['paySlip', 6],
  ['apply', 5],
  ['change', 4],
  ['void', 3],
  ['manual', 6],
  ['direct', 3],
  ['transfer', 8],
  ['reverse', 3],
];
const ALL = WEIGHTS.reduce((sum, [, weight]) => sum + weight, 0);
/** Mostly what is new: old slips are paid. */
const REMEMBERED = 4;
const FIRST_DAY = Date.UTC(2025, 0, 1);

export class ClientPlan {
  readonly #random: Random;
  readonly #client: number;
  readonly #clients: number;
  readonly #slips: Done[] = [];
  readonly #reversible: Done[] = [];
  readonly #customers: readonly string[];
  #made = 0;

  constructor(seed: number, client: number, clients: number, customers: readonly string[] = CUSTOMERS) {
    this.#customers = customers;
    this.#random = new Random(seed * 1_000_003 + client);
    this.#client = client;
    this.#clients = clients;
  }

  /** The operations of the next request: one, or the items of a batch. */
  next(): Want[] {
    const kind = this.#kind();
    if (kind !== 'transfer') return [this.#want(kind)];
    return [this.#want('transfer'), this.#want('batchTopup'), this.#want('batchSpend')];
  }

  /** What later requests may be about. These kinds are never refused, so that the plan does not hang on anything else. */
  recorded(done: Done): void {
    if (done.want.kind === 'slip') remember(this.#slips, done);
    if (done.want.kind === 'topup') remember(this.#reversible, done);
  }

  #kind(): Kind {
    let left = this.#random.whole(0, ALL - 1);
    const [kind] = WEIGHTS.find(([, weight]) => {
      left -= weight;
      return left < 0;
    }) as readonly [Kind, number];
    const isAboutSlip = kind === 'paySlip' || kind === 'apply' || kind === 'void';
    if (isAboutSlip && this.#slips.length === 0) return 'slip';
    return kind === 'reverse' && this.#reversible.length === 0 ? 'topup' : kind;
  }

  #want(kind: Kind): Want {
    const random = this.#random;
    const n = this.#made++;
    const name = `s-${this.#client}-${n}`;
    const amount = BigInt(random.whole(1, kind === 'slip' ? 2_000 : 5_000));
    const about = this.#about(kind);
    if (about) return { ...about.want, name, kind, amount, about };
    const customer = random.pick(this.#customers as unknown as [string, ...string[]]);
    const want: Want = { name, kind, customer, asset: random.chance(0.8) ? ASSETS[0] : ASSETS[1], amount };
    if (kind === 'transfer') {
      const all = this.#customers;
      const next = all[(all.indexOf(customer) + 1) % all.length] as string;
      // Some transfers open the wallet that they go to.
      return { ...want, other: random.chance(0.1) ? `new-${name}` : next };
    }
    // No two slips are of the same time, so that which one is older is never in question.
    if (kind !== 'slip') return want;
    return { ...want, at: new Date(FIRST_DAY + (n * this.#clients + this.#client) * 1_000).toISOString() };
  }

  #about(kind: Kind): Done | null {
    const of = { paySlip: this.#slips, apply: this.#slips, void: this.#slips, reverse: this.#reversible } as const;
    if (!(kind in of)) return null;
    const list = of[kind as keyof typeof of];
    const back = this.#random.whole(0, list.length - 1);
    return list[list.length - 1 - back] ?? null;
  }
}

function remember(list: Done[], done: Done): void {
  list.push(done);
  if (list.length > REMEMBERED) list.shift();
}
