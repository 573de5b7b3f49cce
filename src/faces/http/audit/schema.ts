import Type, { type Static } from 'typebox';
import { ROLES } from '../../../tokens.ts';
import { timeBound } from '../credit/fields.ts';
import { line, success, time, userId } from '../fields.ts';
import { problems } from '../responses.ts';

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

const filters = {
  from: Type.Optional(timeBound),
  to: Type.Optional(timeBound),
  customer: Type.Optional(userId),
  actor: Type.Optional(line(255, 'Who did it')),
  role: Type.Optional(Type.String({ enum: [...ROLES] })),
  action: Type.Optional(line(100, 'Such as walletTopup or pointRulePut')),
  object: Type.Optional(line(300, 'Id of the operation, or what was changed')),
  request_id: Type.Optional(line(200, 'Of a change; operations are found by their ids')),
};
const filterQuery = Type.Object(filters, { additionalProperties: false });
export type AuditQuery = Static<typeof filterQuery>;

const auditLine = Type.Object({
  id: Type.String({ format: 'uuid' }),
  kind: Type.String({
    enum: ['OPERATION', 'CHANGE'],
    description: 'An operation stands in the books; a change was made outside of them, such as to a profile',
  }),
  recorded_at: time,
  actor: Type.String(),
  role: Type.String(),
  action: Type.String({ description: 'Such as walletTopup' }),
  object: Type.String({ description: 'Id of the operation or of what it reverses, or what was changed' }),
  customer_id: nullable(Type.String()),
  data: Type.Unsafe<object | null>({
    type: ['object', 'null'],
    additionalProperties: true,
    description: 'What was done; of a profile the names of the fields alone. Amounts are texts of minor units',
  }),
  method: Type.String(),
  endpoint: Type.String(),
  ip: Type.String(),
  device: Type.String({ description: 'The user agent' }),
  request_id: nullable(Type.String()),
});

const tags = ['Audit'];

export const listSchema = {
  tags,
  operationId: 'auditList',
  summary: 'All that was done, by whom and from where, newest first',
  querystring: Type.Object(
    {
      ...filters,
      limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
      cursor: Type.Optional(Type.String({ maxLength: 160, description: '`next_cursor` of the page before' })),
    },
    { additionalProperties: false },
  ),
  response: {
    200: success(
      Type.Object({
        lines: Type.Array(auditLine),
        next_cursor: nullable(
          Type.String({
            description: 'Goes on further back. A long search may give fewer lines than asked for, or none',
          }),
        ),
      }),
    ),
    ...problems('read'),
  },
};

export const exportSchema = {
  tags,
  operationId: 'auditExport',
  summary:
    'The filtered audit trail as CSV; the last record has the number of rows and the SHA-256 of what is before it',
  querystring: filterQuery,
  response: {
    200: { description: 'The file', content: { 'text/csv': { schema: Type.String() } } },
    ...problems('read'),
  },
};
