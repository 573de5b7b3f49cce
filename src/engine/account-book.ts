/**
 * What this instance remembers of a ledger's accounts. The numbers of accounts are certain; balances are guesses, right
 * as long as no other instance wrote. ledger_commit finds out, and tells the true values.
 */
import { type AccountRef, accountKey } from '../ledger/account.ts';
import { forgetOldest } from './forget.ts';

export interface KnownAccount {
  readonly ref: AccountRef;
  readonly id: bigint;
  readonly assetId: number;
  balance: bigint;
  seq: bigint;
}

export class AccountBook {
  readonly #limit: number;
  readonly #accounts = new Map<string, KnownAccount>();
  readonly #customers = new Set<string>();
  readonly #frozen = new Set<string>();
  readonly #limits = new Map<string, bigint>();

  /** Remembers at most `limit` accounts. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): KnownAccount | undefined {
    return this.#accounts.get(key);
  }

  put(account: KnownAccount): void {
    this.#accounts.set(accountKey(account.ref), account);
    this.putCustomer(account.ref.owner);
  }

  /** Whether the customer is known to have an account; false says nothing. */
  knows(customer: string): boolean {
    return this.#customers.has(customer);
  }

  setFrozen(customer: string, frozen: boolean): void {
    if (frozen) this.#frozen.add(customer);
    else this.#frozen.delete(customer);
  }

  /** Whether the customer's accounts take no debits: a guess, like the balances. */
  isFrozen(customer: string): boolean {
    return this.#frozen.has(customer);
  }

  setCreditLimit(customer: string, asset: string, limit: bigint | null): void {
    if (limit === null) this.#limits.delete(`${customer} ${asset}`);
    else this.#limits.set(`${customer} ${asset}`, limit);
  }

  /** How much the customer may owe, in minor units of the asset; null for no limit. A guess, like the balances. */
  creditLimit(customer: string, asset: string): bigint | null {
    return this.#limits.get(`${customer} ${asset}`) ?? null;
  }

  putCustomer(customer: string): void {
    this.#customers.add(customer);
  }

  /** Forgets the oldest beyond the limit. Between batches only: a batch relies on what it looked up. */
  trim(): void {
    forgetOldest(this.#accounts, this.#limit);
    forgetOldest(this.#customers, this.#limit);
  }
}
