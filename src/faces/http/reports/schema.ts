import Type, { type Static } from 'typebox';
import { day, timeZone } from '../days.ts';
import { assetCode, success, time } from '../fields.ts';
import { problems } from '../responses.ts';

const tags = ['Reports'];
const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const minor = Type.Unsafe<bigint>(Type.Integer({ description: 'Minor units' }));
const count = Type.Unsafe<bigint>(Type.Integer({ minimum: 0 }));
const decimalPlaces = Type.Integer({ minimum: 0, maximum: 8 });

const flowQuery = Type.Object(
  {
    asset_code: Type.Optional(assetCode),
    from: day('The first day'),
    to: day('The last day'),
    by: Type.String({ enum: ['day'], default: 'day' }),
    time: Type.String({
      enum: ['occurred', 'recorded'],
      default: 'occurred',
      description: 'Whether an entry counts when it happened, as its caller says, or when it was recorded',
    }),
    time_zone: timeZone,
  },
  { additionalProperties: false },
);
export type FlowQueryData = Static<typeof flowQuery>;

const flow = Type.Object({
  asset_code: Type.String(),
  decimal_places: decimalPlaces,
  opening: Type.Object({ wallets: minor, owed: minor }, { description: 'Before the first day' }),
  days: Type.Array(
    Type.Object({
      day: Type.String(),
      in: Type.Unsafe<bigint>(Type.Integer({ description: 'What came into tills, clearing and payout accounts' })),
      out: Type.Unsafe<bigint>(Type.Integer({ description: 'What left them' })),
      wallets: Type.Unsafe<bigint>(Type.Integer({ description: 'What customers hold at the end of the day' })),
      owed: Type.Unsafe<bigint>(Type.Integer({ description: 'What they owe at the end of the day' })),
    }),
  ),
  tenders: Type.Array(
    Type.Object({
      method: Type.String({ description: 'Such as CASH or mpesa' }),
      account: Type.String({
        description: 'Its accounts, as the filter of entries: cash:*:CASH is the CASH of all stores',
      }),
      in: minor,
      out: minor,
      entries: count,
    }),
  ),
});

export const flowSchema = {
  tags,
  operationId: 'flowReport',
  summary: 'Money in and out by day, what is held and owed, and how it was paid: each currency for itself',
  querystring: flowQuery,
  response: {
    200: success(
      Type.Object({
        from: Type.String(),
        to: Type.String(),
        time_zone: Type.String(),
        currencies: Type.Array(flow),
      }),
    ),
    ...problems('read', 'ASSET_NOT_FOUND'),
  },
};

const file = { 200: { description: 'The file', content: { 'text/csv': { schema: Type.String() } } } };

export const flowExportSchema = {
  tags,
  operationId: 'flowReportExport',
  summary: 'The days of the flow report as CSV',
  querystring: flowQuery,
  response: { ...file, ...problems('read', 'ASSET_NOT_FOUND') },
};

const debtFilters = { asset_code: Type.Optional(assetCode), time_zone: timeZone };

const debtor = Type.Object({
  customer_id: Type.String(),
  name: nullable(Type.String()),
  owed: minor,
  open_slips: count,
  oldest_slip_at: nullable(time),
});

const debt = Type.Object({
  asset_code: Type.String(),
  decimal_places: decimalPlaces,
  owed: minor,
  debtors: count,
  ages: Type.Array(
    Type.Object({
      from_days: Type.Integer(),
      to_days: nullable(Type.Integer()),
      amount: Type.Unsafe<bigint>(Type.Integer({ description: 'What open slips of this age still need' })),
      customers: count,
    }),
  ),
  without_slip: Type.Unsafe<bigint>(Type.Integer({ description: 'Owed for no slip, such as after a reversal' })),
  top_debtors: Type.Array(debtor),
});

export const debtSchema = {
  tags,
  operationId: 'debtReport',
  summary: 'What customers owe now, by the age of their slips, and who owes most: each currency for itself',
  querystring: Type.Object(
    { ...debtFilters, top: Type.Integer({ minimum: 1, maximum: 100, default: 10 }) },
    { additionalProperties: false },
  ),
  response: {
    200: success(Type.Object({ time_zone: Type.String(), currencies: Type.Array(debt) })),
    ...problems('read', 'ASSET_NOT_FOUND'),
  },
};

export const debtExportSchema = {
  tags,
  operationId: 'debtReportExport',
  summary: 'Everyone who owes, by the age of their slips, as CSV',
  querystring: Type.Object(debtFilters, { additionalProperties: false }),
  response: { ...file, ...problems('read', 'ASSET_NOT_FOUND') },
};
