/**
 * Books in plain maps: folds decisions one after another as the engine and the database do together, and refuses what
 * they would refuse. An operation that looks at something it did not declare fails here.
 */
import { type AccountRef, accountKey, bounds, house } from '../../src/ledger/account.ts';
import type { Asset } from '../../src/ledger/asset.ts';
import { MAX_AMOUNT } from '../../src/ledger/money.ts';
import { assertBalanced, type Posting, signed } from '../../src/ledger/posting.ts';
import type { Decision, Facts, Needs, Operation, RecordedTransaction, View } from '../../src/wallet/operation.ts';
import { type PointRule, pointAccounts } from '../../src/wallet/points.ts';
import { reversalAccounts } from '../../src/wallet/reverse.ts';
import { reversalSlips } from '../../src/wallet/slip/reopen.ts';
import type { Allocation, PaymentRow, ProductFacts, SlipUpdate } from '../../src/wallet/slip/rows.ts';
import { isOpen, type SlipState } from '../../src/wallet/slip/slip.ts';
import { slipAccounts } from '../../src/wallet/slip/void.ts';

export const ASSETS: ReadonlyMap<string, Asset> = new Map(
  [
    { id: 1, code: 'USD', name: 'US Dollar', decimalPlaces: 2 },
    { id: 2, code: 'TZS', name: 'Tanzanian Shilling', decimalPlaces: 2 },
    { id: 3, code: 'POINTS', name: 'Points', decimalPlaces: 0 },
  ].map((asset) => [asset.code, asset]),
);

export class PureBooks {
  /** By accountKey, in minor units. */
  readonly balances = new Map<string, bigint>();
  readonly entries: Posting[] = [];
  readonly slips = new Map<string, SlipState>();
  readonly payments = new Map<string, PaymentRow>();
  readonly allocations: Allocation[] = [];
  readonly frozen = new Set<string>();
  readonly creditLimits = new Map<string, bigint>();
  /** The rules by which points are earned, by `action asset`. */
  readonly pointRules = new Map<string, PointRule>();
  readonly #customers = new Set<string>();
  readonly #transactions = new Map<string, RecordedTransaction>();

