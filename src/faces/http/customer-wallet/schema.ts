/** Requests and answers of spec/customer-wallet.md. Amounts are major units. */
import Type, { type Static } from 'typebox';
import { majorAmount } from '../../wire/amounts.ts';
import { id, idOut } from '../../wire/ids.ts';
import { exactNumber } from '../../wire/major-out.ts';
import { assetCode, line, time } from '../fields.ts';
import { approvableHeaders, idempotencyHeaders } from '../idempotency.ts';
import { walletErrors } from './errors.ts';

const closed = { additionalProperties: false };
const tags = ['Customer wallets'];

/** The largest number that JSON holds exactly. */
const MOST = Number.MAX_SAFE_INTEGER;

const walletId = Type.Integer({ minimum: 1, maximum: MOST, description: "The wallet's number" });
const numberOut = (description: string) =>
  Type.Unsafe<bigint>(Type.Integer({ minimum: 1, maximum: MOST, description }));

const major = exactNumber('Major units, exact to the last digit');

const ok = <Data extends Type.TSchema>(data: Data) => Type.Object({ status: Type.Literal('success'), data });

const recorded = <Data extends Type.TSchema>(data: Data) => ({
  201: { description: 'Recorded, or recorded before: then with the header Idempotent-Replayed', ...ok(data) },
});

const transaction = Type.Object({
  id: numberOut("The transaction's number, unique in the ledger"),
  wallet_id: numberOut("The wallet's number"),
  type: Type.String({ description: 'Such as DEPOSIT; for a credit the transactionType that was given' }),
  amount: major,
  currency: Type.String(),
  status: Type.Literal('completed'),
});
export type Transaction = Static<typeof transaction>;

export const createSchema = {
  tags,
  operationId: 'walletCreate',
  summary: 'Open a wallet for a customer',
  headers: idempotencyHeaders,
  body: Type.Object({ customerId: id("The customer's id"), currency: Type.Optional(assetCode) }, closed),
  response: {
    ...recorded(
      Type.Object({
        id: numberOut("The wallet's number"),
        user_id: idOut,
        type: Type.Literal('customer'),
        currency: Type.String(),
        balance: major,
      }),
    ),
    ...walletErrors('write', 'ASSET_NOT_FOUND', 'WALLET_NOT_FOUND', 'WALLET_EXISTS'),
  },
};

const METHOD = '^[A-Za-z0-9_-]{1,50}$';

const addFundsBody = Type.Object(
  {
    walletId,
    amount: majorAmount,
    paymentMethod: Type.Object(
      {
        type: Type.String({ pattern: METHOD, description: 'How the customer paid: names the clearing account' }),
        id: Type.Optional(id('Which of the payment methods that you keep')),
      },
      closed,
    ),
  },
  closed,
);
export type AddFundsBody = Static<typeof addFundsBody>;

export const addFundsSchema = {
  tags,
  operationId: 'walletAddFunds',
  summary: 'Credit what a customer has paid in',
  headers: idempotencyHeaders,
  body: addFundsBody,
  response: { ...recorded(transaction), ...walletErrors('write', 'WALLET_NOT_FOUND', 'BALANCE_LIMIT') },
};

const withdrawBody = Type.Object(
  {
    walletId,
    amount: majorAmount,
    destination: Type.Object(
      {
        accountNumber: line(50, 'The bank account: of its number the last four characters are kept, and no more'),
        bankName: line(100, "The bank's name"),
        id: Type.Optional(id('Which of the destinations that you keep')),
      },
      closed,
    ),
  },
  closed,
);
export type WithdrawBody = Static<typeof withdrawBody>;

export const withdrawSchema = {
  tags,
  operationId: 'walletWithdrawFunds',
  summary: "Pay out to a customer's bank",
  headers: approvableHeaders,
  body: withdrawBody,
  response: {
    ...recorded(transaction),
    ...walletErrors(
      'write',
      'APPROVAL_REQUIRED',
      'APPROVAL_INVALID',
      'WALLET_NOT_FOUND',
      'ACCOUNT_FROZEN',
      'INSUFFICIENT_FUNDS',
    ),
  },
};

