/**
 * A batch in the making: the decisions of its operations folded one after another over the accounts as they are
 * remembered. Pure but for the ids it takes; what comes out goes to ledger_commit as it is.
 */
import { type AccountRef, accountKey, bounds } from '../ledger/account.ts';
import type { Asset } from '../ledger/asset.ts';
import { assertBalanced, type EntryType, type Posting, signed } from '../ledger/posting.ts';
import type { RulesInForce } from '../queries/point-rule-registry.ts';
import { type CreditLimit, EVERYBODY } from '../wallet/credit-limit.ts';
import { refuse } from '../wallet/errors.ts';
import type { AccountState, Decision, Facts, RecordedTransaction, View } from '../wallet/operation.ts';
import type { SlipState } from '../wallet/slip/slip.ts';
import type { AccountBook } from './account-book.ts';
import { DraftSlips } from './draft-slips.ts';
import type { Pending } from './pending.ts';

export interface DraftAccount {
  readonly ref: AccountRef;
  readonly id: bigint;
  readonly assetId: number;
  readonly isNew: boolean;
  readonly balance: bigint;
  readonly seq: bigint;
  delta: bigint;
  low: bigint;
  high: bigint;
  entries: number;
  /** Whether a decision relied on exactly the remembered balance. */
  exact: boolean;
}

export interface DraftEntry {
  readonly account: DraftAccount;
  readonly number: number;
  readonly delta: bigint;
  readonly after: bigint;
  readonly type: EntryType;
}

export interface DraftOperation {
  readonly pending: Pending;
  readonly facts: Facts;
  readonly entries: readonly DraftEntry[];
}

export interface DraftSources {
  readonly book: AccountBook;
  asset(code: string): Asset | null;
  transaction(id: string): RecordedTransaction | null;
  readonly slips: ReadonlyMap<string, SlipState>;
  readonly rules: RulesInForce;
  newAccountId(): bigint;
}

export class Draft {
  readonly operations: DraftOperation[] = [];
  readonly slips: DraftSlips;
  /** Customers that a decision took not to be frozen. */
  readonly active = new Set<string>();
  /** Credit limits that a decision relied on. */
  readonly limitsSeen = new Map<string, CreditLimit>();
  readonly #accounts = new Map<string, DraftAccount>();
  readonly #opened = new Set<string>();
  readonly #reversed = new Set<string>();
  /** Customers that this batch freezes or thaws. */
  readonly #frozen = new Map<string, boolean>();
  /** Credit limits that this batch sets; one for everybody changes those of others with it. */
  readonly #limitsSet: CreditLimit[] = [];
  readonly #sources: DraftSources;

  constructor(sources: DraftSources) {
    this.#sources = sources;
    this.slips = new DraftSlips(sources.slips);
  }

  get accounts(): DraftAccount[] {
    return [...this.#accounts.values()];
  }

  /**
   * Asks the operation for its decision. Facts become part of the batch; a refusal leaves no trace.
   * `swayed` tells whether the decision saw something that only this batch has done so far.
   */
  add(pending: Pending): { readonly decision: Decision; readonly swayed: boolean } {
    const { view, swayed } = this.#view();
    const { operation, input } = pending.submission;
    const proposal = operation.decide(input, view);
    const decision = ('facts' in proposal && outOfBounds(proposal.facts.postings, view)) || proposal;
    if ('facts' in decision) this.#record(pending, decision.facts);
    return { decision, swayed: swayed() };
  }

  #record(pending: Pending, facts: Facts): void {
    if (facts.postings.length > 0) assertBalanced(facts.postings);
    for (const ref of facts.opens ?? []) this.#account(ref);
    for (const ref of facts.exact ?? []) this.#account(ref).exact = true;
    if (facts.reverses) this.#reversed.add(facts.reverses);
    const entries = facts.postings.map((posting) => this.#post(posting));
    if (facts.product) {
      const { customerStatus, creditLimit } = facts.product;
      if (creditLimit) this.#limitsSet.push(creditLimit);
      this.slips.add(facts.product, pending.id);
      if (customerStatus) this.#frozen.set(customerStatus.customer, customerStatus.status === 'FROZEN');
    }
    this.operations.push({ pending, facts, entries });
  }

  #post(posting: Posting): DraftEntry {
    const account = this.#account(posting.account);
    const delta = signed(posting);
    account.delta += delta;
    account.entries += 1;
    if (account.delta < account.low) account.low = account.delta;
    if (account.delta > account.high) account.high = account.delta;
    return { account, number: account.entries, delta, after: account.delta, type: posting.type };
  }

