import Type, { type Static } from 'typebox';
import { ENTRY_TYPES } from '../../../ledger/posting.ts';
import { amountOut, balanceOut } from '../../wire/amounts.ts';
import { day, timeZone } from '../days.ts';
import { assetCode, success, time, userId } from '../fields.ts';
import { problems } from '../responses.ts';

const tags = ['Statements'];
const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

const standing = Type.Object({ wallet: balanceOut, owed: balanceOut });

const statement = Type.Object({
  customer_id: Type.String(),
  asset_code: Type.String(),
  decimal_places: Type.Integer({ minimum: 0, maximum: 8 }),
  from: Type.String(),
  to: Type.String(),
  time_zone: Type.String(),
  opening: standing,
  entries: Type.Array(
    Type.Object({
      transaction_id: Type.String({ format: 'uuid' }),
      occurred_at: time,
      operation: Type.String(),
      type: Type.String({ enum: [...ENTRY_TYPES] }),
      account: Type.String({ enum: ['wallet', 'receivable'] }),
      direction: Type.String({ enum: ['DEBIT', 'CREDIT'] }),
      amount: amountOut,
      wallet_after: balanceOut,
      owed_after: balanceOut,
      reference_id: nullable(Type.String()),
      store_id: nullable(Type.String()),
      slip_number: nullable(Type.String()),
    }),
  ),
  closing: standing,
});
export type StatementData = Static<typeof statement>;

const params = Type.Object({ customer_id: userId }, { additionalProperties: false });
const querystring = Type.Object(
  { asset_code: assetCode, from: day('The first day'), to: day('The last day'), time_zone: timeZone },
  { additionalProperties: false },
);
export type StatementQueryData = Static<typeof querystring>;

const errors = problems('read', 'ASSET_NOT_FOUND', 'WALLET_NOT_FOUND', 'CUSTOMER_ACCOUNT_NOT_FOUND');

export const readSchema = {
  tags,
  operationId: 'statementRead',
  summary: 'What a customer held and owed, what happened, and what they held and owed then; minor units',
  params,
  querystring,
  response: { 200: success(statement), ...errors },
};

const fileSchema = (operationId: string, type: string) => ({
  tags,
  operationId,
  summary: `The statement as ${type}`,
  params,
  querystring,
  response: { 200: { description: 'The file', content: { [type]: { schema: Type.String() } } }, ...errors },
});

export const csvSchema = fileSchema('statementExport', 'text/csv');
export const pdfSchema = fileSchema('statementPrint', 'application/pdf');
