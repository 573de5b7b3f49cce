/** Customers choose the browsers in which they are told what becomes of their money. Staff have no money of their own here. */
import type { FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { openLanes } from '../../../queries/feed-cursors.ts';
import {
  type NewPushSubscription,
  type PushSubscription,
  pushSubscriptionsOf,
  putPushSubscription,
  removePushSubscription,
} from '../../../queries/push-subscriptions.ts';
import { ONE_LANE } from '../../feed/follower.ts';
import { CONSUMER } from '../../push/jobs.ts';
import { VapidKeys, type VapidSettings } from '../../push/vapid.ts';
import { everyone, type RoleAccess } from '../access.ts';
import type { App, Services } from '../app.ts';
import { assertCallable } from '../callable.ts';
import { languageOf } from '../languages.ts';
import { principalOf } from '../principal.ts';
import { Problem } from '../problem.ts';
import { keySchema, listSchema, type SubscribeBody, subscribeSchema, unsubscribeSchema } from './schema.ts';

/** What is here is the caller's own: nobody else can be named. */
const customers: RoleAccess = { roles: ['customer'], own: 'everything' };

/** Each subscription has its host looked up, on our account. */
const SUBSCRIPTIONS_A_MINUTE = 30;
const MINUTE_MS = 60_000;

const present = ({ id, endpoint, language, showAmounts, createdAt, expiresAt }: PushSubscription) => ({
  id,
  endpoint,
  language,
  show_amounts: showAmounts,
  created_at: createdAt.toISOString(),
  expires_at: expiresAt?.toISOString() ?? null,
});

/** The subscription that a request asks for, as yet without an id in use. */
const given = (request: FastifyRequest<{ Body: SubscribeBody }>): NewPushSubscription => {
  const { endpoint, expirationTime, keys, language = languageOf(request), show_amounts = false } = request.body;
  return {
    id: uuidv7(),
    customer: principalOf(request).subject,
    endpoint,
    p256dh: Buffer.from(keys.p256dh, 'base64url'),
    auth: Buffer.from(keys.auth, 'base64url'),
    language,
    showAmounts: show_amounts,
    expiresAt: typeof expirationTime === 'number' ? new Date(expirationTime) : null,
  };
};

export function pushRoutes(app: App, { database, outbound }: Services, settings: VapidSettings): void {
  const keys = new VapidKeys(database, settings);
  const inAMinute = app.createRateLimit({
    max: SUBSCRIPTIONS_A_MINUTE,
    timeWindow: MINUTE_MS,
    keyGenerator: ({ principal }: FastifyRequest) => `push ${principal?.ledgerId} ${principal?.subject}`,
  });
  const limit = async (request: FastifyRequest) => {
    const state = await inAMinute(request);
    if (state.isAllowed || !state.isExceeded) return;
    throw new Problem('RATE_LIMITED', { headers: { 'retry-after': String(state.ttlInSeconds) } });
  };

  app.get('/push/key', { schema: keySchema, config: { access: everyone('everything') } }, async (request) => {
    const { publicKey } = await keys.of(principalOf(request).ledgerId);
    return { success: true as const, data: { public_key: publicKey } };
  });

  app.post(
    '/push/subscriptions',
    { schema: subscribeSchema, config: { access: customers } },
    async (request, reply) => {
      await limit(request);
      await assertCallable(outbound, 'endpoint', request.body.endpoint);
      // In a ledger that is new, what is committed is followed from now on at the latest.
      await openLanes(database, CONSUMER, ONE_LANE);
      const put = await putPushSubscription(database, principalOf(request).ledgerId, given(request));
      if (!put) throw new Problem('PUSH_SUBSCRIPTION_LIMIT');
      reply.code(put.added ? 201 : 200);
      return { success: true as const, data: present(put.subscription) };
    },
  );

  app.get('/push/subscriptions', { schema: listSchema, config: { access: customers } }, async (request) => {
    const { ledgerId, subject } = principalOf(request);
    const subscriptions = await pushSubscriptionsOf(database, ledgerId, subject);
    return { success: true as const, data: { subscriptions: subscriptions.map(present) } };
  });

  app.delete(
    '/push/subscriptions/:id',
    { schema: unsubscribeSchema, config: { access: customers } },
    async (request) => {
      const { ledgerId, subject } = principalOf(request);
      const { id } = request.params;
      if (!(await removePushSubscription(database, ledgerId, id, subject)))
        throw new Problem('PUSH_SUBSCRIPTION_NOT_FOUND');
      return { success: true as const, data: { id } };
    },
  );
}
