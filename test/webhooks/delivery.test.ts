import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CONSUMER } from '../../src/faces/webhooks/outbox.ts';
import { walletTransfer } from '../../src/wallet/transfer.ts';
import { spend, submission, topup } from '../support/engine.ts';
import type { Answer, TestServer } from '../support/http.ts';
import { until } from '../support/until.ts';
import {
  type Deliverer,
  type DelivererOptions,
  openDeliverer,
  openWebhookServer,
  Receiver,
} from '../support/webhooks.ts';

const MAIN = 1n;

let server: TestServer;
let receiver: Receiver;
let open: Deliverer[];

beforeAll(async () => {
  server = await openWebhookServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  receiver = await Receiver.open();
  open = [];
});
afterEach(async () => {
  for (const instance of open) await instance.close();
  // What a test leaves behind is none of the next one's business.
  await server.database.owner.query(
    'delete from webhooks; delete from webhook_deliveries; delete from graphile_worker._private_jobs',
  );
  await receiver.close();
});

async function start(options: DelivererOptions = {}): Promise<Deliverer> {
  const instance = await openDeliverer(server.database.appUrl, options);
  open.push(instance);
  return instance;
}

async function stop(instance: Deliverer): Promise<void> {
  open = open.filter((one) => one !== instance);
  await instance.close();
}

interface Hook {
  readonly id: string;
  readonly secret: string;
  call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path?: string, body?: object): Promise<Answer>;
  deliveries(query?: string): Promise<{ state: string; [key: string]: unknown }[]>;
}

async function hook(body: object = {}): Promise<Hook> {
  const created = await server.call('POST', '/api/v1/webhooks', { as: 'staff', body: { url: receiver.url, ...body } });
  expect(created.status).toBe(201);
  const { webhook, secret } = created.json.data;
  const call: Hook['call'] = (method, path = '', content) =>
    server.call(method, `/api/v1/webhooks/${webhook.webhook_id}${path}`, {
      as: 'staff',
      ...(content && { body: content }),
    });
  const deliveries = async (query = '') => (await call('GET', `/deliveries?limit=200${query}`)).json.data.deliveries;
  return { id: webhook.webhook_id, secret, call, deliveries };
}

const types = () => receiver.received.map(({ body }) => JSON.parse(body).type);

