/** Three months of the demo shop, decided in advance: what happens on each day, in its order. Pure, and always the same. */
import { GOODS, type Goods, STORES } from './catalogue.ts';
import { CUSTOMERS, type DemoCustomer, type Habit } from './customers.ts';
import { DAY_MS, dayOfMonth, midnight, weekday } from './day.ts';
import { Random } from './random.ts';
import { Tab } from './tab.ts';

export interface PlannedLine {
  readonly goods: Goods;
  readonly quantity: number;
}

export interface PlannedTender {
  readonly method: 'CASH' | 'MOBILE' | 'CARD';
  /** Whole shillings, as everywhere in the plan. */
  readonly amount: number;
}

export type Deed = {
  /** Names it for ever: doing it a second time has no effect. */
  readonly key: string;
  readonly at: Date;
  readonly customer: string;
  readonly store: string;
} & (
  | { readonly what: 'slip'; readonly lines: readonly PlannedLine[]; readonly discount: number }
  | { readonly what: 'payment'; readonly tenders: readonly PlannedTender[] }
  | { readonly what: 'applyWallet'; readonly slip: string }
  | { readonly what: 'change'; readonly amount: number }
  | { readonly what: 'topup'; readonly amount: number; readonly method: string }
  | { readonly what: 'spend'; readonly amount: number; readonly goods: Goods }
  | { readonly what: 'withdraw'; readonly amount: number }
  | { readonly what: 'bonus'; readonly points: number }
  | { readonly what: 'void'; readonly slip: string; readonly reason: string }
  | { readonly what: 'reverse'; readonly of: string; readonly reason: string }
);

type WithoutFrame<D> = D extends Deed ? Omit<D, 'key' | 'at' | 'customer' | 'store'> : never;
type Act = WithoutFrame<Deed>;

export const KEY_PREFIX = 'demo-';

export const DAYS = 92;
const OPENS = 7;
const CLOSES = 19;
const SEED = 20_251;

/** The deeds of each day before that of `now`, the oldest first, as its hours bring them. */
export function plan(now: Date): Deed[][] {
  const random = new Random(SEED);
  const tabs = new Map(CUSTOMERS.map(({ id }) => [id, new Tab()]));
  const first = midnight(now).getTime() - DAYS * DAY_MS;
  return Array.from({ length: DAYS }, (_, i) => {
    const day = new Date(first + i * DAY_MS);
    return CUSTOMERS.flatMap((customer) =>
      new Visit(random, customer, tabs.get(customer.id) as Tab, day, i).deeds(),
    ).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  });
}

/** How likely it is on a working day that somebody takes something on a slip. */
const TAKES: Readonly<Record<Habit, number>> = {
  daily: 0.6,
  monthly: 0.35,
  prepaid: 0.03,
  occasional: 0.12,
  slow: 0.1,
};

const FRIDAY = 5;
const PAY_DAY = 28;

/** What one customer does on one day. */
class Visit {
  readonly #random: Random;
  readonly #customer: DemoCustomer;
  readonly #tab: Tab;
  readonly #day: Date;
  /** Days since the first. */
  readonly #age: number;
  readonly #store: string;
  readonly #deeds: Deed[] = [];
  #time: number;

  constructor(random: Random, customer: DemoCustomer, tab: Tab, day: Date, age: number) {
    this.#random = random;
    this.#customer = customer;
    this.#tab = tab;
    this.#day = day;
    this.#age = age;
    this.#store = random.chance(0.8) ? STORES[0] : STORES[1];
    this.#time = day.getTime() + random.whole(OPENS * 60, (CLOSES - 1) * 60) * 60_000;
  }