  #account(ref: AccountRef): DraftAccount {
    const key = accountKey(ref);
    const drafted = this.#accounts.get(key);
    if (drafted) return drafted;
    const known = this.#sources.book.get(key);
    const running = { delta: 0n, low: 0n, high: 0n, entries: 0, exact: false };
    const account: DraftAccount = known
      ? { ref, id: known.id, assetId: known.assetId, balance: known.balance, seq: known.seq, isNew: false, ...running }
      : {
          ref,
          id: this.#sources.newAccountId(),
          assetId: this.#assetId(ref),
          balance: 0n,
          seq: 0n,
          isNew: true,
          ...running,
        };
    this.#accounts.set(key, account);
    this.#opened.add(ref.owner);
    return account;
  }

  #assetId(ref: AccountRef): number {
    const asset = this.#sources.asset(ref.asset);
    if (!asset) throw new Error(`an operation posts to the unknown asset ${ref.asset}`);
    return asset.id;
  }

  #state(key: string): AccountState {
    const drafted = this.#accounts.get(key);
    if (drafted) return { exists: true, balance: drafted.balance + drafted.delta };
    const known = this.#sources.book.get(key);
    return known ? { exists: true, balance: known.balance } : { exists: false, balance: 0n };
  }

  #view(): { view: View; swayed: () => boolean } {
    let swayed = false;
    const view: View = {
      asset: (code) => this.#sources.asset(code),
      account: (ref) => {
        const key = accountKey(ref);
        const drafted = this.#accounts.get(key);
        if (drafted && (drafted.isNew || drafted.entries > 0)) swayed = true;
        return this.#state(key);
      },
      knows: (customer) => this.#sources.book.knows(customer) || this.#opened.has(customer),
      frozen: (customer) => {
        const drafted = this.#frozen.get(customer);
        if (drafted !== undefined) {
          swayed = true;
          return drafted;
        }
        const frozen = this.#sources.book.isFrozen(customer);
        if (!frozen) this.active.add(customer);
        return frozen;
      },
      creditLimit: (customer, asset) => {
        // Decided again once the batch has set it: whether everybody's limit counts for this one, only the books know.
        if (this.#limitsSet.some((set) => set.asset === asset && [customer, EVERYBODY].includes(set.customer)))
          swayed = true;
        const amount = this.#sources.book.creditLimit(customer, asset);
        this.limitsSeen.set(`${customer} ${asset}`, { customer, asset, amount });
        return amount;
      },
      pointRule: (action, asset) => this.#sources.rules.get(action, asset),
      slip: (id) => {
        if (this.slips.isChanged(id)) swayed = true;
        return this.slips.get(id);
      },
      openSlips: (customer, asset) => {
        const open = this.slips.open(customer, asset);
        if (this.slips.changed().some(({ slip }) => slip.customer === customer)) swayed = true;
        return open;
      },
      transaction: (id) => {
        const transaction = this.#sources.transaction(id);
        if (!transaction || !this.#reversed.has(id)) return transaction;
        swayed = true;
        return { ...transaction, reversed: true };
      },
    };
    return { view, swayed: () => swayed };
  }
}

/**
 * BALANCE_LIMIT where an account would leave its range. Decisions look after the customers' accounts; the house's own
 * are looked after here, since the database refuses a batch that goes too far, its other operations with it.
 */
function outOfBounds(postings: readonly Posting[], view: View): Decision | null {
  const balances = new Map<string, bigint>();
  for (const posting of postings) {
    const { account } = posting;
    const key = accountKey(account);
    const balance = (balances.get(key) ?? view.account(account).balance) + signed(posting);
    const { floor, ceiling } = bounds(account.kind);
    if (balance < floor || balance > ceiling) {
      return refuse('BALANCE_LIMIT', { asset: account.asset, limit: (balance < floor ? floor : ceiling).toString() });
    }
    balances.set(key, balance);
  }
  return null;
}
