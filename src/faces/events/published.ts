/** What is told in each event, as schemas: they describe the messages in docs/reference, and tests hold them to it. */
import Type, { type TProperties, type TSchema } from 'typebox';
import type { EventType } from '../../wallet/events.ts';
import { documented } from '../wire/openapi-schema.ts';

const nullable = (schema: TSchema) => Type.Union([schema, Type.Null()]);
const object = (properties: TProperties) => Type.Object(properties, { additionalProperties: false });

// The text of these numbers counts, and a validator sees an object that keeps it: it takes anything.
const exact = (description: string) => documented({}, { type: 'number', description });

const customerId = Type.String({ description: "The customer's id" });
const walletId = Type.Integer({ minimum: 1, description: 'Number of the account' });
const transactionId = Type.String({ description: 'Id of the transaction in the ledger' });
const currency = Type.String({ description: 'Code of the asset, such as USD' });
const amount = exact('Major units of the currency');
const reason = Type.String();

const movement = object({
  customerId,
  walletId,
  transactionId,
  reference: nullable(Type.String({ description: "The caller's own name for it" })),
  type: Type.String({ description: 'What the entry is to the customer, such as DEPOSIT' }),
  amount,
  currency,
  balanceBefore: amount,
  balanceAfter: amount,
});

const slip = {
  customerId,
  transactionId,
  slipId: Type.Optional(Type.String()),
  slipNumber: Type.Optional(Type.String()),
  storeId: Type.String(),
  currency,
};

const status = object({ customerId, reason });

export interface PublishedEvent {
  readonly summary: string;
  readonly data: TSchema;
}

export const PUBLISHED: Readonly<Record<EventType, PublishedEvent>> = {
  'wallet.transactionFinalized': {
    summary:
      'The money of a transaction that another service began has moved, or will never move, or was taken back: `failed` may follow upon `completed`, and is final.',
    data: object({
      transactionId: Type.String({ description: 'By which the other service knows it' }),
      status: Type.String({ enum: ['completed', 'failed'] }),
    }),
  },
  'wallet.balance_changed': {
    summary: "The balance of a customer's account is another one, whatever the reason.",
    data: object({
      customerId,
      walletId,
      account: Type.String({ enum: ['wallet', 'receivable', 'held'], description: 'Which of the accounts' }),
      currency,
      transactionId,
      change: exact('Major units; below zero where it is less than before'),
      balance: amount,
      version: Type.Integer({ minimum: 1, description: 'The higher one is the newer one' }),
    }),
  },
  'wallet.created': {
    summary: 'A wallet was opened, with nothing in it.',
    data: object({ customerId, currency, balance: amount }),
  },
  'wallet.funds_added': { summary: 'Money was paid into a wallet.', data: movement },
  'wallet.gamification_reward': { summary: 'A bonus or points were given.', data: movement },
  'wallet.payment_processed': { summary: 'Something was paid out of a wallet.', data: movement },
  'wallet.funds_withdrawn': { summary: "Money went from a wallet to its customer's bank.", data: movement },
  'wallet.change_stored': { summary: 'The change of a purchase went into a wallet.', data: movement },
  'wallet.transfer_processed': {
    summary: 'Money went from one wallet to another.',
    data: object({ transactionId, senderId: customerId, recipientId: customerId, amount, currency }),
  },
  'wallet.slip_created': { summary: 'Goods were taken on credit.', data: object({ ...slip, amount }) },
  'wallet.slip_payment_recorded': {
    summary: 'Credit slips were paid, or money beyond them put into the wallet.',
    data: object({ ...slip, paymentId: Type.String(), amount }),
  },
  'wallet.slip_wallet_applied': {
    summary: 'A credit slip was paid out of the wallet.',
    data: object({ ...slip, amount }),
  },
  'wallet.slip_voided': {
    summary: 'A sale on credit was taken back; what had been paid is in the wallet.',
    data: object({ ...slip, toWallet: amount, reason }),
  },
  'wallet.card_payment_recorded': {
    summary: 'A payment that a provider took was recorded; the wallet took no part.',
    data: object({
      customerId,
      paymentRecordId: Type.String(),
      amount,
      currency,
      provider: Type.String(),
      providerReference: Type.String(),
    }),
  },
  'wallet.transaction_reversed': {
    summary: 'A transaction was taken back by one that mirrors it.',
    data: object({
      customerId: nullable(customerId),
      transactionId,
      reverses: Type.String({ description: 'Id of the transaction that was taken back' }),
      reason,
    }),
  },
  'wallet.customer_frozen': { summary: "A customer's accounts take no debits.", data: status },
  'wallet.customer_unfrozen': { summary: 'They take debits again.', data: status },
  'wallet.customer_erased': { summary: "A customer's personal data were removed.", data: status },
};