  /** Puts `balance` on a customer's account, as if it had always been there. */
  seed(account: AccountRef, balance: bigint): void {
    this.#open(account);
    this.#add({ account, direction: 'CREDIT', amount: balance, type: 'DEPOSIT' });
    this.#add({
      account: house(account.asset, 'clearing', 'opening'),
      direction: 'DEBIT',
      amount: balance,
      type: 'DEPOSIT',
    });
  }

  /** Decides, and records what was decided as the operation with this id. */
  submit<Input>(operation: Operation<string, Input>, input: Input, id: string): Decision {
    const needs = operation.needs(input);
    const loaded = this.#load(needs);
    const decision = operation.decide(input, this.#view(needs, loaded));
    if ('facts' in decision) this.#record(operation.name, id, decision.facts, loaded.accounts);
    return decision;
  }

  balance(account: AccountRef): bigint {
    return this.balances.get(accountKey(account)) ?? 0n;
  }

  openSlips(customer: string, asset: string): SlipState[] {
    return [...this.slips.values()]
      .filter((slip) => slip.customer === customer && slip.asset === asset && isOpen(slip))
      .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || (a.id < b.id ? -1 : 1));
  }

  /** What the engine reads for an operation: what it declared, and what comes along with that. */
  #load(needs: Needs): { accounts: Set<string>; slips: Set<string> } {
    const accounts = new Set(needs.accounts.map(accountKey));
    const { earns } = needs;
    if (earns && this.pointRules.has(`${earns.action} ${earns.asset}`)) {
      for (const account of pointAccounts(earns.customer)) accounts.add(accountKey(account));
    }
    const slips = new Set(needs.slips);
    for (const id of needs.slips ?? []) {
      const slip = this.slips.get(id);
      for (const account of slip ? slipAccounts(slip) : []) accounts.add(accountKey(account));
    }
    for (const id of needs.transactions ?? []) {
      const transaction = this.#transactions.get(id);
      if (!transaction) continue;
      for (const account of reversalAccounts(transaction.postings)) accounts.add(accountKey(account));
      for (const slip of reversalSlips(transaction)) slips.add(slip);
    }
    return { accounts, slips };
  }

  #view(needs: Needs, loaded: { accounts: ReadonlySet<string>; slips: ReadonlySet<string> }): View {
    return {
      asset: (code) => ASSETS.get(code) ?? null,
      account: (ref) => {
        const key = accountKey(ref);
        if (!loaded.accounts.has(key)) throw new Error(`looked at an account that was not declared: ${key}`);
        const balance = this.balances.get(key);
        return { exists: balance !== undefined, balance: balance ?? 0n };
      },
      knows: (customer) => this.#customers.has(customer),
      frozen: (customer) => this.frozen.has(customer),
      creditLimit: (customer, asset) => this.creditLimits.get(`${customer} ${asset}`) ?? null,
      pointRule: (action, asset) => this.pointRules.get(`${action} ${asset}`) ?? null,
      transaction: (id) => {
        if (!needs.transactions?.includes(id)) throw new Error(`looked at a transaction that was not declared: ${id}`);
        return this.#transactions.get(id) ?? null;
      },
      slip: (id) => {
        if (!loaded.slips.has(id)) throw new Error(`looked at a slip that was not declared: ${id}`);
        return this.slips.get(id) ?? null;
      },
      openSlips: (customer, asset) => {
        if (!needs.openSlips?.some((open) => open.customer === customer && open.asset === asset)) {
          throw new Error(`looked at open slips that were not declared: ${customer} ${asset}`);
        }
        return this.openSlips(customer, asset);
      },
    };
  }

  #record(operation: string, id: string, facts: Facts, declared: ReadonlySet<string>): void {
    const { customer, postings, opens = [], exact = [], reverses = null, product } = facts;
    if (this.#transactions.has(id)) throw new Error(`two operations have the id ${id}`);
    if (postings.length > 0) assertBalanced(postings);
    for (const account of [...postings.map((posting) => posting.account), ...opens, ...exact]) {
      if (!declared.has(accountKey(account)))
        throw new Error(`${operation} posts to ${accountKey(account)} undeclared`);
      this.#open(account);
    }
    for (const posting of postings) {
      if (posting.amount > MAX_AMOUNT) throw new Error(`an entry of ${posting.amount} in ${operation}`);
      this.#add(posting);
    }
    if (reverses !== null) this.#reverse(reverses);
    const allocations = product?.allocations?.map(({ slip, amount }) => ({ slip: slip?.id ?? null, amount })) ?? [];
    this.#transactions.set(id, { id, operation, customer, reverses, reversed: false, postings, allocations });
    if (product) this.#recordProduct(product, id);
  }

  #recordProduct(product: ProductFacts, transaction: string): void {
    for (const slip of product.newSlips ?? []) {
      if (this.slips.has(slip.id)) throw new Error(`two slips have the id ${slip.id}`);
      this.slips.set(slip.id, { ...slip, transaction });
    }
    for (const update of product.slipUpdates ?? []) this.#updateSlip(update);
    for (const payment of product.payments ?? []) this.payments.set(payment.id, payment);
    this.allocations.push(...(product.allocations ?? []));
  }

  /** Only the lines that are said to have changed do, as in the database. */
  #updateSlip({ expectedVersion, slip, changedLines }: SlipUpdate): void {
    const before = this.slips.get(slip.id);
    if (before?.version !== expectedVersion || slip.version !== expectedVersion + 1) {
      throw new Error(`slip ${slip.id} is at version ${before?.version}, not ${expectedVersion}`);
    }
    const lines = before.lines.map((line, place) => (changedLines.includes(place) && slip.lines[place]) || line);
    this.slips.set(slip.id, { ...slip, lines });
  }

  #reverse(id: string): void {
    const original = this.#transactions.get(id);
    if (!original || original.reversed) throw new Error(`${id} cannot be reversed, or not again`);
    this.#transactions.set(id, { ...original, reversed: true });
  }

  #open(account: AccountRef): void {
    const key = accountKey(account);
    if (this.balances.has(key)) return;
    this.balances.set(key, 0n);
    if (account.owner !== '') this.#customers.add(account.owner);
  }

  #add(posting: Posting): void {
    const key = accountKey(posting.account);
    const balance = (this.balances.get(key) ?? 0n) + signed(posting);
    const { floor, ceiling } = bounds(posting.account.kind);
    if (balance < floor || balance > ceiling) throw new Error(`a balance of ${balance} on ${key}`);
    this.balances.set(key, balance);
    this.entries.push(posting);
  }
}
