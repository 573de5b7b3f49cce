/** How much customers may owe: what new credit slips are measured against. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { creditLimitsOf } from '../../../queries/credit-limits.ts';
import { type CreditLimit, creditLimitSet, EVERYBODY } from '../../../wallet/credit-limit.ts';
import { amountOrNull, minorUnits } from '../../wire/amounts.ts';
import { admin, readers, staff } from '../access.ts';
import { answer } from '../answer.ts';
import type { App, Services } from '../app.ts';
import { callerOf } from '../caller.ts';
import { callerKey } from '../idempotency.ts';
import { principalOf } from '../principal.ts';
import { customerListSchema, customerSetSchema, type LimitBody, listSchema, setSchema } from './schema.ts';

export function creditLimitRoutes(app: App, { engine, database }: Services): void {
  async function list(request: FastifyRequest, customer: string) {
    const limits = await creditLimitsOf(database, principalOf(request).ledgerId, customer);
    return {
      success: true as const,
      data: {
        credit_limits: limits.map(({ asset, amount }) => ({ asset_code: asset, amount_cents: amountOrNull(amount) })),
      },
    };
  }

  async function set(request: FastifyRequest, reply: FastifyReply, limit: CreditLimit) {
    const outcome = await engine.submit({
      ledgerId: principalOf(request).ledgerId,
      operation: creditLimitSet,
      input: limit,
      caller: callerOf(request, 'credit_limits.set'),
      key: callerKey(request.headers),
      occurredAt: null,
    });
    return answer(reply, outcome, ({ customer, recordedAt }) => ({
      customer_id: customer,
      asset_code: limit.asset,
      amount_cents: amountOrNull(limit.amount),
      recorded_at: recordedAt.toISOString(),
    }));
  }

  app.get('/credit-limits', { schema: listSchema, config: { access: readers } }, (request) => list(request, EVERYBODY));

  app.get(
    '/customers/:customer_id/credit-limits',
    { schema: customerListSchema, config: { access: readers } },
    (request) => list(request, request.params.customer_id),
  );

  app.put('/credit-limits/:asset_code', { schema: setSchema, config: { access: admin } }, (request, reply) =>
    set(request, reply, { customer: EVERYBODY, asset: request.params.asset_code, amount: amountOf(request.body) }),
  );

  app.put(
    '/customers/:customer_id/credit-limits/:asset_code',
    { schema: customerSetSchema, config: { access: staff } },
    (request, reply) => {
      const { customer_id: customer, asset_code: asset } = request.params;
      return set(request, reply, { customer, asset, amount: amountOf(request.body) });
    },
  );
}

function amountOf({ amount_cents: amount }: LimitBody): bigint | null {
  if (amount === null) return null;
  return amount === 0 ? 0n : minorUnits(amount);
}
