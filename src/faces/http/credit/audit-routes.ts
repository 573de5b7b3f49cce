/** The audit trail: spec/credit-wallet.md section 8. */
import Type from 'typebox';
import { AuditTrail } from '../../../queries/audit.ts';
import type { JsonNumber } from '../../wire/json-number.ts';
import { documented } from '../../wire/openapi-schema.ts';
import { staffReaders } from '../access.ts';
import type { App, Services } from '../app.ts';
import { time, userId } from '../fields.ts';
import { principalOf } from '../principal.ts';
import { invalid } from '../problem.ts';
import { presentAudit } from './audit-present.ts';
import { AUDIT_TYPES, operationsOf } from './audit-types.ts';
import { creditErrors } from './errors.ts';
import { spanOf, timeBound } from './fields.ts';
import { paginationOf } from './read-present.ts';
import { pageQuery, pagination } from './read-schema.ts';

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

const entry = Type.Object({
  audit_id: Type.String({ format: 'uuid' }),
  timestamp: time,
  operation_type: Type.String(),
  customer_id: nullable(Type.String()),
  // The serializer knows no bigint that may be null: the value brings its own text.
  amount_cents: Type.Unsafe<JsonNumber | null>(
    documented({}, { type: ['integer', 'null'], description: 'What it moved, in minor units' }),
  ),
  currency: nullable(Type.String()),
  user_id: Type.String(),
  user_role: Type.String(),
  operation_data: Type.Unsafe<object>({ description: 'What was done, operation by operation' }),
  request_info: Type.Object({
    method: Type.String(),
    endpoint: Type.String(),
    remote_addr: Type.String(),
    user_agent: Type.String(),
  }),
});

const auditSchema = {
  tags: ['Audit'],
  operationId: 'auditTrail',
  summary: 'Every recorded operation with who asked for it, newest first',
  querystring: Type.Object(
    {
      customer_id: Type.Optional(userId),
      operation_type: Type.Optional(Type.String({ enum: [...new Set(Object.values(AUDIT_TYPES))].sort() })),
      start_date: Type.Optional(timeBound),
      end_date: Type.Optional(timeBound),
      ...pageQuery(50),
    },
    { additionalProperties: false },
  ),
  response: {
    200: Type.Object({
      respCode: Type.Literal(200),
      message: Type.String(),
      pagination,
      entries: Type.Array(entry),
    }),
    ...creditErrors('read'),
  },
};

export function creditAuditRoutes(app: App, { database }: Services): void {
  const trail = new AuditTrail(database);

  app.get('/audit-trail', { schema: auditSchema, config: { access: staffReaders } }, async (request) => {
    const { customer_id, operation_type, start_date, end_date, page, per_page: perPage } = request.query;
    const from = start_date === undefined ? null : spanOf(start_date).first;
    const to = end_date === undefined ? null : spanOf(end_date).last;
    if (from && to && from > to) throw invalid('end_date', 'is before start_date');
    const filter = {
      ledgerId: principalOf(request).ledgerId,
      customer: customer_id ?? null,
      operations: operation_type === undefined ? null : operationsOf(operation_type),
      from,
      to,
    };
    const { total, entries } = await trail.page(filter, page, perPage);
    return {
      respCode: 200 as const,
      message: 'Audit trail retrieved successfully',
      pagination: paginationOf(page, perPage, total),
      entries: entries.map(presentAudit),
    };
  });
}
