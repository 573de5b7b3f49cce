import { createECDH, randomBytes } from 'node:crypto';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOutbound } from '../../src/faces/outbound/outbound.ts';
import type { PushMessage } from '../../src/faces/push/contract.ts';
import { chromiumProgram } from './chromium.ts';
import { type ConsoleUnderTest, openConsole, PHONE, signIn } from './console.ts';

/** As long as a busy machine may need. */
const PATIENCE = { timeout: 15_000 };
const SUBSCRIPTIONS = '/api/v1/push/subscriptions';

/** What a browser's own push service would give: there is none to ask here. */
const standIn = (endpoint: string) => ({
  endpoint,
  expirationTime: null,
  keys: {
    p256dh: createECDH('prime256v1').generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
  },
});

/** Subscribing asks nobody, and counts; what is subscribed outlives a reload, as in a browser. */
function standInForPushService(json: ReturnType<typeof standIn>): void {
  const asked = { permission: 0 };
  Object.assign(globalThis, { asked });
  const make = (options: PushSubscriptionOptionsInit | undefined) => ({
    endpoint: json.endpoint,
    options,
    toJSON: () => json,
    unsubscribe: async () => {
      localStorage.removeItem('subscribed');
      return true;
    },
  });
  PushManager.prototype.subscribe = async (options) => {
    localStorage.setItem('subscribed', '1');
    return make(options) as unknown as PushSubscription;
  };
  PushManager.prototype.getSubscription = async () =>
    localStorage.getItem('subscribed') === null ? null : (make({}) as unknown as PushSubscription);
  const real = Notification.requestPermission.bind(Notification);
  Notification.requestPermission = () => {
    asked.permission += 1;
    return real();
  };
}

const WANTED = { whole: true };

const timesAsked = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { asked: { permission: number } }).asked.permission);