describe('an event', () => {
  test('arrives after its commit, signed, with its place and amounts in major units', async () => {
    const { secret, deliveries } = await hook();
    const { engine } = await start();
    const outcome = await engine.submit(topup(MAIN, 'asha', 1_050n));
    await until(() => receiver.received.length === 2);

    const [message] = receiver.received.filter(({ body }) => body.includes('funds_added'));
    const payload = new Webhook(secret).verify(message?.body ?? '', message?.headers as Record<string, string>);
    const { id, height, index } = outcome.ok ? outcome.record : { id: '', height: 0n, index: 0 };
    expect(payload).toMatchObject({
      type: 'wallet.funds_added',
      id: `${id}-0`,
      customer: 'asha',
      place: `${height}.${index}.0`,
      data: { customerId: 'asha', amount: 10.5, currency: 'USD', balanceBefore: 0, balanceAfter: 10.5 },
    });
    expect(message?.headers).toMatchObject({ 'webhook-id': `${id}-0`, 'content-type': 'application/json' });
    await until(async () => (await deliveries()).every(({ state }) => state === 'delivered'));
    const [told] = await deliveries('&event_type=wallet.funds_added');
    expect(told).toMatchObject({ state: 'delivered', attempts: 1, last_status: 204, next_attempt_at: null });
  });

  test('is told to those who listen to its type, and to nobody for what was before they came', async () => {
    const { engine } = await start();
    await engine.submit(topup(MAIN, 'before', 100n));
    await hook({ event_types: ['wallet.payment_processed'] });
    await engine.submit(topup(MAIN, 'filter', 100n));
    await engine.submit(spend(MAIN, 'filter', 40n));
    await until(() => receiver.received.length === 1);
    const all = await hook();
    await engine.submit(spend(MAIN, 'filter', 10n));
    await until(() => receiver.received.length === 4);
    expect(types().toSorted()).toEqual([
      'wallet.balance_changed',
      ...['wallet.payment_processed', 'wallet.payment_processed', 'wallet.payment_processed'],
    ]);
    expect(await all.deliveries()).toHaveLength(2);
  });

  test('is not told of what was refused', async () => {
    const { deliveries } = await hook();
    const { engine } = await start();
    const refused = await engine.submit(spend(MAIN, 'nobody', 100n));
    const tooMuch = submission(MAIN, walletTransfer, {
      sender: 'asha',
      recipient: 'ben',
      asset: 'USD',
      amount: 10n ** 9n,
      data: {},
    });
    const also = await engine.submit(tooMuch);
    expect([refused.ok, also.ok]).toEqual([false, false]);
    await engine.submit(topup(MAIN, 'asha', 1n));
    await until(() => receiver.received.length === 2);
    expect(await deliveries()).toHaveLength(2);
  });

  test('that is not taken is sent again under the same id, until it is', async () => {
    const { deliveries } = await hook({ event_types: ['wallet.funds_added'] });
    const answers = [500, 404, 302, 429];
    receiver.react = () => answers.shift() ?? 200;
    const { engine } = await start();
    await engine.submit(topup(MAIN, 'again', 100n));
    await until(async () => (await deliveries())[0]?.state === 'delivered');
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    expect(receiver.received).toHaveLength(5);
    expect((await deliveries())[0]).toMatchObject({ attempts: 5, last_status: 200 });
  });

  test('that is never taken is dead after the last attempt, and comes back when it is asked for', async () => {
    const { call, deliveries } = await hook({ event_types: ['wallet.funds_added'] });
    receiver.react = () => (response) => response.writeHead(500).end('out of order');
    const { engine } = await start({ env: { WEBHOOK_RETRIES: '0,0' } });
    await engine.submit(topup(MAIN, 'dead', 100n));
    await engine.submit(topup(MAIN, 'dead', 200n));
    await until(async () => (await deliveries('&state=dead')).length === 2);
    expect(receiver.received).toHaveLength(6);
    const [dead] = await deliveries();
    expect(dead).toMatchObject({
      attempts: 3,
      last_status: 500,
      response_excerpt: 'out of order',
      next_attempt_at: null,
    });

    receiver.react = () => 200;
    expect((await call('POST', `/deliveries/${dead?.delivery_id}/redeliver`)).json.data).toMatchObject({
      state: 'pending',
    });
    await until(async () => (await deliveries('&state=delivered')).length === 1);
    expect((await call('POST', '/deliveries/redeliver')).json.data).toEqual({ deliveries: 1 });
    await until(async () => (await deliveries('&state=delivered')).length === 2);
    expect(receiver.received).toHaveLength(8);
    const read = await call('GET', `/deliveries/${dead?.delivery_id}`);
    expect(read.json.data.payload).toEqual(JSON.parse(receiver.of(String(dead?.event_id))[0]?.body ?? ''));
  });

  test('that was delivered can be sent once more', async () => {
    const { call, deliveries } = await hook({ event_types: ['wallet.funds_added'] });
    const { engine } = await start();
    await engine.submit(topup(MAIN, 'more', 100n));
    await until(async () => (await deliveries('&state=delivered')).length === 1);
    const [{ delivery_id }] = (await deliveries()) as [{ delivery_id: string; state: string }];
    await call('POST', `/deliveries/${delivery_id}/redeliver`);
    await until(() => receiver.received.length === 2);
    await until(async () => (await deliveries('&state=delivered')).length === 1);
    expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
  });

  test('whose answer repeats a card number leaves none with us', async () => {
    const { deliveries } = await hook({ event_types: ['wallet.funds_added'] });
    receiver.react = () => (response) => response.end('card 4111 1111 1111 1111');
    const { engine } = await start();
    await engine.submit(topup(MAIN, 'card', 100n));
    await until(async () => (await deliveries('&state=delivered')).length === 1);
    expect((await deliveries())[0]?.response_excerpt).toBe('[a card number was taken out]');
  });
});

