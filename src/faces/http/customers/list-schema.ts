import Type, { type Static } from 'typebox';
import { balanceOut } from '../../wire/amounts.ts';
import { success, time } from '../fields.ts';
import { problems } from '../responses.ts';

const text = Type.Union([Type.String(), Type.Null()]);

const balance = Type.Object({
  currency: Type.String(),
  wallet_cents: Type.Unsafe<bigint>({ ...balanceOut, description: 'What the wallet holds' }),
  owes_cents: Type.Unsafe<bigint>({ ...balanceOut, description: 'What is owed, as a positive number' }),
});
export type ListedBalanceData = Static<typeof balance>;

const MOST_CUSTOMERS = 1_000;

export const listSchema = {
  tags: ['Customers'],
  operationId: 'customerList',
  summary: 'All customers with what they hold and owe, page by page',
  querystring: Type.Object(
    {
      after: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: '`next` of the page before' })),
      limit: Type.Integer({ minimum: 1, maximum: MOST_CUSTOMERS, default: 500 }),
    },
    { additionalProperties: false },
  ),
  response: {
    200: success(
      Type.Object({
        as_of: { ...time, description: 'The balances are no older than this' },
        customers: Type.Array(
          Type.Object({
            _id: Type.String({ description: "The customer's id" }),
            name: text,
            nickname: text,
            phone_number: text,
            customer_code: text,
            account_status: Type.String({ enum: ['ACTIVE', 'FROZEN'] }),
            balances: Type.Array(balance),
          }),
        ),
        next: Type.Union([Type.String(), Type.Null()], { description: 'Null on the last page' }),
      }),
    ),
    ...problems('read'),
  },
};
