import { ECDH } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { documented } from '../../wire/openapi-schema.ts';
import { success, time } from '../fields.ts';
import { LANGUAGES } from '../languages.ts';
import { problems } from '../responses.ts';

const closed = { additionalProperties: false };
const tags = ['Push'];

const BASE64URL = /^[A-Za-z0-9_-]+=?=?$/;

/** Bytes in base64url, as browsers write them. */
const bytesOf = (text: unknown): Buffer | null =>
  typeof text === 'string' && BASE64URL.test(text) ? Buffer.from(text, 'base64url') : null;

const UNCOMPRESSED = 4;
const POINT_BYTES = 65;

function isPublicKey(text: unknown): boolean {
  const bytes = bytesOf(text);
  if (bytes?.length !== POINT_BYTES || bytes[0] !== UNCOMPRESSED) return false;
  try {
    // Only a point of the curve can be converted.
    ECDH.convertKey(bytes, 'prime256v1');
    return true;
  } catch {
    return false;
  }
}

const publicKey = Type.Unsafe<string>(
  Type.Refine(
    documented({}, { type: 'string', description: "The browser's public key: base64url" }),
    isPublicKey,
    () => 'must be a public key of P-256 in base64url',
  ),
);

const SECRET_BYTES = 16;

const secret = Type.Unsafe<string>(
  Type.Refine(
    documented({}, { type: 'string', description: "The browser's secret: base64url" }),
    (text) => bytesOf(text)?.length === SECRET_BYTES,
    () => 'must be 16 bytes in base64url',
  ),
);

const language = Type.String({
  enum: [...LANGUAGES.keys()],
  description: 'Of the texts; that of the request if not given',
});
const showAmounts = Type.Boolean({
  description:
    'Whether amounts stand in the texts, which everyone who sees the screen can read; they do not, unless said otherwise',
});

const subscription = Type.Object({
  id: Type.String(),
  endpoint: Type.String({ description: "Of the browser's push service" }),
  language,
  show_amounts: Type.Boolean(),
  created_at: time,
  expires_at: Type.Union([time, Type.Null()]),
});

export const keySchema = {
  tags,
  operationId: 'pushKeyRead',
  summary: 'The key that browsers subscribe with: `applicationServerKey` of `pushManager.subscribe`',
  response: {
    200: success(Type.Object({ public_key: Type.String({ description: 'base64url' }) })),
    ...problems('read'),
  },
};

/** Times behind it have years of five digits, which RFC 3339 does not know. */
const END_OF_9999_MS = 253_402_300_799_999;

/** What `JSON.stringify` makes of a browser's PushSubscription, and what its customer wants. */
const subscribeBody = Type.Object(
  {
    endpoint: Type.String({ minLength: 1, maxLength: 2048 }),
    expirationTime: Type.Optional(
      Type.Union([Type.Integer({ minimum: 0, maximum: END_OF_9999_MS }), Type.Null()], {
        description: 'Milliseconds since 1970',
      }),
    ),
    keys: Type.Object({ p256dh: publicKey, auth: secret }, closed),
    language: Type.Optional(language),
    show_amounts: Type.Optional(showAmounts),
  },
  closed,
);

export type SubscribeBody = Static<typeof subscribeBody>;

export const subscribeSchema = {
  tags,
  operationId: 'pushSubscribe',
  summary: 'Tell a customer in this browser what becomes of their money; again to renew it or to choose otherwise',
  description:
    'A browser has one customer: what was subscribed for another one before ends. The messages are described in docs/operating/push.md.',
  body: subscribeBody,
  response: {
    200: success(subscription),
    201: success(subscription),
    ...problems('write', 'ADDRESS_REFUSED', 'PUSH_SUBSCRIPTION_LIMIT'),
  },
};

export const listSchema = {
  tags,
  operationId: 'pushSubscriptionList',
  summary: 'The browsers in which a customer is told, the newest first',
  response: { 200: success(Type.Object({ subscriptions: Type.Array(subscription) })), ...problems('read') },
};

export const unsubscribeSchema = {
  tags,
  operationId: 'pushUnsubscribe',
  summary: 'Tell the customer nothing more in a browser, from the next message on',
  params: Type.Object({ id: Type.String({ format: 'uuid' }) }, closed),
  response: { 200: success(Type.Object({ id: Type.String() })), ...problems('write', 'PUSH_SUBSCRIPTION_NOT_FOUND') },
};