  deeds(): readonly Deed[] {
    if (this.#age === 0) this.#do({ what: 'bonus', points: 50 });
    if (weekday(this.#day) === 0) return this.#deeds;
    const { habit } = this.#customer;
    if (habit === 'prepaid') this.#prepaid();
    if (this.#random.chance(TAKES[habit]) && (habit !== 'slow' || this.#age < 60)) this.#takeOnSlip();
    this.#payIfDue(habit);
    if (this.#random.chance(0.03)) this.#leaveChange();
    if (this.#tab.wallet >= 500 && this.#tab.slips.length > 0 && this.#random.chance(0.1)) this.#applyWallet();
    return this.#deeds;
  }

  #prepaid(): void {
    const tab = this.#tab;
    if (tab.wallet < 6_000) this.#topup(this.#random.pick([20_000, 30_000, 50_000]));
    if (this.#random.chance(0.45)) {
      const goods = this.#random.pick(GOODS);
      if (goods.price <= tab.wallet) {
        tab.wallet -= goods.price;
        this.#do({ what: 'spend', amount: goods.price, goods });
      }
    }
    if (tab.wallet > 35_000 && this.#random.chance(0.02)) {
      tab.wallet -= 10_000;
      this.#do({ what: 'withdraw', amount: 10_000 });
    }
  }

  #topup(amount: number): void {
    const method = this.#random.pick(['mpesa', 'mpesa', 'airtel-money', 'card']);
    // Now and then a nought too many goes in, and is taken back at once.
    if (this.#random.chance(0.04)) {
      const wrong = this.#do({ what: 'topup', amount: amount * 10, method });
      this.#do({ what: 'reverse', of: wrong, reason: 'A nought too many' });
    }
    this.#tab.wallet += amount;
    this.#do({ what: 'topup', amount, method });
  }

  #takeOnSlip(): void {
    const lines = Array.from({ length: this.#random.whole(1, 3) }, () => ({
      goods: this.#random.pick(GOODS),
      quantity: this.#random.pick([1, 1, 1, 2, 2, 3]),
    }));
    const total = lines.reduce((sum, { goods, quantity }) => sum + goods.price * quantity, 0);
    const discount = total > 20_000 && this.#random.chance(0.3) ? 1_000 : 0;
    const slip = this.#do({ what: 'slip', lines, discount });
    if (this.#random.chance(0.015)) this.#do({ what: 'void', slip, reason: 'Written down twice' });
    else this.#tab.slips.push({ key: slip, remaining: total - discount });
  }

  #payIfDue(habit: Habit): void {
    const { owed } = this.#tab;
    if (owed === 0) return;
    const roundedUp = Math.ceil(owed / 1_000) * 1_000;
    const half = Math.max(500, Math.floor(owed / 2 / 500) * 500);
    const random = this.#random;
    if (habit === 'daily' && weekday(this.#day) === FRIDAY) this.#pay(random.chance(0.8) ? roundedUp : half);
    if (habit === 'monthly' && dayOfMonth(this.#day) === PAY_DAY) this.#pay(random.chance(0.7) ? roundedUp : half);
    if (habit === 'occasional' && random.chance(0.12)) this.#pay(random.chance(0.6) ? roundedUp : half);
    if (habit === 'prepaid' && random.chance(0.3)) this.#pay(owed);
    if (habit === 'slow' && random.chance(0.015)) this.#pay(half);
  }

  #pay(amount: number): void {
    this.#tab.pay(amount);
    this.#do({ what: 'payment', tenders: this.#tenders(amount) });
  }

  /** Cash most of the time; what is large is sometimes paid in two ways. */
  #tenders(amount: number): PlannedTender[] {
    if (amount >= 20_000 && this.#random.chance(0.25)) {
      const cash = Math.floor(amount / 2 / 1_000) * 1_000;
      return [
        { method: 'CASH', amount: cash },
        { method: 'MOBILE', amount: amount - cash },
      ];
    }
    return [{ method: this.#random.pick(['CASH', 'CASH', 'MOBILE', 'MOBILE', 'CARD']), amount }];
  }

  #leaveChange(): void {
    const amount = this.#random.whole(1, 9) * 100;
    this.#tab.wallet += amount;
    this.#do({ what: 'change', amount });
  }

  #applyWallet(): void {
    const slip = this.#tab.slips[0]?.key as string;
    this.#tab.applyWallet();
    this.#do({ what: 'applyWallet', slip });
  }

  #do(act: Act): string {
    const key = `${KEY_PREFIX}${this.#customer.id}-${this.#age}-${this.#deeds.length}`;
    const at = new Date(this.#time);
    this.#time += this.#random.whole(1, 6) * 60_000;
    this.#deeds.push({ key, at, customer: this.#customer.id, store: this.#store, ...act });
    return key;
  }
}
