import Type, { type Static } from 'typebox';
import { TEXT_LENGTHS } from '../../../feeds/customer-feed.ts';
import { exactNumber } from '../../wire/major-out.ts';
import { creditErrors } from '../credit/errors.ts';
import { line, success, time, userId } from '../fields.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problems } from '../responses.ts';

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const text = nullable(Type.String());
const timeOrNull = nullable(time);

export const customerData = Type.Object({
  _id: Type.String({ description: "The customer's id, as the wallet knows it" }),
  name: text,
  email: text,
  phone_number: text,
  date_of_birth: nullable(Type.String({ format: 'date' })),
  city: text,
  region: text,
  total_points: exactNumber("The till's own points"),
  loyverse_id: text,
  address: text,
  country_code: text,
  created_at: time,
  customer_code: text,
  deleted_at: timeOrNull,
  first_visit: timeOrNull,
  last_visit: timeOrNull,
  note: text,
  postal_code: text,
  total_spent: exactNumber('Major units of the currency of the catalogue'),
  total_visits: Type.Unsafe<bigint>(Type.Integer({ minimum: 0 })),
  updated_at: Type.Object({ $date: time }),
  nickname: text,
  id: nullable(Type.String({ description: "The customer's id at Loyverse" })),
  permanent_deletion_at: timeOrNull,
});
export type CustomerData = Static<typeof customerData>;

const searchText = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 200, description }));

export const searchSchema = {
  tags: ['Customers'],
  operationId: 'customerSearch',
  summary: 'One customer by id, or those that match a text, best first',
  querystring: Type.Object(
    {
      id: searchText("The customer's id, ours or Loyverse's"),
      q: searchText('Any part of a name, e-mail, code or telephone number; or an id'),
      name: searchText('Name or nickname'),
      phone: searchText('Telephone number in any format, or at least three digits of it'),
      email: searchText('E-mail address'),
      code: searchText('Customer code'),
      limit: Type.Integer({ minimum: 1, maximum: 50, default: 20 }),
      page: Type.Integer({ minimum: 1, maximum: 10_000, default: 1 }),
    },
    { additionalProperties: false },
  ),
  response: {
    200: Type.Object({
      respCode: Type.Literal(200),
      message: Type.String(),
      customer: Type.Optional(customerData),
      customers: Type.Optional(Type.Array(customerData)),
      pagination: Type.Optional(
        Type.Object({
          current_page: Type.Integer(),
          per_page: Type.Integer(),
          has_next: Type.Boolean(),
          has_prev: Type.Boolean(),
        }),
      ),
    }),
    ...creditErrors('read', 'CUSTOMER_ACCOUNT_NOT_FOUND'),
  },
};

const day = Type.String({ format: 'date', description: 'yyyy-mm-dd' });
const short = (name: keyof typeof TEXT_LENGTHS, description: string) =>
  Type.Optional(nullable(line(TEXT_LENGTHS[name], description)));

const particulars = {
  nickname: short('nickname', 'What the customer is called'),
  email: short('email', 'E-mail address'),
  phone_number: short('phone_number', 'Telephone number'),
  customer_code: short('customer_code', "The shop's own code, such as that of a card"),
  date_of_birth: Type.Optional(nullable(day)),
  city: short('city', 'Town'),
  region: short('region', 'Region'),
  address: short('address', 'Street address'),
  country_code: short('country_code', 'Country, such as TZ'),
  postal_code: short('postal_code', 'Postal code'),
  note: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: TEXT_LENGTHS.note, pattern: '^[^\\u0000]*$' }))),
  loyverse_id: Type.Optional(nullable(line(100, "The customer's id at Loyverse"))),
};

const name = line(TEXT_LENGTHS.name, 'Full name');

const createBody = Type.Object(
  { customer_id: Type.Optional(userId), name, ...particulars },
  { additionalProperties: false },
);
export type CreateBody = Static<typeof createBody>;

const changeBody = Type.Object({ name: Type.Optional(name), ...particulars }, { additionalProperties: false });
export type ChangeBody = Static<typeof changeBody>;

const params = Type.Object({ customer_id: userId }, { additionalProperties: false });

export const createSchema = {
  tags: ['Customers'],
  operationId: 'customerCreate',
  summary: 'Add a customer; without an id, one is made',
  headers: idempotencyHeaders,
  body: createBody,
  response: {
    200: { description: 'There already, and the same', ...success(customerData) },
    201: { description: 'Added', ...success(customerData) },
    ...problems('write', 'DUPLICATE_IDEMPOTENCY_KEY', 'CUSTOMER_EXISTS'),
  },
};

export const changeSchema = {
  tags: ['Customers'],
  operationId: 'customerChange',
  summary: "Change a customer's particulars; null removes one",
  params,
  body: changeBody,
  response: { 200: success(customerData), ...problems('write', 'CUSTOMER_ACCOUNT_NOT_FOUND', 'CUSTOMER_EXISTS') },
};

const recorded = success(
  Type.Object({
    customer_id: Type.String(),
    status: Type.String({ enum: ['ACTIVE', 'FROZEN', 'ERASED'] }),
    recorded_at: time,
  }),
);

const decisionSchema = (operationId: string, summary: string, reason: Type.TString) => ({
  tags: ['Customers'],
  operationId,
  summary,
  headers: idempotencyHeaders,
  params,
  body: Type.Object({ reason }, { additionalProperties: false }),
  response: {
    200: { description: 'Recorded before: the first answer again', ...recorded },
    201: { description: 'Recorded', ...recorded },
    ...problems('write', 'DUPLICATE_IDEMPOTENCY_KEY', 'CUSTOMER_ACCOUNT_NOT_FOUND'),
  },
});

const why = line(500, 'Why; kept for ever, so it names nobody');
export const freezeSchema = decisionSchema('customerFreeze', "Stop all debits of a customer's accounts", why);
export const unfreezeSchema = decisionSchema('customerUnfreeze', 'Take debits again', why);
export const eraseSchema = decisionSchema(
  'customerErase',
  "Remove a customer's personal data for ever; the books stay",
  Type.String({
    pattern: '^[a-z][a-z0-9_]{0,49}$',
    description: 'A code, such as customer_request: it is kept for ever',
  }),
);