describe.skipIf(chromiumProgram(WANTED) === null)('messages in Chromium', () => {
  let console: ConsoleUnderTest;
  const outbound = createOutbound({ allow: [], timeoutMs: 1_000, resolve: async () => ['93.184.215.14'] });
  beforeAll(async () => {
    console = await openConsole({ outbound }, WANTED);
  });
  afterAll(async () => {
    await console?.close();
    await outbound.close();
  });

  const topup = (user_id: string) =>
    console.server.call('POST', '/api/v1/wallets/topup', {
      as: 'staff',
      body: { user_id, asset_code: 'USD', amount: 700, reference_id: `push-${user_id}` },
    });
  const subscriptions = async (subject: string) =>
    (await console.server.call('GET', SUBSCRIPTIONS, { as: { role: 'customer', subject } })).json.data.subscriptions;

  async function open(customer: string, options = {}): Promise<Page> {
    await topup(customer);
    const page = await console.openPage({ viewport: PHONE, permissions: ['notifications'], ...options });
    await page.addInitScript(standInForPushService, standIn(`https://push.example.com/${customer}`));
    await signIn(page, 'customer', customer);
    await page.getByRole('heading', { name: 'History' }).waitFor();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    return page;
  }

  test('are offered after a first action, never on the first sight of the page', async () => {
    const page = await open('asha');
    const offer = page.getByRole('heading', { name: 'Be told when your money moves' });
    await page.reload();
    await page.getByRole('heading', { name: 'Messages' }).waitFor();
    expect([await offer.count(), await timesAsked(page)]).toEqual([0, 0]);
    await page.getByRole('link', { name: /Money added/ }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    await offer.waitFor();
    expect(await timesAsked(page)).toBe(0);
    await page.getByRole('button', { name: 'Turn on' }).click();
    await offer.waitFor({ state: 'detached' });
    expect(await timesAsked(page)).toBe(1);
    expect(await subscriptions('asha')).toMatchObject([{ language: 'en', show_amounts: false }]);
  });

  test('tell amounts only when that is switched on, and speak the language of the page', async () => {
    const page = await open('ben');
    const on = page.getByRole('switch', { name: 'Messages on this device' });
    await on.click();
    const amounts = page.getByRole('switch', { name: 'Show amounts' });
    await amounts.waitFor();
    expect(await amounts.getAttribute('aria-checked')).toBe('false');
    await amounts.click();
    await expect.poll(() => subscriptions('ben'), PATIENCE).toMatchObject([{ language: 'en', show_amounts: true }]);
    await page.getByRole('button', { name: 'Language and appearance' }).click();
    await page.getByRole('menuitemradio', { name: 'Kiswahili' }).click();
    await expect.poll(() => subscriptions('ben'), PATIENCE).toMatchObject([{ language: 'sw', show_amounts: true }]);
    await page.getByRole('switch', { name: 'Ujumbe kwenye kifaa hiki' }).click();
    await expect.poll(() => subscriptions('ben'), PATIENCE).toEqual([]);
  });

  test('whose offer was declined are offered no more; the switch remains', async () => {
    const page = await open('cleo');
    await page.getByRole('link', { name: /Money added/ }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.reload();
    await page.getByRole('switch', { name: 'Messages on this device' }).waitFor();
    expect(await page.getByRole('button', { name: 'Turn on' }).count()).toBe(0);
  });

  test('that the browser forbids say so, and where to allow them', async () => {
    const page = await open('dora', { permissions: [] });
    await page.evaluate(() => Object.defineProperty(Notification, 'permission', { get: () => 'denied' }));
    await page.getByRole('link', { name: 'My code' }).click();
    await page.getByRole('link', { name: 'My wallet' }).click();
    await page.getByText('Messages are blocked in the settings of this browser.').waitFor();
  });

  test('end in this browser when its customer signs out', async () => {
    const page = await open('eve');
    await page.getByRole('switch', { name: 'Messages on this device' }).click();
    await page.getByRole('switch', { name: 'Show amounts' }).waitFor();
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await expect.poll(() => page.evaluate(() => localStorage.getItem('subscribed')), PATIENCE).toBeNull();
  });

  test('are shown by the worker, once under their tag, and a tap opens the transaction', async () => {
    const page = await open('finn');
    const { json } = await console.server.call('GET', '/api/wallet/history/finn?currency=USD&page=1&per_page=1', {
      as: 'staff',
    });
    const transaction = json.entries[0].source.transaction_id;
    const message: PushMessage = {
      id: `${transaction}-0`,
      title: 'Money added',
      body: 'Money was added to your wallet.',
      tag: `${transaction}-0`,
      url: `/me?transaction=${transaction}`,
      at: '2026-11-21T10:00:00.000Z',
    };
    const deliver = await deliveryTo(page, console.address);
    // It may come twice.
    await deliver(message);
    await deliver(message);
    const shown = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        return (await registration.getNotifications()).map(({ title, body, tag, data }) => ({
          title,
          body,
          tag,
          data,
        }));
      });
    const { title, body, tag, url } = message;
    await expect.poll(shown, PATIENCE).toEqual([{ title, body, tag, data: { url } }]);
    await tap(page, tag);
    await page.getByRole('article', { name: 'Receipt' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/me/receipts/${transaction}`);
  });
});

/** Hands messages to the worker of the page, as a push service would. */
async function deliveryTo(page: Page, origin: string): Promise<(message: PushMessage) => Promise<void>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (own) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await registered;
  return async (message) => {
    await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(message) });
  };
}

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly NotificationEvent: new (type: string, init: { notification: Notification }) => Event;
}

/** What the system does when somebody taps a notification; no debugger can. */
async function tap(page: Page, tag: string): Promise<void> {
  const [worker] = page.context().serviceWorkers();
  if (!worker) throw new Error('there is no worker');
  await worker.evaluate(async (tapped) => {
    const { registration, NotificationEvent } = globalThis as unknown as WorkerScope;
    const [notification] = await registration.getNotifications({ tag: tapped });
    if (!notification) throw new Error('it is not shown');
    dispatchEvent(new NotificationEvent('notificationclick', { notification }));
  }, tag);
}
