/** One customer, one store and its till, over books in maps: what the tests of credit slips are told with. */
import { house, receivable, wallet } from '../../src/ledger/account.ts';
import { walletTopup } from '../../src/wallet/credit.ts';
import type { Refusal } from '../../src/wallet/errors.ts';
import type { Operation } from '../../src/wallet/operation.ts';
import type { SlipCreate } from '../../src/wallet/slip/create.ts';
import type { PaymentProcess } from '../../src/wallet/slip/payment.ts';
import type { PaymentMethod } from '../../src/wallet/slip/rows.ts';
import type { SlipState } from '../../src/wallet/slip/slip.ts';
import { PureBooks } from './pure-books.ts';

/** Slips are told apart by the last hex digit of their ids. */
export const slipId = (n: number): string => `0190b5e0-7a3c-7000-8000-0000a1b2c3d${n}`;

export const coffee = { itemId: 'ITEM001', description: 'Coffee Beans 1kg', quantity: 2n, unitPrice: 1500n };
export const milk = { itemId: 'ITEM002', description: 'Milk 1L', quantity: 1n, unitPrice: 300n };

/** The sale of the document's example: 3,530 in all. */
export const sale = (n: number, change: Partial<SlipCreate> = {}): SlipCreate => ({
  made: { slipId: slipId(n), occurredAt: new Date('2024-01-15T10:30:00Z') },
  customer: 'CUST001',
  store: 'STORE001',
  asset: 'USD',
  lines: [coffee, milk],
  tax: 330n,
  discount: 100n,
  ...change,
});

export const cash = (amount: bigint, change: Partial<PaymentProcess> = {}): PaymentProcess => ({
  made: { paymentId: 'payment' },
  customer: 'CUST001',
  store: 'STORE001',
  asset: 'USD',
  tenders: [{ method: 'CASH', amount, reference: null }],
  allocations: [],
  ...change,
});

export class SlipShop {
  readonly books = new PureBooks();
  #operations = 0;

  /** Does it, and gives the id of the operation. */
  done<Input>(operation: Operation<string, Input>, input: Input): string {
    this.#operations += 1;
    const id = `op${this.#operations}`;
    const decision = this.books.submit(operation, input, id);
    if ('refusal' in decision) throw new Error(`${operation.name}: ${JSON.stringify(decision.refusal)}`);
    return id;
  }

  refused<Input>(operation: Operation<string, Input>, input: Input): Refusal {
    const decision = this.books.submit(operation, input, 'refused');
    if ('facts' in decision) throw new Error(`${operation.name} was not refused`);
    return decision.refusal;
  }

  topup(amount: bigint): string {
    return this.done(walletTopup, { customer: 'CUST001', asset: 'USD', amount, method: 'stripe', data: {} });
  }

  slip(n: number): SlipState {
    const slip = this.books.slips.get(slipId(n));
    if (!slip) throw new Error(`there is no slip ${n}`);
    return slip;
  }

  held = (): bigint => this.books.balance(wallet('CUST001', 'USD'));
  owed = (): bigint => -this.books.balance(receivable('CUST001', 'USD'));
  sales = (): bigint => this.books.balance(house('USD', 'sales', 'STORE001'));
  taxes = (): bigint => this.books.balance(house('USD', 'tax', 'STORE001'));
  till = (method: PaymentMethod): bigint => this.books.balance(house('USD', 'cash', 'STORE001', method));
}
