/** Questions and answers about one customer: spec/credit-wallet.md sections 5 to 7. */
import Type, { type Static } from 'typebox';
import { ENTRY_TYPES } from '../../../ledger/posting.ts';
import { SLIP_STATUSES } from '../../../wallet/slip/slip.ts';
import { amountOrNullOut, amountOut, balanceOut } from '../../wire/amounts.ts';
import { assetCode, time, userId } from '../fields.ts';
import { creditErrors } from './errors.ts';
import { slipParams } from './write-schema.ts';

const closed = { additionalProperties: false };
const params = Type.Object({ customer_id: userId }, closed);
const tags = ['Credit slips'];
const countOut = Type.Unsafe<bigint>(Type.Integer({ minimum: 0 }));
const quantityOut = Type.Unsafe<bigint>(Type.Integer({ minimum: 1 }));
const accountStatus = Type.String({ enum: ['ACTIVE', 'FROZEN'] });

/** An answer: the envelope and its own fields, side by side. */
const ok = <Fields extends Type.TProperties>(fields: Fields) =>
  Type.Object({ respCode: Type.Literal(200), message: Type.String(), ...fields });

/** Where a page stands among all of its list. */
export const pagination = Type.Object({
  current_page: Type.Integer(),
  per_page: Type.Integer(),
  total_entries: countOut,
  total_pages: countOut,
  has_next: Type.Boolean(),
  has_prev: Type.Boolean(),
});
export type Pagination = Static<typeof pagination>;

export const pageQuery = (preset: number) => ({
  page: Type.Integer({ minimum: 1, default: 1 }),
  per_page: Type.Integer({ minimum: 1, maximum: 100, default: preset }),
});

const amounts = {
  balance_cents: Type.Unsafe<bigint>({
    ...balanceOut,
    description: 'Credits less debits, over all that is held and owed',
  }),
  wallet_cents: Type.Unsafe<bigint>({ ...balanceOut, description: 'The balance, where it is above zero' }),
  outstanding_cents: Type.Unsafe<bigint>({ ...balanceOut, description: 'The balance, where it is below zero' }),
  open_slips_count: countOut,
  open_slips_total: Type.Unsafe<bigint>({ ...balanceOut, description: 'What the open slips still need' }),
  wallet_available_cents: Type.Unsafe<bigint>({ ...balanceOut, description: 'What the wallet holds to pay with' }),
  credit_limit_cents: amountOrNullOut('The most that may be owed; null for no limit'),
  account_status: accountStatus,
};

export const balanceSchema = {
  tags,
  operationId: 'customerBalance',
  summary: 'What a customer holds and owes: in one currency, or in all',
  params,
  querystring: Type.Object({ currency: Type.Optional(assetCode) }, closed),
  response: {
    200: ok({
      balance: Type.Object({
        customer_id: Type.String(),
        currency: Type.Optional(Type.String()),
        ...Type.Partial(Type.Object(amounts)).properties,
        currencies: Type.Optional(Type.Array(Type.Object({ currency: Type.String(), ...amounts }))),
      }),
    }),
    ...creditErrors('read', 'CUSTOMER_ACCOUNT_NOT_FOUND'),
  },
};

const slip = Type.Object({
  _id: Type.String({ format: 'uuid' }),
  slip_number: Type.String(),
  customer_id: Type.String(),
  store_id: Type.String(),
  currency: Type.String(),
  status: Type.String({ enum: [...SLIP_STATUSES] }),
  lines: Type.Array(
    Type.Object({
      item_id: Type.String(),
      description: Type.String(),
      quantity: quantityOut,
      unit_price_cents: balanceOut,
      line_total_cents: balanceOut,
      paid_cents: balanceOut,
      remaining_cents: balanceOut,
    }),
  ),
  totals: Type.Object({
    subtotal_cents: balanceOut,
    tax_cents: balanceOut,
    discount_cents: balanceOut,
    grand_total_cents: amountOut,
    paid_cents: balanceOut,
    remaining_cents: balanceOut,
  }),
  occurred_at: time,
  created_at: time,
  updated_at: time,
});

export const slipsSchema = {
  tags,
  operationId: 'slipList',
  summary: "A customer's open and partially paid slips, oldest first",
  params,
  querystring: Type.Object({ currency: Type.Optional(assetCode) }, closed),
  response: {
    200: ok({
      customer_id: Type.String(),
      currency: Type.Union([Type.String(), Type.Null()], { description: 'Null for all currencies' }),
      slips_count: Type.Integer(),
      slips: Type.Array(slip),
    }),
    ...creditErrors('read', 'CUSTOMER_ACCOUNT_NOT_FOUND'),
  },
};

export const slipReadSchema = {
  tags,
  operationId: 'slipRead',
  summary: 'One credit slip, whatever its status',
  params: slipParams,
  response: { 200: ok({ slip }), ...creditErrors('read', 'CREDIT_SLIP_NOT_FOUND') },
};

const source = Type.Object({
  type: Type.String({ enum: ['slip', 'payment', 'change', 'transaction'] }),
  slip_id: Type.Optional(Type.String()),
  slip_number: Type.Optional(Type.String()),
  payment_id: Type.Optional(Type.String()),
  store_id: Type.Optional(Type.String()),
  transaction_id: Type.String({ format: 'uuid' }),
});
export type Source = Static<typeof source>;

export const historySchema = {
  tags,
  operationId: 'customerHistory',
  summary: "The entries of a customer's wallet and debt in one currency, newest first",
  params,
  querystring: Type.Object({ currency: assetCode, ...pageQuery(20) }, closed),
  response: {
    200: ok({
      customer_id: Type.String(),
      currency: Type.String(),
      pagination,
      entries: Type.Array(
        Type.Object({
          entry_id: Type.String(),
          entry_type: Type.String({ enum: [...ENTRY_TYPES] }),
          direction: Type.String({ enum: ['DEBIT', 'CREDIT'] }),
          amount_cents: amountOut,
          account: Type.String({ enum: ['wallet', 'receivable'], description: 'What is held, or what is owed' }),
          balance_after_cents: Type.Unsafe<bigint>({
            ...balanceOut,
            description: 'What that account held behind the entry; below zero where it is owed',
          }),
          occurred_at: time,
          description: Type.String(),
          source,
          created_at: time,
        }),
      ),
    }),
    ...creditErrors('read', 'CUSTOMER_ACCOUNT_NOT_FOUND'),
  },
};
