/** The requests and answers of webhooks. */
import Type from 'typebox';
import { DELIVERY_STATES } from '../../../queries/webhook-deliveries.ts';
import { EVENT_TYPES } from '../../../wallet/events.ts';
import { TEST_EVENT } from '../../webhooks/payload.ts';
import { line, success, time } from '../fields.ts';
import { problems } from '../responses.ts';

const closed = { additionalProperties: false };
const tags = ['Webhooks'];

const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const id = (description: string) => Type.String({ pattern: UUID, description });
const orNull = <Schema extends Type.TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });

const MOST_GRACE_S = 604_800;
const MOST_DELIVERIES = 200;

const url = Type.String({
  minLength: 1,
  maxLength: 2048,
  description: 'Where events are sent: a public https address',
});
const description = orNull(line(500, 'What it is for'), 'What it is for');
const eventTypes = Type.Union(
  [Type.Null(), Type.Array(Type.String({ enum: [...EVENT_TYPES] }), { minItems: 1, maxItems: EVENT_TYPES.length })],
  { description: 'Only events of these types; null for all' },
);

const webhook = Type.Object({
  webhook_id: Type.String(),
  url: Type.String(),
  description: orNull(Type.String(), 'What it is for'),
  event_types: orNull(Type.Array(Type.String()), 'Only events of these types; null for all'),
  status: Type.String({
    enum: ['active', 'paused', 'disabled'],
    description: 'paused by staff, disabled because it only failed; its events are kept until it is active again',
  }),
  failing_since: orNull(time, 'Since when nothing has arrived; null where the last one did'),
  previous_secret_until: orNull(time, 'Until when the secret before this one signs too'),
  created_at: time,
  changed_at: time,
});

const secret = Type.String({ description: 'Verifies signatures (whsec_...). It is never shown again' });

const delivery = {
  delivery_id: Type.String(),
  webhook_id: Type.String(),
  event_id: Type.String({ description: 'Sent as webhook-id: the same however often it is sent' }),
  event_type: Type.String(),
  place: orNull(Type.String(), 'Where the event stands in the books: later ones have a later place. Null for a test'),
  state: Type.String({ enum: [...DELIVERY_STATES] }),
  attempts: Type.Integer(),
  next_attempt_at: orNull(time, 'Null where there will be none, or not until the webhook is active again'),
  last_attempt_at: orNull(time, 'When it was sent last'),
  last_status: orNull(Type.Integer(), 'The status of the answer'),
  last_error: orNull(Type.String(), 'Why there was no answer, such as TIMEOUT'),
  response_excerpt: orNull(Type.String(), 'The first kilobyte of the answer'),
  duration_ms: orNull(Type.Integer(), 'How long the answer took'),
  created_at: time,
};

const one = Type.Object({ webhook_id: id('Id of the webhook') }, closed);
const oneDelivery = Type.Object({ webhook_id: id('Id of the webhook'), delivery_id: id('Id of the delivery') }, closed);

export const createSchema = {
  tags,
  operationId: 'webhookCreate',
  summary: 'Have events sent to an address from now on. The secret is in this answer alone',
  body: Type.Object({ url, description: Type.Optional(description), event_types: Type.Optional(eventTypes) }, closed),
  response: {
    201: success(Type.Object({ webhook, secret })),
    ...problems('write', 'ADDRESS_REFUSED', 'WEBHOOK_LIMIT'),
  },
};

export const listSchema = {
  tags,
  operationId: 'webhookList',
  summary: 'All webhooks of the ledger',
  response: { 200: success(Type.Object({ webhooks: Type.Array(webhook) })), ...problems('read') },
};

export const readSchema = {
  tags,
  operationId: 'webhookRead',
  summary: 'One webhook',
  params: one,
  response: { 200: success(webhook), ...problems('read', 'WEBHOOK_NOT_FOUND') },
};

export const changeSchema = {
  tags,
  operationId: 'webhookChange',
  summary: 'Change a webhook, pause it, or have it go on with all that it has missed',
  params: one,
  body: Type.Object(
    {
      url: Type.Optional(url),
      description: Type.Optional(description),
      event_types: Type.Optional(eventTypes),
      status: Type.Optional(Type.Union([Type.Literal('active'), Type.Literal('paused')])),
    },
    closed,
  ),
  response: { 200: success(webhook), ...problems('write', 'ADDRESS_REFUSED', 'WEBHOOK_NOT_FOUND') },
};

export const deleteSchema = {
  tags,
  operationId: 'webhookDelete',
  summary: 'Remove a webhook and all that is known of its deliveries',
  params: one,
  response: { 200: success(webhook), ...problems('write', 'WEBHOOK_NOT_FOUND') },
};

export const rotateSchema = {
  tags,
  operationId: 'webhookSecretRotate',
  summary: 'Put a new secret in place. For a while each message is signed with both',
  params: one,
  body: Type.Object(
    {
      grace_seconds: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: MOST_GRACE_S,
          description: 'How long the secret before signs too; a day unless said otherwise',
        }),
      ),
    },
    closed,
  ),
  response: { 200: success(Type.Object({ webhook, secret })), ...problems('write', 'WEBHOOK_NOT_FOUND') },
};

export const testSchema = {
  tags,
  operationId: 'webhookTest',
  summary: `Send an event of the type ${TEST_EVENT}, once, to a paused webhook too`,
  params: one,
  response: { 202: success(Type.Object(delivery)), ...problems('write', 'WEBHOOK_NOT_FOUND') },
};

export const deliveryListSchema = {
  tags,
  operationId: 'webhookDeliveryList',
  summary: 'What a webhook was told or is to be told, newest first',
  params: one,
  querystring: Type.Object(
    {
      state: Type.Optional(Type.Union(DELIVERY_STATES.map((state) => Type.Literal(state)))),
      event_type: Type.Optional(Type.String({ enum: [...EVENT_TYPES, TEST_EVENT] })),
      after: Type.Optional(id('`next` of the page before')),
      limit: Type.Integer({ minimum: 1, maximum: MOST_DELIVERIES, default: 50 }),
    },
    closed,
  ),
  response: {
    200: success(
      Type.Object({
        deliveries: Type.Array(Type.Object(delivery)),
        next: orNull(Type.String(), 'Where the next page begins; null on the last one'),
      }),
    ),
    ...problems('read', 'WEBHOOK_NOT_FOUND'),
  },
};

export const deliveryReadSchema = {
  tags,
  operationId: 'webhookDeliveryRead',
  summary: 'One delivery, with what is sent',
  params: oneDelivery,
  response: {
    200: success(Type.Object({ ...delivery, payload: Type.Unsafe<unknown>({ description: 'The body that is sent' }) })),
    ...problems('read', 'WEBHOOK_DELIVERY_NOT_FOUND'),
  },
};

export const redeliverSchema = {
  tags,
  operationId: 'webhookDeliveryRedeliver',
  summary: 'Send an event again, under the same id',
  params: oneDelivery,
  response: { 202: success(Type.Object(delivery)), ...problems('write', 'WEBHOOK_DELIVERY_NOT_FOUND') },
};

export const redeliverDeadSchema = {
  tags,
  operationId: 'webhookDeliveryRedeliverDead',
  summary: 'Send all dead deliveries of a webhook again',
  params: one,
  response: {
    202: success(Type.Object({ deliveries: Type.Integer({ description: 'How many there are' }) })),
    ...problems('write', 'WEBHOOK_NOT_FOUND'),
  },
};
