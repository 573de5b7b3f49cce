import Type, { type Static } from 'typebox';
import { amountOut, balanceOut, minorAmount } from '../../wire/amounts.ts';
import { documented } from '../../wire/openapi-schema.ts';
import { assetCode, metadata, referenceId, success, time, userId } from '../fields.ts';
import { problems } from '../responses.ts';
import { bonusBody, spendBody, topupBody } from '../wallets/schema.ts';

export const MAX_OPERATIONS = 10_000;
export const BATCH_BODY_LIMIT = 8 * 1024 * 1024;

const closed = { additionalProperties: false };

/** An item is its operation's body, and which operation that is. Here no header stands for its `reference_id`. */
export const itemSchemas = {
  walletTopup: Type.Object(
    { ...topupBody.properties, operation: Type.Literal('walletTopup'), reference_id: referenceId },
    closed,
  ),
  walletBonus: Type.Object(
    { ...bonusBody.properties, operation: Type.Literal('walletBonus'), reference_id: referenceId },
    closed,
  ),
  walletSpend: Type.Object(
    { ...spendBody.properties, operation: Type.Literal('walletSpend'), reference_id: referenceId },
    closed,
  ),
  walletTransfer: Type.Object(
    {
      operation: Type.Literal('walletTransfer'),
      sender_id: userId,
      recipient_id: userId,
      asset_code: assetCode,
      amount: minorAmount,
      reference_id: referenceId,
      metadata: Type.Optional(metadata),
    },
    closed,
  ),
};
export type ItemName = keyof typeof itemSchemas;
export type Item = { [Name in ItemName]: Static<(typeof itemSchemas)[Name]> }[ItemName];

// Items are checked one by one: what is wrong with one is that one's outcome.
const items = documented({}, { oneOf: Object.values(itemSchemas), discriminator: { propertyName: 'operation' } });

const outcome = Type.Object({
  status: Type.Integer({ description: '201 recorded, 200 recorded before, 4xx refused, 503 not known to be recorded' }),
  data: Type.Optional(
    Type.Object({
      transaction_id: Type.String({ format: 'uuid' }),
      reference_id: Type.String(),
      user_id: Type.Optional(Type.String()),
      sender_id: Type.Optional(Type.String()),
      recipient_id: Type.Optional(Type.String()),
      asset_code: Type.String(),
      amount: amountOut,
      balance_before: balanceOut,
      balance_after: balanceOut,
      created_at: time,
    }),
  ),
  error: Type.Optional(
    Type.Object({
      code: Type.String(),
      detail: Type.String(),
      errors: Type.Optional(Type.Array(Type.Object({ field: Type.String(), message: Type.String() }))),
      details: Type.Optional(Type.Record(Type.String(), Type.String())),
    }),
  ),
});
export type BatchOutcome = Static<typeof outcome>;

export const batchSchema = {
  tags: ['Batch'],
  operationId: 'operationBatch',
  summary: 'Many operations in one request, each with an outcome of its own',
  body: Type.Object(
    { operations: Type.Array(Type.Unsafe<unknown>(items), { minItems: 1, maxItems: MAX_OPERATIONS }) },
    { additionalProperties: false },
  ),
  response: {
    200: success(
      Type.Object({
        outcomes: Type.Array(outcome, { description: 'In the order of the operations' }),
        succeeded: Type.Integer({ description: 'Recorded by this request' }),
        replayed: Type.Integer({ description: 'Recorded before' }),
        refused: Type.Integer(),
        unavailable: Type.Integer({ description: 'Not known to be recorded: send these again' }),
      }),
    ),
    ...problems('write'),
  },
};
