/** Webhooks of the token's ledger: who is told of events, and with which secret. */
import { v7 } from 'uuid';
import { openLanes } from '../../../queries/feed-cursors.ts';
import {
  addWebhook,
  changeWebhook,
  removeWebhook,
  rotateSecret,
  type Webhook,
  type WebhookChange,
  webhook,
  webhooks,
} from '../../../queries/webhooks.ts';
import { addForget, addRestart } from '../../webhooks/jobs.ts';
import { CONSUMER } from '../../webhooks/outbox.ts';
import { sealedFor } from '../../webhooks/sealer.ts';
import { newSecret } from '../../webhooks/signature.ts';
import { staff, staffReaders } from '../access.ts';
import type { App, Services } from '../app.ts';
import { assertCallable } from '../callable.ts';
import { principalOf } from '../principal.ts';
import { Problem } from '../problem.ts';
import { presentWebhook } from './present.ts';
import { changeSchema, createSchema, deleteSchema, listSchema, readSchema, rotateSchema } from './schema.ts';

const MOST_WEBHOOKS = 100;
const GRACE_S = 86_400;

/** Throws WEBHOOK_NOT_FOUND for none. */
export function found(webhook: Webhook | null, id: string): Webhook {
  if (!webhook) throw new Problem('WEBHOOK_NOT_FOUND', { details: { webhook: id } });
  return webhook;
}

export function webhookRoutes(app: App, { database, outbound, sealer }: Services): void {
  const manage = { access: staff };
  const look = { access: staffReaders };

  app.post('/webhooks', { schema: createSchema, config: manage }, async (request, reply) => {
    const { ledgerId, subject } = principalOf(request);
    const { url, description = null, event_types: eventTypes = null } = request.body;
    await assertCallable(outbound, 'url', url);
    if ((await webhooks(database, ledgerId)).length >= MOST_WEBHOOKS) throw new Problem('WEBHOOK_LIMIT');
    // In a ledger that is new, its events are followed from now on at the latest.
    await openLanes(database, CONSUMER, 1);
    const [id, secret] = [v7(), newSecret()];
    const sealed = sealer.seal(secret, sealedFor(ledgerId, id));
    const added = await addWebhook(database, ledgerId, { id, url, description, eventTypes, secret: sealed });
    request.log.info({ webhook: id, host: new URL(url).host, subject }, 'a webhook was created');
    reply.code(201).header('cache-control', 'no-store');
    return { success: true as const, data: { webhook: presentWebhook(added), secret } };
  });

  app.get('/webhooks', { schema: listSchema, config: look }, async (request) => {
    const all = await webhooks(database, principalOf(request).ledgerId);
    return { success: true as const, data: { webhooks: all.map(presentWebhook) } };
  });

  app.get('/webhooks/:webhook_id', { schema: readSchema, config: look }, async (request) => {
    const { webhook_id: id } = request.params;
    const one = found(await webhook(database, principalOf(request).ledgerId, id), id);
    return { success: true as const, data: presentWebhook(one) };
  });

  app.patch('/webhooks/:webhook_id', { schema: changeSchema, config: manage }, async (request) => {
    const { ledgerId, subject } = principalOf(request);
    const { webhook_id: id } = request.params;
    const { event_types, ...rest } = request.body;
    const change: WebhookChange = { ...rest, ...(event_types !== undefined && { eventTypes: event_types }) };
    if (change.url !== undefined) await assertCallable(outbound, 'url', change.url);
    const changed = found(await changeWebhook(database, ledgerId, id, change), id);
    // What it has missed follows.
    if (change.status === 'active')
      await addRestart(database, { ledgerId, webhookId: id, state: 'pending', after: null });
    request.log.info({ webhook: id, fields: Object.keys(request.body), subject }, 'a webhook was changed');
    return { success: true as const, data: presentWebhook(changed) };
  });

  app.delete('/webhooks/:webhook_id', { schema: deleteSchema, config: manage }, async (request) => {
    const { ledgerId, subject } = principalOf(request);
    const { webhook_id: id } = request.params;
    const removed = found(await removeWebhook(database, ledgerId, id), id);
    await addForget(database, ledgerId, id);
    request.log.info({ webhook: id, subject }, 'a webhook was removed');
    return { success: true as const, data: presentWebhook(removed) };
  });

  app.post('/webhooks/:webhook_id/rotate-secret', { schema: rotateSchema, config: manage }, async (request, reply) => {
    const { ledgerId, subject } = principalOf(request);
    const { webhook_id: id } = request.params;
    const { grace_seconds: grace = GRACE_S } = request.body;
    const secret = newSecret();
    const sealed = sealer.seal(secret, sealedFor(ledgerId, id));
    const rotated = found(await rotateSecret(database, ledgerId, id, sealed, grace), id);
    request.log.info({ webhook: id, subject }, 'the secret of a webhook was rotated');
    reply.header('cache-control', 'no-store');
    return { success: true as const, data: { webhook: presentWebhook(rotated), secret } };
  });
}
