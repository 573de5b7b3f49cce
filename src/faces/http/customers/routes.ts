/** Adding and changing customers, and what staff decide about them. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Submission } from '../../../engine/submission.ts';
import { customerFreeze, customerUnfreeze } from '../../../wallet/customer.ts';
import { eraseCustomer } from '../../erase-customer.ts';
import { admin, staff } from '../access.ts';
import { answer } from '../answer.ts';
import type { App, Services } from '../app.ts';
import { callerOf } from '../caller.ts';
import { changeMaker } from '../change-maker.ts';
import { callerKey } from '../idempotency.ts';
import { principalOf } from '../principal.ts';
import { presentCustomer } from './present.ts';
import { changeCustomer, createCustomer } from './profile-requests.ts';
import { changeSchema, createSchema, eraseSchema, freezeSchema, unfreezeSchema } from './schema.ts';

export function customerRoutes(app: App, services: Services): void {
  const { engine, database, assets } = services;

  app.post('/customers', { schema: createSchema, config: { access: staff } }, async (request, reply) => {
    const { profile, added } = await createCustomer(
      database,
      principalOf(request),
      request.body,
      callerKey(request.headers),
      changeMaker(request, 'customers.create'),
    );
    if (!added) reply.header('idempotent-replayed', 'true');
    reply.code(added ? 201 : 200);
    return { success: true as const, data: await presentCustomer(assets, profile) };
  });

  app.patch('/customers/:customer_id', { schema: changeSchema, config: { access: staff } }, async (request) => {
    const { customer_id: id } = request.params;
    const profile = await changeCustomer(
      database,
      principalOf(request).ledgerId,
      { ...request.body, id },
      changeMaker(request, 'customers.change'),
    );
    return { success: true as const, data: await presentCustomer(assets, profile) };
  });

  const submission = (
    request: FastifyRequest,
    endpoint: string,
  ): Pick<Submission, 'ledgerId' | 'caller' | 'key' | 'occurredAt'> => ({
    ledgerId: principalOf(request).ledgerId,
    caller: callerOf(request, endpoint),
    key: callerKey(request.headers),
    occurredAt: null,
  });

  const setStatus =
    (operation: typeof customerFreeze | typeof customerUnfreeze, endpoint: string, status: string) =>
    async (
      request: FastifyRequest<{ Params: { customer_id: string }; Body: { reason: string } }>,
      reply: FastifyReply,
    ) => {
      const input = { customer: request.params.customer_id, reason: request.body.reason };
      const outcome = await engine.submit({ ...submission(request, endpoint), operation, input });
      return answer(reply, outcome, ({ recordedAt }) => recorded(input.customer, status, recordedAt));
    };

  app.post(
    '/customers/:customer_id/freeze',
    { schema: freezeSchema, config: { access: staff } },
    setStatus(customerFreeze, 'customers.freeze', 'FROZEN'),
  );
  app.post(
    '/customers/:customer_id/unfreeze',
    { schema: unfreezeSchema, config: { access: staff } },
    setStatus(customerUnfreeze, 'customers.unfreeze', 'ACTIVE'),
  );

  app.post(
    '/customers/:customer_id/erase',
    { schema: eraseSchema, config: { access: admin } },
    async (request, reply) => {
      const { customer_id: customer } = request.params;
      const { reason } = request.body;
      const outcome = await eraseCustomer(services, { ...submission(request, 'customers.erase'), customer, reason });
      return answer(reply, outcome, ({ recordedAt }) => recorded(customer, 'ERASED', recordedAt));
    },
  );
}

const recorded = (customer: string, status: string, at: Date) => ({
  customer_id: customer,
  status,
  recorded_at: at.toISOString(),
});
