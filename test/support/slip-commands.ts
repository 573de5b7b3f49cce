/** Random commands on credit slips, each as the engine takes it and as the trivial model does. */
import { randomUUID } from 'node:crypto';
import type { RefusalCode } from '../../src/wallet/errors.ts';
import type { Operation } from '../../src/wallet/operation.ts';
import { transactionReverse } from '../../src/wallet/reverse.ts';
import { slipApplyWallet } from '../../src/wallet/slip/apply.ts';
import { changeStore } from '../../src/wallet/slip/change.ts';
import { slipCreate } from '../../src/wallet/slip/create.ts';
import { paymentProcess } from '../../src/wallet/slip/payment.ts';
import { slipVoid } from '../../src/wallet/slip/void.ts';
import { type Asked, type ModelSlip, SlipModel } from './slip-model.ts';

export const CUSTOMERS = ['asha', 'ben'];
export const CURRENCIES = ['USD', 'USD', 'USD', 'TZS'];
const STORE = 'STORE001';
const FIRST_DAY = Date.UTC(2024, 0, 15);

export interface Command {
  readonly name: string;
  readonly operation: Operation<string, unknown>;
  readonly input: unknown;
  /** What the model makes of it: null where it is done. */
  readonly model: () => RefusalCode | null;
}

/** The numbers that one command is made of, one after another, out of one number: cheap to make and to shrink. */
type Roll = (sides: number) => number;

function dice(seed: number): Roll {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state >>> 8) % sides;
  };
}

export class SlipCommands {
  readonly model = new SlipModel();
  /** Ids of the transactions, in the order of the model's steps. */
  readonly transactions: string[] = [];

  next(seed: number): Command {
    const roll = dice(seed);
    const customer = CUSTOMERS[roll(CUSTOMERS.length)] as string;
    const asset = CURRENCIES[roll(CURRENCIES.length)] as string;
    const kind = roll(11);
    if (kind < 3) return this.#create(customer, asset, roll);
    if (kind < 5) return this.#payOldest(customer, asset, roll);
    if (kind < 7) return this.#payAsked(customer, asset, roll);
    if (kind < 8) return this.#apply(customer, asset, roll);
    if (kind < 9) return this.#change(customer, asset, roll);
    return kind < 10 ? this.#void(roll) : this.#reverse(roll);
  }

  #create(customer: string, asset: string, roll: Roll): Command {
    const id = randomUUID();
    const lines = Array.from({ length: roll(4) + 1 }, (_, i) => ({
      itemId: `ITEM${i}`,
      description: `Item "${i}"`,
      quantity: BigInt(roll(3) + 1),
      unitPrice: BigInt(roll(90)),
    }));
    const totals = lines.map((line) => line.quantity * line.unitPrice);
    const subtotal = totals.reduce((sum, total) => sum + total, 0n);
    const tax = BigInt(roll(40));
    const discount = [0n, tax / 2n, subtotal / 2n, subtotal, subtotal + tax / 2n, subtotal + tax][roll(6)] as bigint;
    const at = FIRST_DAY + roll(5) * 86_400_000;
    const made = { slipId: id, occurredAt: new Date(at) };
    const total = subtotal + tax - discount;
    return command('create', slipCreate, { made, customer, store: STORE, asset, lines, tax, discount }, () =>
      this.model.create({ id, customer, asset, at, lines: totals, total }),
    );
  }

  #payOldest(customer: string, asset: string, roll: Roll): Command {
    const amount = BigInt(roll(roll(2) === 0 ? 40 : 700) + 2);
    return command('pay oldest', paymentProcess, paymentOf(customer, asset, amount, [], roll), () =>
      this.model.payOldest(customer, asset, amount),
    );
  }

  #payAsked(customer: string, asset: string, roll: Roll): Command {
    const asked: Asked[] = [];
    for (let i = roll(3); i >= 0; i -= 1) {
      const slip = this.#someSlip(customer, asset, roll, 8);
      const owed = slip.total - slip.paid;
      asked.push({ slip: slip.id, amount: [owed, owed / 2n, 1n, owed + 1n][roll(roll(4) === 0 ? 4 : 3)] as bigint });
    }
    if (roll(3) === 0) asked.push({ slip: null, amount: BigInt(roll(200)) });
    const sum = asked.reduce((total, part) => total + part.amount, 0n);
    const amount = sum + (roll(10) === 0 ? 1n : 0n);
    if (amount < 2n) return this.#payOldest(customer, asset, roll);
    return command('pay asked', paymentProcess, paymentOf(customer, asset, amount, asked, roll), () =>
      this.model.payAsked(customer, asset, amount, asked),
    );
  }

  #apply(customer: string, asset: string, roll: Roll): Command {
    const { id } = this.#someSlip(customer, asset, roll, 6);
    return command('apply', slipApplyWallet, { customer, slipId: id, asset }, () =>
      this.model.apply(customer, asset, id),
    );
  }

  #change(customer: string, asset: string, roll: Roll): Command {
    const amount = BigInt(roll(300) + 1);
    return command('change', changeStore, { customer, store: STORE, asset, amount }, () =>
      this.model.change(customer, asset, amount),
    );
  }

  #void(roll: Roll): Command {
    const { id } = this.#anySlip(roll);
    return command('void', slipVoid, { slipId: id, reason: 'returned' }, () => this.model.void(id));
  }

  #reverse(roll: Roll): Command {
    const step = this.model.steps.length - roll(12);
    const transactionId = this.transactions[step] ?? randomUUID();
    return command('reverse', transactionReverse, { transactionId, reason: 'mistake' }, () => this.model.reverse(step));
  }

  /** One of the customer's own open slips; once in `sides` times, or where there is none, any. */
  #someSlip(customer: string, asset: string, roll: Roll, sides: number): Pick<ModelSlip, 'id' | 'total' | 'paid'> {
    const own = this.model.open(customer, asset);
    if (roll(sides) === 0 || own.length === 0) return this.#anySlip(roll);
    return own[roll(own.length)] as ModelSlip;
  }

  #anySlip(roll: Roll): Pick<ModelSlip, 'id' | 'total' | 'paid'> {
    return this.model.slips[roll(this.model.slips.length + 1)] ?? { id: randomUUID(), total: 10n, paid: 0n };
  }
}

function paymentOf(customer: string, asset: string, amount: bigint, allocations: readonly Asked[], roll: Roll) {
  const cash = roll(2) === 0 ? amount : amount / 2n;
  const tenders = [
    { method: 'CASH' as const, amount: cash, reference: null },
    { method: 'MOBILE' as const, amount: amount - cash, reference: 'M-1' },
  ].filter((tender) => tender.amount > 0n);
  return { made: { paymentId: randomUUID() }, customer, store: STORE, asset, tenders, allocations };
}

const command = <Input>(
  name: string,
  operation: Operation<string, Input>,
  input: Input,
  model: Command['model'],
): Command => ({ name, operation: operation as Operation<string, unknown>, input, model });
