import type { Delivery } from '../../../queries/webhook-deliveries.ts';
import type { Webhook } from '../../../queries/webhooks.ts';
import { writePlace } from '../../events/present.ts';

const time = (date: Date | null): string | null => date?.toISOString() ?? null;

export const presentWebhook = (webhook: Webhook) => ({
  webhook_id: webhook.id,
  url: webhook.url,
  description: webhook.description,
  event_types: webhook.eventTypes && [...webhook.eventTypes],
  status: webhook.status,
  failing_since: time(webhook.failingSince),
  previous_secret_until: time(webhook.previousUntil),
  created_at: webhook.createdAt.toISOString(),
  changed_at: webhook.changedAt.toISOString(),
});

export const presentDelivery = (delivery: Delivery) => ({
  delivery_id: delivery.id,
  webhook_id: delivery.webhookId,
  event_id: delivery.eventId,
  event_type: delivery.eventType,
  place: delivery.place && writePlace(delivery.place),
  state: delivery.state,
  attempts: delivery.attempts,
  next_attempt_at: time(delivery.nextAttemptAt),
  last_attempt_at: time(delivery.lastAttemptAt),
  last_status: delivery.lastStatus,
  last_error: delivery.lastError,
  response_excerpt: delivery.responseExcerpt,
  duration_ms: delivery.durationMs,
  created_at: delivery.createdAt.toISOString(),
});
