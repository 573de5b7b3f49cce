/** What every road is asked to do: the same operations over the same wallets, from a seed. */

/** `uniform`: each wallet as likely as another; otherwise the exponent of a Zipf distribution. All share three hot accounts. */
export type Spread = 'uniform' | 1 | 2;

export interface Order {
  readonly operation: 'walletTopup' | 'walletBonus' | 'walletSpend';
  readonly user: string;
  readonly amount: number;
  readonly reference: string;
}

export const WALLETS = 100_000;

/** Endless orders: half top-ups, a tenth bonuses, the rest spends that a wallet can nearly always afford. */
export class Workload {
  readonly #random: () => number;
  readonly #pick: () => number;
  readonly #run: string;
  #count = 0;

  constructor(spread: Spread, run: string, seed = 1) {
    this.#random = mulberry(seed);
    this.#run = run;
    this.#pick =
      spread === 'uniform' ? () => Math.floor(this.#random() * WALLETS) : zipf(WALLETS, spread, this.#random);
  }

  next(): Order {
    const kind = this.#random();
    this.#count += 1;
    const reference = `${this.#run}-${this.#count.toString(36).padStart(6, '0')}`;
    const user = userName(this.#pick());
    if (kind < 0.5) return { operation: 'walletTopup', user, amount: 1000, reference };
    if (kind < 0.6) return { operation: 'walletBonus', user, amount: 100, reference };
    return { operation: 'walletSpend', user, amount: 10, reference };
  }
}

export const userName = (n: number): string => `user_${n.toString().padStart(6, '0')}`;

/** Every wallet starts with this much, so that refusals are rare. */
export const OPENING = 1_000_000;

/** A seeded generator of numbers from 0 to 1, the same on every machine. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Ranks 0 to n-1, rank r with a chance proportional to 1 / (r + 1)^exponent. */
function zipf(n: number, exponent: number, random: () => number): () => number {
  const cumulative = new Float64Array(n);
  let sum = 0;
  for (let r = 0; r < n; r += 1) {
    sum += 1 / (r + 1) ** exponent;
    cumulative[r] = sum;
  }
  return () => {
    const target = random() * sum;
    let [low, high] = [0, n - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cumulative[middle] as number) < target) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
