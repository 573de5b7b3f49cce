/** The auditor's own books: the trivial model of slips and wallets, told operation after operation in the books' order. */
import { SlipModel } from '../support/slip-model.ts';
import { major } from './requests.ts';
import { type Done, slipIdOf, type Want } from './want.ts';

/** What a customer holds and owes in one asset. */
export interface Standing {
  readonly wallet: bigint;
  readonly receivable: bigint;
  readonly openSlips: bigint;
}

export class AuditModel {
  /** By customer: nothing but transfers touches two of them. */
  readonly #models = new Map<string, SlipModel>();
  /** Which step of the model each operation was, for what is taken back later. */
  readonly #steps = new Map<string, number>();

  standing(customer: string, asset: string): Standing {
    const model = this.#of(customer);
    const { wallet, debt } = model.purse(customer, asset);
    const openSlips = model.open(customer, asset).reduce((sum, slip) => sum + slip.total - slip.paid, 0n);
    return { wallet, receivable: -(openSlips + debt), openSlips };
  }

  /** Does it; gives what its client must have been told, or why the rules do not allow it. */
  apply(done: Done): { readonly told: object } | { readonly refusal: string } {
    const { want } = done;
    const before = this.standing(want.customer, want.asset).wallet;
    const refusal = this.#apply(done);
    if (refusal !== null) return { refusal };
    this.#steps.set(want.name, this.#of(want.customer).steps.length - 1);
    return { told: this.#told(done, before, this.standing(want.customer, want.asset).wallet) };
  }

  /** Whether the rules refuse it with this code as things stand. */
  refuses({ customer, asset, amount, about }: Want, code: string): boolean {
    const model = this.#of(customer);
    const { wallet } = model.purse(customer, asset);
    const slip = about && model.slips.find(({ id }) => id === slipIdOf(about));
    const isClosed = slip !== undefined && (slip.isVoid || slip.paid === slip.total);
    switch (code) {
      case 'INSUFFICIENT_FUNDS':
        return wallet < amount;
      case 'INVALID_SLIP_STATUS':
        return isClosed;
      case 'INSUFFICIENT_WALLET_BALANCE':
        return slip !== undefined && !isClosed && wallet === 0n;
      case 'PAYMENT_ALLOCATION_ERROR':
        return slip !== undefined && !isClosed && slip.total - slip.paid < amount;
      case 'ALREADY_REVERSED':
        return model.steps[this.#stepOf(about)]?.undone ?? false;
      default:
        return false;
    }
  }

  #of(customer: string): SlipModel {
    const model = this.#models.get(customer) ?? new SlipModel();
    this.#models.set(customer, model);
    return model;
  }

  #stepOf(about: Done | undefined): number {
    return this.#steps.get(about?.want.name ?? '') ?? -1;
  }

  #apply({ want, answer }: Done): string | null {
    const { kind, customer, other = '', asset, amount, about } = want;
    const model = this.#of(customer);
    switch (kind) {
      case 'open':
      case 'direct':
        return model.change(customer, asset, 0n);
      case 'topup':
      case 'batchTopup':
      case 'bonus':
      case 'addFunds':
      case 'credit':
      case 'change':
        return model.change(customer, asset, amount);
      case 'spend':
      case 'batchSpend':
      case 'withdraw':
      case 'pay':
      case 'manual':
        return model.spend(customer, asset, amount);
      case 'transfer':
        return model.spend(customer, asset, amount) ?? this.#of(other).change(other, asset, amount);
      case 'slip': {
        const at = Date.parse(want.at ?? '');
        const lines = [2n * amount];
        return model.create({ id: answer.slip_id, customer, asset, at, lines, total: 2n * amount + 7n });
      }
      case 'payment':
        return model.payOldest(customer, asset, amount);
      case 'paySlip':
        return model.payAsked(customer, asset, amount, [{ slip: slipIdOf(about as Done), amount }]);
      case 'apply':
        return model.apply(customer, asset, slipIdOf(about as Done));
      case 'void':
        return model.void(slipIdOf(about as Done));
      case 'reverse':
        return model.reverse(this.#stepOf(about));
    }
  }

  #told({ want, answer }: Done, before: bigint, after: bigint): object {
    const { kind, amount } = want;
    const number = Number(amount);
    const model = this.#of(want.customer);
    switch (kind) {
      case 'topup':
      case 'batchTopup':
      case 'bonus':
      case 'spend':
      case 'batchSpend':
      case 'transfer':
        return { amount: number, balance_before: Number(before), balance_after: Number(after) };
      case 'addFunds':
      case 'credit':
      case 'withdraw':
      case 'pay':
      case 'direct':
        return { amount: major(amount) };
      case 'manual':
        return { walletTransaction: { balanceBefore: major(before), balanceAfter: major(after) } };
      case 'slip':
        return { grand_total_cents: 2 * number + 7 };
      case 'payment':
      case 'paySlip': {
        const parts = model.steps.at(-1)?.toSlips ?? [];
        const slip_results = parts.map((part) => ({
          slip_id: part.slip.id,
          allocated_amount: Number(part.amount),
          remaining_total: Number(part.slip.total - part.slip.paid),
        }));
        const applied = slip_results.reduce((sum, part) => sum + part.allocated_amount, 0);
        return { applied_total: applied, wallet_topup: Number(after - before), slip_results };
      }
      case 'apply': {
        const paid = model.slips.find(({ id }) => id === slipIdOf(want.about as Done));
        const remaining = paid ? Number(paid.total - paid.paid) : Number.NaN;
        return { applied_cents: Number(before - after), remaining_slip_balance: remaining };
      }
      case 'change':
        return { wallet_added: number };
      case 'void':
        return { slip_status: 'VOID', wallet_added: Number(after - before) };
      case 'reverse':
        return { reverses: want.about?.answer.transaction_id };
      case 'open':
        return { user_id: want.customer, currency: want.asset, balance: 0, type: answer.type };
    }
  }
}
