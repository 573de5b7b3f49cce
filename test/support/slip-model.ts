/** The trivial model of credit slips: numbers in plain objects, and rules written without a look at how the wallet has them. */
import type { RefusalCode } from '../../src/wallet/errors.ts';

export interface ModelSlip {
  readonly id: string;
  readonly customer: string;
  readonly asset: string;
  readonly at: number;
  readonly lines: readonly bigint[];
  readonly total: bigint;
  paid: bigint;
  isVoid: boolean;
}

interface Purse {
  wallet: bigint;
  /** Owed for reversals that the wallet could not cover: no slip stands behind it. */
  debt: bigint;
}

interface Step {
  readonly kind: 'sale' | 'void' | 'paid' | 'applied' | 'spent' | 'reversal';
  readonly customer: string;
  readonly asset: string;
  readonly toSlips: readonly { readonly slip: ModelSlip; readonly amount: bigint }[];
  readonly toWallet: bigint;
  undone: boolean;
}

export interface Asked {
  readonly slip: string | null;
  readonly amount: bigint;
}

export class SlipModel {
  readonly slips: ModelSlip[] = [];
  readonly frozen = new Set<string>();
  readonly #purses = new Map<string, Purse>();
  readonly #known = new Set<string>();
  readonly steps: Step[] = [];

  purse(customer: string, asset: string): Purse {
    const key = `${customer} ${asset}`;
    const purse = this.#purses.get(key) ?? { wallet: 0n, debt: 0n };
    this.#purses.set(key, purse);
    return purse;
  }

