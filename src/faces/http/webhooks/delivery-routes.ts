/** What webhooks were told: to look at, and to send again. */
import { v7 } from 'uuid';
import { operationsFrom } from '../../../queries/feed.ts';
import {
  addDeliveries,
  countDead,
  type Delivery,
  deliveries,
  delivery,
  restartDelivery,
} from '../../../queries/webhook-deliveries.ts';
import { webhook } from '../../../queries/webhooks.ts';
import { addJobs } from '../../jobs/add.ts';
import { addRestart, deliverJob } from '../../webhooks/jobs.ts';
import { payloadOf, TEST_EVENT } from '../../webhooks/payload.ts';
import { staff, staffReaders } from '../access.ts';
import type { App, Services } from '../app.ts';
import { principalOf } from '../principal.ts';
import { Problem } from '../problem.ts';
import { presentDelivery } from './present.ts';
import { found } from './routes.ts';
import { deliveryListSchema, deliveryReadSchema, redeliverDeadSchema, redeliverSchema, testSchema } from './schema.ts';

/** Throws WEBHOOK_DELIVERY_NOT_FOUND for none. */
function foundDelivery(one: Delivery | null, id: string): Delivery {
  if (!one) throw new Problem('WEBHOOK_DELIVERY_NOT_FOUND', { details: { delivery: id } });
  return one;
}

export function webhookDeliveryRoutes(app: App, { database, assets }: Services): void {
  const manage = { access: staff };
  const look = { access: staffReaders };

  app.post('/webhooks/:webhook_id/test', { schema: testSchema, config: manage }, async (request, reply) => {
    const { ledgerId } = principalOf(request);
    const { webhook_id: webhookId } = request.params;
    found(await webhook(database, ledgerId, webhookId), webhookId);
    const id = v7();
    const test = { id, webhookId, eventId: `test-${id}`, eventType: TEST_EVENT, place: null, now: true };
    await addDeliveries(database, ledgerId, [test]);
    return accepted(reply, ledgerId, foundDelivery(await delivery(database, ledgerId, webhookId, id), id));
  });

  app.get('/webhooks/:webhook_id/deliveries', { schema: deliveryListSchema, config: look }, async (request) => {
    const { ledgerId } = principalOf(request);
    const { webhook_id: webhookId } = request.params;
    const { state = null, event_type: eventType = null, after: before = null, limit } = request.query;
    found(await webhook(database, ledgerId, webhookId), webhookId);
    const page = await deliveries(database, ledgerId, webhookId, { state, eventType, before, limit: limit + 1 });
    const shown = page.slice(0, limit);
    const next = page.length > limit ? (shown.at(-1)?.id ?? null) : null;
    return { success: true as const, data: { deliveries: shown.map(presentDelivery), next } };
  });

  app.get(
    '/webhooks/:webhook_id/deliveries/:delivery_id',
    { schema: deliveryReadSchema, config: look },
    async (request) => {
      const { ledgerId } = principalOf(request);
      const { webhook_id: webhookId, delivery_id: id } = request.params;
      const one = foundDelivery(await delivery(database, ledgerId, webhookId, id), id);
      const read = operationsFrom.bind(null, database);
      const payload = await payloadOf({ assets, read }, ledgerId, one);
      return { success: true as const, data: { ...presentDelivery(one), payload } };
    },
  );

  app.post(
    '/webhooks/:webhook_id/deliveries/:delivery_id/redeliver',
    { schema: redeliverSchema, config: manage },
    async (request, reply) => {
      const { ledgerId, subject } = principalOf(request);
      const { webhook_id: webhookId, delivery_id: id } = request.params;
      const restarted = foundDelivery(await restartDelivery(database, ledgerId, webhookId, id), id);
      request.log.info({ webhook: webhookId, delivery: id, subject }, 'a webhook is delivered again');
      return accepted(reply, ledgerId, restarted);
    },
  );

  app.post(
    '/webhooks/:webhook_id/deliveries/redeliver',
    { schema: redeliverDeadSchema, config: manage },
    async (request, reply) => {
      const { ledgerId, subject } = principalOf(request);
      const { webhook_id: webhookId } = request.params;
      found(await webhook(database, ledgerId, webhookId), webhookId);
      const dead = await countDead(database, ledgerId, webhookId);
      await addRestart(database, { ledgerId, webhookId, state: 'dead', after: null });
      request.log.info({ webhook: webhookId, deliveries: dead, subject }, 'dead webhooks are delivered again');
      reply.code(202);
      return { success: true as const, data: { deliveries: dead } };
    },
  );

  /** Answers 202 with a delivery that is sent from now on. */
  async function accepted(reply: { code(status: 202): unknown }, ledgerId: bigint, one: Delivery) {
    const { id, webhookId, attempts } = one;
    await addJobs(database, [deliverJob({ ledgerId, id, webhookId, attempts })]);
    reply.code(202);
    return { success: true as const, data: presentDelivery(one) };
  }
}
