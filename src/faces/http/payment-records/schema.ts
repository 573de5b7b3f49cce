/** Requests and answers of spec/payment-records.md. Amounts are major units. */
import Type, { type Static } from 'typebox';
import { majorAmount } from '../../wire/amounts.ts';
import { id, idOut } from '../../wire/ids.ts';
import { exactNumber } from '../../wire/major-out.ts';
import { assetCode, line, success, time } from '../fields.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problems } from '../responses.ts';

const closed = { additionalProperties: false };
const tags = ['Payment records'];
const uuid = Type.String({ format: 'uuid' });
const major = exactNumber('Major units, exact to the last digit');

const payment = {
  amount: majorAmount,
  currency: Type.Optional(assetCode),
  serviceId: Type.Optional(id('What is paid for, such as an order')),
  description: Type.Optional(line(500, 'What is paid for, in words')),
  customerId: Type.Optional(id('Whose payment it is: for staff and services; a customer pays for themselves')),
};

const paymentRecord = (walletTransactionId: Type.TSchema) =>
  Type.Object({
    id: uuid,
    customerId: idOut,
    amount: major,
    currency: Type.String(),
    status: Type.Literal('PAID'),
    walletTransactionId,
  });

const walletTransaction = {
  id: uuid,
  transactionType: Type.String({ description: 'Such as PAYMENT or DEPOSIT' }),
  amount: major,
  balanceBefore: major,
  balanceAfter: major,
  status: Type.Literal('COMPLETED'),
  metadata: Type.Object({ paymentRecordId: Type.Optional(uuid) }),
};

const recorded = <Data extends Type.TSchema>(data: Data) => ({
  201: { description: 'Recorded, or recorded before: then with the header Idempotent-Replayed', ...success(data) },
});

const manualBody = Type.Object(payment, closed);
export type ManualBody = Static<typeof manualBody>;

export const manualSchema = {
  tags,
  operationId: 'manualPayment',
  summary: 'Pay from the wallet: the payment record and the wallet transaction are recorded as one',
  headers: idempotencyHeaders,
  body: manualBody,
  response: {
    ...recorded(Type.Object({ paymentRecord: paymentRecord(uuid), walletTransaction: Type.Object(walletTransaction) })),
    ...problems(
      'write',
      'DUPLICATE_IDEMPOTENCY_KEY',
      'ASSET_NOT_FOUND',
      'WALLET_NOT_FOUND',
      'ACCOUNT_FROZEN',
      'INSUFFICIENT_FUNDS',
    ),
  },
};

const directBody = Type.Object(
  {
    ...payment,
    provider: Type.String({ pattern: '^[A-Za-z0-9_-]{1,50}$', description: 'Who took the payment, such as stripe' }),
    providerReference: line(255, "The provider's own number for the payment, never a card's"),
  },
  closed,
);
export type DirectBody = Static<typeof directBody>;

export const directSchema = {
  tags,
  operationId: 'cardPaymentRecord',
  summary: 'Record a payment that a provider took: nothing moves in the wallet',
  headers: idempotencyHeaders,
  body: directBody,
  response: {
    ...recorded(paymentRecord(Type.Null())),
    ...problems('write', 'DUPLICATE_IDEMPOTENCY_KEY', 'ASSET_NOT_FOUND', 'WALLET_NOT_FOUND'),
  },
};

export const walletInfoSchema = {
  tags,
  operationId: 'walletInfo',
  summary: "A customer's wallet with what happened in it last",
  querystring: Type.Object(
    {
      customerId: Type.Optional(Type.String({ description: 'Needed for staff and services', maxLength: 100 })),
      currency: Type.Optional(assetCode),
    },
    closed,
  ),
  response: {
    200: success(
      Type.Object({
        walletId: Type.Unsafe<bigint>(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
        balance: major,
        currency: Type.String(),
        recentTransactions: Type.Array(Type.Object({ ...walletTransaction, createdAt: time })),
      }),
    ),
    ...problems('read', 'ASSET_NOT_FOUND', 'WALLET_NOT_FOUND'),
  },
};
