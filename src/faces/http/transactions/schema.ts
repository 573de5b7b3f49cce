import Type from 'typebox';
import { amountOut, balanceOut } from '../../wire/amounts.ts';
import { line, success, time, transactionId } from '../fields.ts';
import { approvableHeaders } from '../idempotency.ts';
import { problems } from '../responses.ts';

const uuid = Type.String({ format: 'uuid' });
const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

const entry = Type.Object({
  owner: nullable(Type.String({ description: 'The customer; null for an account of the house' })),
  kind: Type.String({ description: 'Which of the owner’s accounts, such as wallet' }),
  asset_code: Type.String(),
  type: Type.String(),
  direction: Type.String({ enum: ['DEBIT', 'CREDIT'] }),
  amount: amountOut,
  // A customer sees these of their own accounts alone.
  seq: Type.Optional(Type.Unsafe<bigint>(Type.Integer({ minimum: 1 }))),
  balance_before: Type.Optional(balanceOut),
  balance_after: Type.Optional(balanceOut),
});

export const transaction = Type.Object({
  transaction_id: uuid,
  operation: Type.String({ description: 'Such as walletTopup' }),
  user_id: nullable(Type.String()),
  reference_id: nullable(Type.String()),
  occurred_at: time,
  recorded_at: time,
  reverses: nullable(uuid),
  reversed_by: nullable(uuid),
  height: Type.Unsafe<bigint>(Type.Integer({ minimum: 1, description: 'Its block in the journal' })),
  index: Type.Integer({ minimum: 0, description: 'Its place in the block' }),
  metadata: Type.Optional(Type.Unsafe<unknown>({})),
  details: Type.Optional(Type.Unsafe<unknown>({ description: 'What else was given with it, such as item_id' })),
  entries: Type.Array(entry),
});

export const params = Type.Object({ id: transactionId }, { additionalProperties: false });

export const transactionSchema = {
  tags: ['Transactions'],
  operationId: 'transactionRead',
  summary: 'One transaction with its entries',
  params,
  response: { 200: success(transaction), ...problems('read', 'TRANSACTION_NOT_FOUND') },
};

export const reverseSchema = {
  tags: ['Transactions'],
  operationId: 'transactionReverse',
  summary: 'Take a transaction back by one that mirrors it',
  headers: approvableHeaders,
  params,
  body: Type.Object({ reason: line(500, 'Why it is taken back') }, { additionalProperties: false }),
  response: {
    200: { description: 'Recorded before: the first answer again', ...success(transaction) },
    201: { description: 'Recorded', ...success(transaction) },
    ...problems(
      'write',
      'APPROVAL_REQUIRED',
      'APPROVAL_INVALID',
      'DUPLICATE_IDEMPOTENCY_KEY',
      'TRANSACTION_NOT_FOUND',
      'NOT_REVERSIBLE',
      'ALREADY_REVERSED',
      'BALANCE_LIMIT',
    ),
  },
};
