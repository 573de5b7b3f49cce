import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eraseCustomer } from '../../src/faces/erase-customer.ts';
import { freshKey, VapidKey, VapidKeys } from '../../src/faces/push/vapid.ts';
import {
  MOST_SUBSCRIPTIONS,
  pushSubscriptionsOf,
  removePushSubscription,
} from '../../src/queries/push-subscriptions.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { CALLER, createLedger, spend, topup } from '../support/engine.ts';
import { until } from '../support/until.ts';
import { openPush, type PushInstance, type PushInstanceOptions, subscribe } from './instance.ts';
import { type Browser, PushService } from './service.ts';

let database: TestDatabase;
let service: PushService;
let ledger: bigint;
let push: PushInstance;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  ledger = await createLedger(database.owner);
  service = await PushService.open();
  service.applicationKey = (
    await new VapidKeys(database.app, { privateKey: null, contact: null }).of(ledger)
  ).publicKey;
  push = await openPush(database);
});
afterEach(async () => {
  await push.close();
  await service.close();
  expect(service.complaints).toEqual([]);
});

const shown = (browser: Browser) => browser.shown.map(({ message }) => message);
const jobs = async () =>
  (await database.owner.query<{ n: number }>('select count(*)::integer as n from graphile_worker.jobs')).rows[0]?.n;

test('a customer is told of their money, without the amount, in their language', async () => {
  const [english, swahili] = [service.browser(), service.browser()];
  await subscribe(database, ledger, 'asha', english);
  await subscribe(database, ledger, 'asha', swahili, { language: 'sw', showAmounts: true });
  const outcome = await push.engine.submit(topup(ledger, 'asha', 1_234_567n));
  if (!outcome.ok) throw new Error('refused');
  await until(() => english.shown.length === 1 && swahili.shown.length === 1);
  const { id, recordedAt } = outcome.record;
  expect(shown(english)).toEqual([
    {
      id: `${id}-0`,
      title: 'Money added',
      body: 'Money was added to your wallet.',
      tag: `${id}-0`,
      url: `/me?transaction=${id}`,
      at: recordedAt.toISOString(),
    },
  ]);
  expect(shown(swahili)).toMatchObject([
    { title: 'Pesa zimeongezwa', body: 'USD 12,345.67 imeongezwa kwenye pochi yako.' },
  ]);
});

test('all messages have one length, which every push service takes', async () => {
  const [short, long] = [service.browser(), service.browser()];
  await subscribe(database, ledger, 'asha', short);
  await subscribe(database, ledger, 'asha', long, { language: 'sw', showAmounts: true });
  await push.engine.submit(topup(ledger, 'asha', 1_000_000_000n));
  await until(() => short.shown.length === 1 && long.shown.length === 1);
  expect(short.shown[0]?.size).toBe(long.shown[0]?.size);
  expect(short.shown[0]?.size).toBeLessThan(3_070);
});

test('nobody is told of another one, and a browser has one customer', async () => {
  const [phone, other] = [service.browser(), service.browser()];
  await subscribe(database, ledger, 'asha', phone);
  await subscribe(database, ledger, 'ben', other);
  await push.engine.submit(topup(ledger, 'asha', 100n));
  await push.engine.submit(topup(ledger, 'nobody', 100n));
  await until(() => phone.shown.length === 1);
  // The phone is lent to ben, who signs in on it.
  await subscribe(database, ledger, 'ben', phone);
  await push.engine.submit(topup(ledger, 'asha', 100n));
  await push.engine.submit(spend(ledger, 'ben-2', 1n));
  await push.engine.submit(topup(ledger, 'ben', 100n));
  await until(() => phone.shown.length === 2 && other.shown.length === 1);
  await until(async () => (await jobs()) === 0);
  expect(shown(phone)).toHaveLength(2);
  expect(await pushSubscriptionsOf(database.app, ledger, 'asha')).toEqual([]);
});

test('a subscription that its push service knows no more is dropped', async () => {
  const [gone, missing, expired] = [service.browser(), service.browser(), service.browser()];
  await subscribe(database, ledger, 'asha', gone);
  await subscribe(database, ledger, 'asha', missing);
  await subscribe(database, ledger, 'asha', expired, { expiresAt: new Date(Date.now() - 1000) });
  service.fault = (browser) => ({ status: browser === gone ? 410 : 404 });
  await push.engine.submit(topup(ledger, 'asha', 100n));
  await until(async () => (await pushSubscriptionsOf(database.app, ledger, 'asha')).length === 0);
  expect([gone.asked, missing.asked, expired.asked]).toEqual([1, 1, 0]);
});

test('who has unsubscribed hears nothing more, not even what was under way', async () => {
  const browser = service.browser();
  const id = await subscribe(database, ledger, 'asha', browser);
  service.fault = () => ({ status: 503 });
  await push.engine.submit(topup(ledger, 'asha', 100n));
  await until(() => browser.asked > 0);
  await removePushSubscription(database.app, ledger, id, 'asha');
  service.fault = () => null;
  await push.engine.submit(topup(ledger, 'asha', 100n));
  await until(async () => (await jobs()) === 0);
  expect(browser.shown).toEqual([]);
});

