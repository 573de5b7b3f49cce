/** From a planned deed to the operation that does it. */
import { v7 as uuidv7 } from 'uuid';
import type { Caller, Submission } from '../engine/submission.ts';
import { walletBonus, walletTopup } from '../wallet/credit.ts';
import { walletSpend, walletWithdraw } from '../wallet/debit.ts';
import type { Operation } from '../wallet/operation.ts';
import { POINTS } from '../wallet/points.ts';
import type { OperationRecord } from '../wallet/record.ts';
import { transactionReverse } from '../wallet/reverse.ts';
import { slipApplyWallet } from '../wallet/slip/apply.ts';
import { changeStore } from '../wallet/slip/change.ts';
import { slipCreate } from '../wallet/slip/create.ts';
import { paymentProcess } from '../wallet/slip/payment.ts';
import { slipVoid } from '../wallet/slip/void.ts';
import { STORES } from './catalogue.ts';
import type { Deed } from './plan.ts';

export const CURRENCY = 'TZS';
const CENTS = 100n;

/** Whole shillings to minor units. */
const shillings = (whole: number): bigint => BigInt(whole) * CENTS;

const CASHIERS: Readonly<Record<string, string>> = { [STORES[0]]: 'neema.till', [STORES[1]]: 'juma.till' };
const SUPERVISOR = 'asha.supervisor';

/** Finds what an earlier deed recorded. */
export type Recorded = (key: string) => OperationRecord;

/** What the deed asks of the engine. */
export function submissionOf(ledgerId: bigint, deed: Deed, recorded: Recorded): Submission {
  const correction = deed.what === 'void' || deed.what === 'reverse';
  const caller: Caller = {
    subject: correction ? SUPERVISOR : (CASHIERS[deed.store] ?? SUPERVISOR),
    role: 'staff',
    method: 'DEMO',
    endpoint: `demo.${deed.what}`,
    address: '',
    userAgent: 'pochi demo',
  };
  const key = { scope: 'ledger', value: deed.key } as const;
  return { ledgerId, ...operationOf(deed, recorded), caller, key, occurredAt: deed.at };
}

interface Asked {
  readonly operation: Operation<string, unknown>;
  readonly input: unknown;
}

const ask = <Input>(operation: Operation<string, Input>, input: Input): Asked =>
  ({ operation, input }) as unknown as Asked;

function operationOf(deed: Deed, recorded: Recorded): Asked {
  const { customer, store } = deed;
  const asset = CURRENCY;
  switch (deed.what) {
    case 'slip':
      return ask(slipCreate, {
        made: { slipId: uuidv7(), occurredAt: deed.at },
        ...{ customer, store, asset, tax: 0n, discount: shillings(deed.discount) },
        lines: deed.lines.map(({ goods, quantity }) => ({
          itemId: goods.id,
          description: goods.name,
          quantity: BigInt(quantity),
          unitPrice: shillings(goods.price),
        })),
      });
    case 'payment':
      return ask(paymentProcess, {
        made: { paymentId: uuidv7() },
        ...{ customer, store, asset, allocations: [] },
        tenders: deed.tenders.map(({ method, amount }) => ({ method, amount: shillings(amount), reference: null })),
      });
    case 'applyWallet':
      return ask(slipApplyWallet, { customer, asset, slipId: slipOf(recorded(deed.slip)) });
    case 'change':
      return ask(changeStore, { customer, store, asset, amount: shillings(deed.amount) });
    case 'topup':
      return ask(walletTopup, {
        ...{ customer, asset, amount: shillings(deed.amount), method: deed.method },
        data: { payment_method: deed.method },
      });
    case 'spend':
      return ask(walletSpend, {
        ...{ customer, asset, amount: shillings(deed.amount), entryType: 'SPEND' as const },
        data: { item_id: deed.goods.id },
      });
    case 'withdraw':
      return ask(walletWithdraw, {
        ...{ customer, asset, amount: shillings(deed.amount) },
        data: { destination: { bank_name: 'CRDB', account_last4: '0042' } },
      });
    case 'bonus':
      return ask(walletBonus, {
        ...{ customer, asset: POINTS, amount: BigInt(deed.points) },
        data: { bonus_type: 'welcome' },
      });
    case 'void':
      return ask(slipVoid, { slipId: slipOf(recorded(deed.slip)), reason: deed.reason });
    case 'reverse':
      return ask(transactionReverse, { transactionId: recorded(deed.of).id, reason: deed.reason });
  }
}

const slipOf = ({ data }: OperationRecord): string => data.slip_id as string;