const payBody = Type.Object(
  { walletId, serviceId: id('What is paid for, such as an order'), amount: majorAmount },
  closed,
);
export type PayBody = Static<typeof payBody>;

export const paySchema = {
  tags,
  operationId: 'walletPay',
  summary: 'Pay for a service from a wallet',
  headers: idempotencyHeaders,
  body: payBody,
  response: {
    ...recorded(
      Type.Object({
        id: numberOut("The payment's number, which is that of its transaction"),
        customer_id: idOut,
        order_id: idOut,
        amount: major,
        payment_method: Type.Literal('wallet'),
        status: Type.Literal('completed'),
      }),
    ),
    ...walletErrors('write', 'WALLET_NOT_FOUND', 'ACCOUNT_FROZEN', 'INSUFFICIENT_FUNDS'),
  },
};

const creditBody = Type.Object(
  {
    userId: id("The customer's id"),
    amount: majorAmount,
    currency: Type.Optional(assetCode),
    transactionType: Type.Optional(
      Type.String({ pattern: METHOD, description: 'What the credit is, such as REWARD; BONUS where it is not given' }),
    ),
    description: Type.Optional(line(500, 'Why it is given')),
  },
  closed,
);
export type CreditBody = Static<typeof creditBody>;

export const creditSchema = {
  tags,
  operationId: 'walletCredit',
  summary: 'Give a customer a reward: money, points or any other asset',
  headers: approvableHeaders,
  body: creditBody,
  response: {
    ...recorded(transaction),
    ...walletErrors('write', 'APPROVAL_REQUIRED', 'APPROVAL_INVALID', 'ASSET_NOT_FOUND', 'BALANCE_LIMIT'),
  },
};

// A number that cannot be a wallet's is of no wallet, like any other that is not there.
const params = Type.Object({ walletId: Type.String({ maxLength: 100, description: "The wallet's number" }) }, closed);

export const balanceSchema = {
  tags,
  operationId: 'customerWalletBalance',
  summary: 'What a wallet holds',
  params,
  response: {
    200: ok(
      Type.Object({
        walletId: numberOut("The wallet's number"),
        balance: major,
        currency: Type.String(),
        type: Type.Literal('customer'),
      }),
    ),
    ...walletErrors('read', 'WALLET_NOT_FOUND'),
  },
};

export const MOST_LISTED = 100;

export const transactionsSchema = {
  tags,
  operationId: 'customerWalletTransactions',
  summary: 'What happened in a wallet, newest first; the Link header leads to the next page',
  params,
  querystring: Type.Object(
    {
      limit: Type.Integer({ minimum: 1, maximum: MOST_LISTED, default: MOST_LISTED }),
      page: Type.Optional(
        Type.Integer({ minimum: 1, description: 'From 1; what is recorded meanwhile moves pages on' }),
      ),
      cursor: Type.Optional(
        Type.String({
          pattern: '^[1-9][0-9]{0,15}$',
          description: 'The id of the last transaction that was seen: gives those before it, nothing twice',
        }),
      ),
    },
    closed,
  ),
  response: { 200: ok(Type.Array(transaction)), ...walletErrors('read', 'WALLET_NOT_FOUND') },
};

export const transactionSchema = {
  tags,
  operationId: 'customerWalletTransaction',
  summary: 'One transaction of a wallet by its number',
  params: Type.Object({ ...params.properties, id: Type.String({ maxLength: 100 }) }, closed),
  response: {
    200: ok(
      Type.Object({
        ...transaction.properties,
        transaction_id: Type.String({ format: 'uuid', description: 'Its id on the other faces' }),
        payment_method_id: Type.Union([idOut, Type.Null()]),
        description: Type.Union([Type.String(), Type.Null()]),
        balance_before: major,
        balance_after: major,
        created_at: time,
        updated_at: time,
      }),
    ),
    ...walletErrors('read', 'WALLET_NOT_FOUND', 'TRANSACTION_NOT_FOUND'),
  },
};
