import Type, { type Static } from 'typebox';
import { amountOrNullOut, minorAmount } from '../../wire/amounts.ts';
import { assetCode, success, time, userId } from '../fields.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problems } from '../responses.ts';

const tags = ['Credit limits'];
const closed = { additionalProperties: false };
const amount = amountOrNullOut('Minor units of the asset; null for no limit');

const limit = Type.Object({ asset_code: Type.String(), amount_cents: amount });
const list = success(Type.Object({ credit_limits: Type.Array(limit) }));

const body = Type.Object(
  {
    amount_cents: Type.Union([minorAmount, Type.Literal(0), Type.Null()], {
      description: 'The most that may be owed, in minor units of the asset; 0 for no credit, null for no limit',
    }),
  },
  closed,
);
export type LimitBody = Static<typeof body>;

const recorded = success(
  Type.Object({
    customer_id: Type.Union([Type.String(), Type.Null()], {
      description: 'Null for everybody without one of their own',
    }),
    asset_code: Type.String(),
    amount_cents: amount,
    recorded_at: time,
  }),
);

const setResponses = {
  200: { description: 'Recorded before: the first answer again', ...recorded },
  201: { description: 'Recorded', ...recorded },
  ...problems('write', 'DUPLICATE_IDEMPOTENCY_KEY', 'ASSET_NOT_FOUND'),
};

export const listSchema = {
  tags,
  operationId: 'creditLimitList',
  summary: 'The limits for everybody who has none of their own',
  response: { 200: list, ...problems('read') },
};

export const customerListSchema = {
  tags,
  operationId: 'customerCreditLimitList',
  summary: 'The limits that were set for one customer',
  params: Type.Object({ customer_id: userId }, closed),
  response: { 200: list, ...problems('read') },
};

export const setSchema = {
  tags,
  operationId: 'creditLimitSet',
  summary: 'Set how much everybody may owe in an asset who has no limit of their own',
  headers: idempotencyHeaders,
  params: Type.Object({ asset_code: assetCode }, closed),
  body,
  response: setResponses,
};

export const customerSetSchema = {
  ...setSchema,
  operationId: 'customerCreditLimitSet',
  summary: 'Set how much a customer may owe in an asset; slips beyond it are refused',
  params: Type.Object({ customer_id: userId, asset_code: assetCode }, closed),
};
