/** The messages that the service takes, as schemas: what validates them also describes them in docs/reference. */
import Type, { type Static } from 'typebox';
import { ASSET_CODE } from '../../ledger/asset.ts';
import { majorAmount } from '../wire/amounts.ts';
import { id } from '../wire/ids.ts';

const customerId = id('The customer\'s id: 42 and "42" are the same');

const transactionId = Type.String({
  pattern: '^[\\x21-\\x7e]{1,200}$',
  description: 'By which the sender knows the transaction: each one has one effect',
});

const currency = Type.Optional(
  Type.String({
    pattern: ASSET_CODE.source,
    description: 'Code of the asset; the DEFAULT_CURRENCY where it is not given',
  }),
);

// Senders add fields of their own as they grow; they are passed over.
const message = <Properties extends Type.TProperties>(properties: Properties, description: string) =>
  Type.Object(properties, { description });

export const userSignup = message({ userId: customerId }, 'A user has signed up: gets an empty wallet.');

export const topupCompleted = message(
  { transactionId, type: Type.Literal('topup'), amount: majorAmount, currency, userId: customerId },
  'A top-up has been paid: its amount is added to the wallet.',
);

export const transferCompleted = message(
  {
    transactionId,
    type: Type.Literal('transfer'),
    amount: majorAmount,
    currency,
    senderId: customerId,
    recipientId: customerId,
  },
  'A transfer is to be made: its amount goes from one wallet to the other.',
);

export const transactionFailed = message(
  { transactionId, reason: Type.Optional(Type.String({ maxLength: 500 })) },
  'A transaction has failed: what it did is taken back, and what it would still do is not done.',
);

export type UserSignup = Static<typeof userSignup>;
export type TopupCompleted = Static<typeof topupCompleted>;
export type TransferCompleted = Static<typeof transferCompleted>;
export type TransactionFailed = Static<typeof transactionFailed>;

export const ROUTING_KEYS = ['user.signup', 'transaction.completed', 'transaction.failed'] as const;
export type RoutingKey = (typeof ROUTING_KEYS)[number];