  open(customer: string, asset: string): ModelSlip[] {
    return this.slips
      .filter((slip) => slip.customer === customer && slip.asset === asset && !slip.isVoid && slip.paid < slip.total)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  create(slip: Omit<ModelSlip, 'paid' | 'isVoid'>): RefusalCode | null {
    if (slip.total <= 0n) return 'VALIDATION_ERROR';
    if (this.frozen.has(slip.customer)) return 'ACCOUNT_FROZEN';
    this.slips.push({ ...slip, paid: 0n, isVoid: false });
    return this.#done('sale', slip.customer, slip.asset);
  }

  change(customer: string, asset: string, amount: bigint): null {
    this.purse(customer, asset).wallet += amount;
    return this.#done('paid', customer, asset, [], amount);
  }

  spend(customer: string, asset: string, amount: bigint): RefusalCode | null {
    if (!this.#known.has(customer)) return 'WALLET_NOT_FOUND';
    if (this.frozen.has(customer)) return 'ACCOUNT_FROZEN';
    if (this.purse(customer, asset).wallet < amount) return 'INSUFFICIENT_FUNDS';
    this.purse(customer, asset).wallet -= amount;
    return this.#done('spent', customer, asset, [], -amount);
  }

  payOldest(customer: string, asset: string, amount: bigint): RefusalCode | null {
    if (!this.#known.has(customer)) return 'CUSTOMER_ACCOUNT_NOT_FOUND';
    const parts: { slip: ModelSlip; amount: bigint }[] = [];
    let left = amount;
    for (const slip of this.open(customer, asset)) {
      const part = smaller(left, slip.total - slip.paid);
      if (part > 0n) parts.push({ slip, amount: part });
      left -= part;
    }
    return this.#pay('paid', customer, asset, parts, left);
  }

  payAsked(customer: string, asset: string, amount: bigint, asked: readonly Asked[]): RefusalCode | null {
    if (asked.some((part) => part.amount <= 0n)) return 'VALIDATION_ERROR';
    if (new Set(asked.map((part) => part.slip)).size < asked.length) return 'VALIDATION_ERROR';
    const named = asked.filter((part) => part.slip !== null);
    const own = named.map((part) => this.slips.find((slip) => slip.id === part.slip && slip.customer === customer));
    if (own.some((slip) => slip && slip.asset !== asset)) return 'VALIDATION_ERROR';
    if (!this.#known.has(customer)) return 'CUSTOMER_ACCOUNT_NOT_FOUND';
    if (own.some((slip) => !slip)) return 'CREDIT_SLIP_NOT_FOUND';
    const parts = named.map((part, i) => ({ slip: own[i] as ModelSlip, amount: part.amount }));
    if (parts.some(({ slip }) => slip.isVoid || slip.paid === slip.total)) return 'INVALID_SLIP_STATUS';
    if (asked.reduce((sum, part) => sum + part.amount, 0n) !== amount) return 'PAYMENT_ALLOCATION_ERROR';
    if (parts.some((part) => part.slip.paid + part.amount > part.slip.total)) return 'PAYMENT_ALLOCATION_ERROR';
    const toWallet = asked.find((part) => part.slip === null)?.amount ?? 0n;
    return this.#pay('paid', customer, asset, parts, toWallet);
  }

  apply(customer: string, asset: string, id: string): RefusalCode | null {
    const slip = this.slips.find((each) => each.id === id && each.customer === customer);
    if (slip && slip.asset !== asset) return 'VALIDATION_ERROR';
    if (!this.#known.has(customer)) return 'CUSTOMER_ACCOUNT_NOT_FOUND';
    if (!slip) return 'CREDIT_SLIP_NOT_FOUND';
    if (slip.isVoid || slip.paid === slip.total) return 'INVALID_SLIP_STATUS';
    if (this.frozen.has(customer)) return 'ACCOUNT_FROZEN';
    const { wallet } = this.purse(customer, asset);
    if (wallet === 0n) return 'INSUFFICIENT_WALLET_BALANCE';
    const amount = smaller(wallet, slip.total - slip.paid);
    return this.#pay('applied', customer, asset, [{ slip, amount }], -amount);
  }

  void(id: string): RefusalCode | null {
    const slip = this.slips.find((each) => each.id === id);
    if (!slip) return 'CREDIT_SLIP_NOT_FOUND';
    if (slip.isVoid || slip.paid === slip.total) return 'INVALID_SLIP_STATUS';
    this.purse(slip.customer, slip.asset).wallet += slip.paid;
    slip.paid = 0n;
    slip.isVoid = true;
    return this.#done('void', slip.customer, slip.asset);
  }

  /** Takes back the operation that was recorded as number `step`. */
  reverse(step: number): RefusalCode | null {
    const original = this.steps[step];
    if (!original) return 'TRANSACTION_NOT_FOUND';
    if (original.kind === 'sale' || original.kind === 'void' || original.kind === 'reversal') return 'NOT_REVERSIBLE';
    if (original.kind === 'applied' && original.toSlips[0]?.slip.isVoid) return 'NOT_REVERSIBLE';
    if (original.undone) return 'ALREADY_REVERSED';
    original.undone = true;
    let back = original.toWallet;
    for (const { slip, amount } of original.toSlips) {
      if (slip.isVoid) back += amount;
      else slip.paid -= amount;
    }
    const purse = this.purse(original.customer, original.asset);
    const taken = smaller(back, purse.wallet);
    purse.wallet -= taken;
    purse.debt += back - taken;
    return this.#done('reversal', original.customer, original.asset);
  }

  #pay(kind: Step['kind'], customer: string, asset: string, parts: Step['toSlips'], toWallet: bigint): null {
    for (const { slip, amount } of parts) slip.paid += amount;
    this.purse(customer, asset).wallet += toWallet;
    return this.#done(kind, customer, asset, parts, toWallet);
  }

  #done(kind: Step['kind'], customer: string, asset: string, toSlips: Step['toSlips'] = [], toWallet = 0n): null {
    this.#known.add(customer);
    this.steps.push({ kind, customer, asset, toSlips, toWallet, undone: false });
    return null;
  }
}

const smaller = (a: bigint, b: bigint): bigint => (a > b ? b : a);
