import Type, { type Static } from 'typebox';
import { amountOut, balanceOut, minorAmount } from '../../wire/amounts.ts';
import { assetCode, line, metadata, referenceId, success, time, userId } from '../fields.ts';
import { approvableHeaders, idempotencyHeaders } from '../idempotency.ts';
import { problems } from '../responses.ts';

const movement = {
  user_id: userId,
  asset_code: assetCode,
  amount: minorAmount,
  reference_id: Type.Optional(referenceId),
  metadata: Type.Optional(metadata),
};

export const topupBody = Type.Object(
  {
    ...movement,
    payment_method: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9_-]{1,50}$',
        description: 'How the customer paid: names the clearing account. `external` where it is not given',
      }),
    ),
  },
  { additionalProperties: false },
);
export type TopupBody = Static<typeof topupBody>;

export const bonusBody = Type.Object(
  { ...movement, bonus_type: Type.Optional(line(100, 'Why the bonus is given')) },
  { additionalProperties: false },
);
export type BonusBody = Static<typeof bonusBody>;

export const spendBody = Type.Object(
  { ...movement, item_id: Type.Optional(line(200, 'What the customer buys')) },
  { additionalProperties: false },
);
export type SpendBody = Static<typeof spendBody>;

export const movementData = Type.Object({
  transaction_id: Type.String({ format: 'uuid' }),
  reference_id: Type.String(),
  user_id: Type.String(),
  asset_code: Type.String(),
  amount: amountOut,
  balance_before: balanceOut,
  balance_after: balanceOut,
  created_at: time,
});
export type MovementData = Static<typeof movementData>;

const movementSchema = <Body extends Type.TSchema, Headers extends Type.TSchema>(
  headers: Headers,
  body: Body,
  operationId: string,
  summary: string,
  ...codes: Parameters<typeof problems>[1][]
) => ({
  tags: ['Wallets'],
  operationId,
  summary,
  headers,
  body,
  response: {
    200: { description: 'Recorded before: the first answer again', ...success(movementData) },
    201: { description: 'Recorded', ...success(movementData) },
    ...problems('write', 'DUPLICATE_IDEMPOTENCY_KEY', 'ASSET_NOT_FOUND', ...codes),
  },
});

export const topupSchema = movementSchema(
  idempotencyHeaders,
  topupBody,
  'walletTopup',
  'Credit what a customer has paid in',
  'BALANCE_LIMIT',
);
export const bonusSchema = movementSchema(
  approvableHeaders,
  bonusBody,
  'walletBonus',
  'Give a customer a bonus',
  'BALANCE_LIMIT',
  'APPROVAL_REQUIRED',
  'APPROVAL_INVALID',
);
export const spendSchema = movementSchema(
  idempotencyHeaders,
  spendBody,
  'walletSpend',
  'Pay the house from a wallet',
  'WALLET_NOT_FOUND',
  'INSUFFICIENT_FUNDS',
);

const userParams = Type.Object({ user_id: userId }, { additionalProperties: false });

export const balanceSchema = {
  tags: ['Wallets'],
  operationId: 'walletBalance',
  summary: 'What a customer holds: in one asset, or in all',
  params: userParams,
  querystring: Type.Object({ asset_code: Type.Optional(assetCode) }, { additionalProperties: false }),
  response: {
    200: success(
      Type.Object({
        user_id: Type.String(),
        asset_code: Type.Optional(Type.String()),
        balance: Type.Optional(balanceOut),
        balances: Type.Optional(Type.Array(Type.Object({ asset_code: Type.String(), balance: balanceOut }))),
      }),
    ),
    ...problems('read', 'ASSET_NOT_FOUND', 'WALLET_NOT_FOUND'),
  },
};

export const historySchema = {
  tags: ['Wallets'],
  operationId: 'walletTransactions',
  summary: "The entries of a customer's wallet, newest first",
  params: userParams,
  querystring: Type.Object(
    {
      asset_code: Type.Optional(assetCode),
      limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
      cursor: Type.Optional(Type.String({ maxLength: 10_000, description: '`next_cursor` of the page before' })),
    },
    { additionalProperties: false },
  ),
  response: {
    200: success(
      Type.Object({
        user_id: Type.String(),
        transactions: Type.Array(
          Type.Object({
            transaction_id: Type.String({ format: 'uuid' }),
            type: Type.String({ description: 'What the entry is to the customer, such as DEPOSIT' }),
            direction: Type.String({ enum: ['DEBIT', 'CREDIT'] }),
            asset_code: Type.String(),
            amount: amountOut,
            balance_before: balanceOut,
            balance_after: balanceOut,
            reference_id: Type.Union([Type.String(), Type.Null()]),
            metadata: Type.Optional(Type.Unsafe<unknown>({})),
            occurred_at: time,
            created_at: time,
          }),
        ),
        next_cursor: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
    ...problems('read', 'ASSET_NOT_FOUND', 'WALLET_NOT_FOUND'),
  },
};
