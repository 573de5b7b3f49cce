import Type, { type Static } from 'typebox';
import { ENTRY_TYPES } from '../../../ledger/posting.ts';
import { amountOut, balanceOut } from '../../wire/amounts.ts';
import { timeBound } from '../credit/fields.ts';
import { assetCode, line, success, time, transactionId, userId } from '../fields.ts';
import { problems } from '../responses.ts';

const tags = ['Ledger explorer'];
const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const uuid = Type.String({ format: 'uuid' });

const minor = Type.String({ pattern: '^(?:0|[1-9][0-9]{0,12})$', description: 'Minor units of the asset' });

const filters = {
  recorded_from: Type.Optional(timeBound),
  recorded_to: Type.Optional(timeBound),
  occurred_from: Type.Optional(timeBound),
  occurred_to: Type.Optional(timeBound),
  types: Type.Optional(
    Type.String({
      pattern: '^[A-Z_]{1,40}(?:,[A-Z_]{1,40}){0,20}$',
      description: 'Types of entries, with commas between',
    }),
  ),
  asset_code: Type.Optional(assetCode),
  min_amount: Type.Optional(minor),
  max_amount: Type.Optional(minor),
  account: Type.Optional(
    line(
      150,
      'A kind such as wallet, a family such as cash, which stands for cash:... too, or cash:*:CASH for any store',
    ),
  ),
  owner: Type.Optional(userId),
  customer: Type.Optional(userId),
  store: Type.Optional(line(100, 'The store')),
  actor: Type.Optional(line(255, 'Who asked for it')),
  reference: Type.Optional(line(255, 'The reference, to the letter')),
  transaction_id: Type.Optional(transactionId),
  status: Type.Optional(Type.String({ enum: ['POSTED', 'REVERSED', 'REVERSAL'] })),
};
const filterQuery = Type.Object(filters, { additionalProperties: false });
export type EntryQuery = Static<typeof filterQuery>;

const row = Type.Object({
  transaction_id: uuid,
  seq: Type.Unsafe<bigint>(Type.Integer({ minimum: 1, description: "The account's running number" })),
  height: Type.Unsafe<bigint>(Type.Integer({ minimum: 1, description: 'The block of the journal' })),
  operation: Type.String({ description: 'Such as walletTopup' }),
  type: Type.String({ enum: [...ENTRY_TYPES] }),
  status: Type.String({ enum: ['POSTED', 'REVERSED', 'REVERSAL'] }),
  occurred_at: time,
  recorded_at: time,
  reference_id: nullable(Type.String()),
  customer_id: nullable(Type.String({ description: 'Whom the transaction concerns' })),
  owner: nullable(Type.String({ description: "The account's customer; null for an account of the house" })),
  account: Type.String({ description: 'Kind of the account, such as wallet or cash:S1:CASH' }),
  asset_code: Type.String(),
  decimal_places: Type.Integer({ minimum: 0, maximum: 8 }),
  direction: Type.String({ enum: ['DEBIT', 'CREDIT'] }),
  amount: amountOut,
  balance_after: balanceOut,
  store_id: nullable(Type.String()),
  actor: Type.String(),
  actor_role: Type.String(),
  reverses: nullable(uuid),
  reversed_by: nullable(uuid),
});

export const listSchema = {
  tags,
  operationId: 'entryList',
  summary: "The entries of all accounts, newest first, with whose and who's behind them",
  querystring: Type.Object(
    {
      ...filters,
      limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
      cursor: Type.Optional(Type.String({ maxLength: 120, description: '`next_cursor` of the page before' })),
    },
    { additionalProperties: false },
  ),
  response: {
    200: success(
      Type.Object({
        entries: Type.Array(row),
        next_cursor: nullable(
          Type.String({
            description:
              'Goes on further back. A long search may give fewer entries than asked for, or none, and a cursor',
          }),
        ),
      }),
    ),
    ...problems('read', 'ASSET_NOT_FOUND'),
  },
};

export const exportSchema = {
  tags,
  operationId: 'entryExport',
  summary: 'The filtered entries as CSV; the last record has the number of rows and the SHA-256 of what is before it',
  querystring: filterQuery,
  response: {
    200: { description: 'The file', content: { 'text/csv': { schema: Type.String() } } },
    ...problems('read', 'ASSET_NOT_FOUND'),
  },
};