describe('a receiver', () => {
  const received = async () => {
    const { engine } = await start();
    await engine.submit(topup(MAIN, 'signed', 100n));
    await until(() => receiver.received.length > 0);
    const { body, headers } = receiver.received[0] as (typeof receiver.received)[number];
    return { body, headers: headers as Record<string, string> };
  };

  test('rejects what was tampered with, what is older than five minutes, and what it has seen', async () => {
    const { secret } = await hook({ event_types: ['wallet.funds_added'] });
    const { body, headers } = await received();
    const seen = new Set<string>();
    const take = (text: string, head: Record<string, string>) => {
      new Webhook(secret).verify(text, head);
      if (seen.has(String(head['webhook-id']))) throw new Error('replayed');
      seen.add(String(head['webhook-id']));
    };
    expect(() => take(body.replace('"amount":1', '"amount":9'), headers)).toThrow('No matching signature');
    expect(() => take(body, { ...headers, 'webhook-id': 'another' })).toThrow('No matching signature');
    const stale = (Math.floor(Date.now() / 1000) - 301).toString();
    expect(() => take(body, { ...headers, 'webhook-timestamp': stale })).toThrow('too old');
    const fresh = (Number(headers['webhook-timestamp']) + 1).toString();
    expect(() => take(body, { ...headers, 'webhook-timestamp': fresh })).toThrow('No matching signature');
    expect(() => new Webhook(`whsec_${Buffer.alloc(32).toString('base64')}`).verify(body, headers)).toThrow();
    expect(() => take(body, headers)).not.toThrow();
    expect(() => take(body, headers)).toThrow('replayed');
  });

  test('accepts the old secret and the new one during a rotation, and only the new one afterwards', async () => {
    const { call, secret: old } = await hook({ event_types: ['wallet.funds_added'] });
    const rotated = await call('POST', '/rotate-secret', { grace_seconds: 3_600 });
    const { secret: young, webhook } = rotated.json.data;
    expect(young).toMatch(/^whsec_/);
    expect(young).not.toBe(old);
    expect(new Date(webhook.previous_secret_until).getTime()).toBeGreaterThan(Date.now() + 3_000_000);
    const { body, headers } = await received();
    for (const secret of [old, young]) expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();

    const { secret: third } = (await call('POST', '/rotate-secret', { grace_seconds: 0 })).json.data;
    const [{ delivery_id }] = (await call('GET', '/deliveries')).json.data.deliveries;
    receiver.received.splice(0);
    await call('POST', `/deliveries/${delivery_id}/redeliver`);
    await until(() => receiver.received.length === 1);
    const again = receiver.received[0] as (typeof receiver.received)[number];
    const head = again.headers as Record<string, string>;
    expect(() => new Webhook(third).verify(again.body, head)).not.toThrow();
    for (const secret of [old, young]) expect(() => new Webhook(secret).verify(again.body, head)).toThrow();
  });

  test('gets a test when it is asked for, once, even while it is paused', async () => {
    const { call, deliveries, secret } = await hook();
    await call('PATCH', '', { status: 'paused' });
    receiver.react = () => 500;
    await start();
    expect((await call('POST', '/test')).status).toBe(202);
    await until(async () => (await deliveries('&state=dead')).length === 1);
    expect(types()).toEqual(['webhook.test']);
    const [{ body, headers }] = receiver.received as [(typeof receiver.received)[number]];
    expect(() => new Webhook(secret).verify(body, headers as Record<string, string>)).not.toThrow();
    expect((await call('GET')).json.data.failing_since).toBeNull();
  });

  test('that is paused gets nothing, and everything it missed when it goes on', async () => {
    const { call, deliveries } = await hook({ event_types: ['wallet.funds_added'] });
    const { engine } = await start();
    await call('PATCH', '', { status: 'paused' });
    for (let i = 0; i < 3; i += 1) await engine.submit(topup(MAIN, 'paused', 100n));
    await until(async () => (await deliveries('&state=pending')).length === 3);
    expect((await deliveries()).every(({ next_attempt_at }) => next_attempt_at === null)).toBe(true);
    expect(receiver.received).toEqual([]);
    await call('PATCH', '', { status: 'active' });
    await until(async () => (await deliveries('&state=delivered')).length === 3);
    expect(receiver.received).toHaveLength(3);
  });

  test('that only fails is disabled in the end, tells since when, and goes on when it is active again', async () => {
    const { id, call, deliveries } = await hook({ event_types: ['wallet.funds_added'] });
    receiver.react = () => 503;
    const instance = await start({ env: { WEBHOOK_RETRIES: '0' } });
    await instance.engine.submit(topup(MAIN, 'hopeless', 100n));
    await until(async () => (await deliveries('&state=dead')).length === 1);
    expect((await call('GET')).json.data).toMatchObject({ status: 'active', failing_since: expect.any(String) });
    await server.database.owner.query("update webhooks set failing_since = now() - interval '6 days' where id = $1", [
      id,
    ]);
    await instance.engine.submit(topup(MAIN, 'hopeless', 100n));
    await until(async () => (await call('GET')).json.data.status === 'disabled');
    expect(await instance.metric('pochi_webhooks_disabled_total')).toBe(1);
    await instance.engine.submit(topup(MAIN, 'hopeless', 100n));
    await until(async () => (await deliveries()).length === 3);

    receiver.react = () => 200;
    const active = await call('PATCH', '', { status: 'active' });
    expect(active.json.data).toMatchObject({ status: 'active', failing_since: null });
    await call('POST', '/deliveries/redeliver');
    await until(async () => (await deliveries('&state=delivered')).length === 3);
  });

  test('that says it is gone is disabled at once', async () => {
    const { call, deliveries } = await hook({ event_types: ['wallet.funds_added'] });
    receiver.react = () => 410;
    const { engine } = await start();
    await engine.submit(topup(MAIN, 'gone', 100n));
    await until(async () => (await call('GET')).json.data.status === 'disabled');
    expect(await deliveries('&state=dead')).toHaveLength(1);
    expect(receiver.received).toHaveLength(1);
  });

  test('that never answers keeps no other one waiting', async () => {
    const slow = await Receiver.open();
    slow.react = () => () => {};
    const { deliveries: ofSlow } = await hook({ url: slow.url, event_types: ['wallet.funds_added'] });
    const { deliveries } = await hook({ event_types: ['wallet.funds_added'] });
    const { engine } = await start({
      timeoutMs: 300,
      env: { WEBHOOK_CONCURRENCY: '4', WEBHOOK_RETRIES: '0,0,0' },
      settings: { restAfter: 3, firstRestMs: 60_000, longestRestMs: 60_000 },
    });
    await Promise.all(Array.from({ length: 40 }, () => engine.submit(topup(MAIN, 'slow', 1n))));
    await until(async () => (await deliveries('&state=delivered')).length === 40);
    await until(async () => (await ofSlow('&state=dead')).length === 40);
    const resting = await ofSlow();
    expect(resting.some(({ last_error }) => last_error === 'TIMEOUT')).toBe(true);
    await slow.close();
  });

  test('whose secret was encrypted under another key gets nothing unsigned, and a rotation mends it', async () => {
    const { call, deliveries } = await hook({ event_types: ['wallet.funds_added'] });
    const key = 'another key than the one that the server has';
    const { engine } = await start({ env: { WEBHOOK_RETRIES: '0', SECRETS_KEY: key } });
    await engine.submit(topup(MAIN, 'key', 100n));
    await until(async () => (await deliveries('&state=dead')).length === 1);
    expect((await deliveries())[0]).toMatchObject({ last_error: 'SECRET_UNREADABLE', last_status: null });
    expect(receiver.received).toEqual([]);
    expect((await call('POST', '/rotate-secret', {})).status).toBe(200);
  });

  test('that leads into the private network after it was saved is not called', async () => {
    const { id, deliveries } = await hook({ event_types: ['wallet.funds_added'] });
    await server.database.owner.query("update webhooks set url = 'https://169.254.169.254/latest' where id = $1", [id]);
    const { engine } = await start({ env: { WEBHOOK_RETRIES: '0' } });
    await engine.submit(topup(MAIN, 'inside', 100n));
    await until(async () => (await deliveries('&state=dead')).length === 1);
    expect((await deliveries())[0]).toMatchObject({ last_error: 'ADDRESS', last_status: null });
  });

  test('that is removed gets nothing more, and nothing is kept of it', async () => {
    const { id, call, deliveries } = await hook({ event_types: ['wallet.funds_added'] });
    receiver.react = () => 500;
    const { engine } = await start({ env: { WEBHOOK_RETRIES: '3600' } });
    await engine.submit(topup(MAIN, 'removed', 100n));
    await until(async () => (await deliveries())[0]?.attempts === 1);
    expect((await call('DELETE')).status).toBe(200);
    expect((await call('GET')).status).toBe(404);
    await until(async () => {
      const { rows } = await server.database.owner.query('select from webhook_deliveries where webhook_id = $1', [id]);
      return rows.length === 0;
    });
  });
});

test('an event is taken out of the books once, however many instances there are and whenever they stop', async () => {
  const { deliveries } = await hook({ event_types: ['wallet.funds_added'] });
  const first = await start();
  const [second, third] = [await start(), await start()];
  for (let i = 0; i < 10; i += 1) await first.engine.submit(topup(MAIN, 'shared', 1n));
  await stop(first);
  for (let i = 0; i < 10; i += 1) await second.engine.submit(topup(MAIN, 'shared', 1n));
  await stop(second);
  await stop(third);
  const { rows } = await server.database.owner.query('select count(*)::int as lanes from feeds where consumer = $1', [
    CONSUMER,
  ]);
  expect(rows[0].lanes).toBeGreaterThan(0);
  await start();
  await until(async () => (await deliveries('&state=delivered')).length === 20);
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(20);
});