test('who is erased has no subscriptions left', async () => {
  await subscribe(database, ledger, 'asha', service.browser());
  await subscribe(database, ledger, 'ben', service.browser());
  await push.engine.submit(topup(ledger, 'asha', 100n));
  const asked = { ledgerId: ledger, caller: CALLER, key: null, customer: 'asha', reason: 'asked for it' };
  await eraseCustomer({ engine: push.engine, database: database.app }, asked);
  expect(await pushSubscriptionsOf(database.app, ledger, 'asha')).toEqual([]);
  expect(await pushSubscriptionsOf(database.app, ledger, 'ben')).toHaveLength(1);
});

test('a busy push service is left alone for as long as it asks', async () => {
  const browser = service.browser();
  await subscribe(database, ledger, 'asha', browser);
  let refused = 0;
  service.fault = () => {
    refused = Date.now();
    service.fault = () => null;
    return { status: 429, headers: { 'retry-after': '2' } };
  };
  await push.engine.submit(topup(ledger, 'asha', 100n));
  await until(() => browser.shown.length === 1);
  expect((browser.shown[0]?.at ?? 0) - refused).toBeGreaterThanOrEqual(1_900);
  expect(browser.asked).toBe(2);
});

test('a message that is refused for good is not sent again, and the subscription stays', async () => {
  const browser = service.browser();
  await subscribe(database, ledger, 'asha', browser);
  service.fault = () => ({ status: 403 });
  await push.engine.submit(topup(ledger, 'asha', 100n));
  await until(async () => (await push.outcome('refused')) === 1);
  expect(browser.asked).toBe(1);
  expect(await pushSubscriptionsOf(database.app, ledger, 'asha')).toHaveLength(1);
});

/** Another instance in the place of this one. */
async function restart(options: PushInstanceOptions): Promise<void> {
  await push.close();
  push = await openPush(database, options);
}

test('an address inside our own network is not called, even where it was saved', async () => {
  await restart({ outbound: { allow: [] } });
  const browser = service.browser();
  await subscribe(database, ledger, 'asha', browser);
  await subscribe(database, ledger, 'asha', browser, { endpoint: browser.endpoint.replace('http:', 'https:') });
  await subscribe(database, ledger, 'asha', browser, { endpoint: 'https://169.254.169.254/latest/meta-data/' });
  await push.engine.submit(topup(ledger, 'asha', 100n));
  await until(async () => (await push.outcome('forbidden')) === 3);
  expect(browser.asked).toBe(0);
});

test('a name that leads elsewhere by now is not followed there', async () => {
  await restart({ outbound: { allow: [], resolve: async () => ['127.0.0.1'] } });
  const browser = service.browser();
  await subscribe(database, ledger, 'asha', browser, { endpoint: 'https://push.example.com:8443/one' });
  await push.engine.submit(topup(ledger, 'asha', 100n));
  await until(async () => (await push.outcome('forbidden')) === 1);
});

test('an endpoint that never answers keeps only its own customer waiting', async () => {
  await restart({ outbound: { timeoutMs: 60_000 } });
  const quick = service.browser();
  for (let i = 0; i < MOST_SUBSCRIPTIONS; i += 1)
    await subscribe(database, ledger, 'mallory', quick, { endpoint: `${service.address}/silent/${i}` });
  await subscribe(database, ledger, 'asha', quick);
  await push.engine.submit(topup(ledger, 'mallory', 100n));
  await until(() => service.silent > 0);
  await push.engine.submit(topup(ledger, 'asha', 100n));
  await until(() => quick.shown.length === 1);
  expect(service.silent).toBe(4);
  service.hangUp();
});

test('no haste brings a customer more subscriptions than there may be', async () => {
  const asked = Array.from({ length: 40 }, () =>
    subscribe(database, ledger, 'asha', service.browser()).catch(() => null),
  );
  const ids = await Promise.all(asked);
  expect(ids.filter((id) => id !== null)).toHaveLength(MOST_SUBSCRIPTIONS);
  expect(await pushSubscriptionsOf(database.app, ledger, 'asha')).toHaveLength(MOST_SUBSCRIPTIONS);
});

test('instances that begin at once have one key', async () => {
  const fresh = await createLedger(database.owner);
  const instances = Array.from({ length: 8 }, () => new VapidKeys(database.app, { privateKey: null, contact: null }));
  const keys = await Promise.all(instances.map((keys) => keys.of(fresh)));
  expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
  expect(keys[0]?.publicKey).not.toBe(service.applicationKey);
});

test('a key of the settings is the key of all ledgers', async () => {
  const privateKey = freshKey();
  const keys = new VapidKeys(database.app, { privateKey, contact: null });
  expect((await keys.of(ledger)).publicKey).toBe((await keys.of(1n)).publicKey);
  expect((await keys.of(ledger)).publicKey).toBe(new VapidKey(privateKey, null).publicKey);
});
