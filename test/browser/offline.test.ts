import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenOf } from '../support/http.ts';
import { until } from '../support/until.ts';
import { axeProblems } from './axe.ts';
import { chromiumProgram } from './chromium.ts';
import { type ConsoleUnderTest, openConsole, signIn } from './console.ts';
import { change } from './outbox/till.ts';
import { queue } from './queue/queue.ts';
import { openScreen, readyForOffline } from './screen.ts';

const STORE_CHANGE = '**/api/wallet/store-change';

describe.skipIf(chromiumProgram() === null)('a till without a network', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await openConsole();
  });
  afterAll(() => console?.close());

  /** What was credited to a customer, in order. */
  async function credited(customer: string): Promise<number[]> {
    const { rows } = await console.server.database.owner.query<{ amount: string }>(
      `select e.amount::text from entries e join accounts a on a.ledger_id = e.ledger_id and a.id = e.account_id
        where a.owner = $1 and a.kind = 'wallet' order by e.seq`,
      [customer],
    );
    return rows.map(({ amount }) => Number(amount));
  }

  /** A page of the console that works without a network, and has none. */
  async function openOffline(subject: string, path = '/outbox'): Promise<Page> {
    const page = await console.openPage({ reducedMotion: 'reduce' });
    await signIn(page, 'staff', subject);
    await openScreen(page, path);
    await readyForOffline(page);
    await page.context().setOffline(true);
    return page;
  }

  const waiting = (page: Page, count: number) => page.getByText(`${count} changes to send`).waitFor();
  const nothingLeft = (page: Page) => page.getByText('Everything has been sent').waitFor();

  test('two tabs that come back at once send everything once, in order', async () => {
    const page = await openOffline('two-tabs');
    const other = await page.context().newPage();
    await openScreen(other, '/outbox');
    const amounts = [11, 12, 13, 14, 15, 16];
    await queue(
      page,
      'two-tabs',
      amounts.slice(0, 3).map((amount) => change('tabs', amount)),
    );
    await queue(
      other,
      'two-tabs',
      amounts.slice(3).map((amount) => change('tabs', amount)),
    );
    for (const tab of [page, other]) await waiting(tab, 6);
    await page.context().setOffline(false);
    for (const tab of [page, other]) await nothingLeft(tab);
    expect(await credited('tabs')).toEqual(amounts);
  });

  test('a tab that is reloaded while it sends, sends on and nothing twice', async () => {
    const page = await console.openPage({ reducedMotion: 'reduce' });
    await signIn(page, 'staff', 'reloaded');
    await openScreen(page, '/outbox');
    let held = 0;
    // The service has it and carries it out; the page never hears of that.
    await page.route(STORE_CHANGE, async (route) => {
      held += 1;
      await route.fetch();
    });
    await queue(page, 'reloaded', [change('half', 21), change('half', 22)]);
    await until(async () => held > 0 && (await credited('half')).length === 1);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.reload();
    await nothingLeft(page);
    expect(await credited('half')).toEqual([21, 22]);
  });

  test('a token that runs out keeps the queue, and whoever signs in again sends it', async () => {
    const page = await console.openPage({ reducedMotion: 'reduce' });
    await signIn(page, 'staff', 'expired');
    await openScreen(page, '/outbox');
    await page.route(STORE_CHANGE, (route) =>
      route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"code":"UNAUTHENTICATED"}' }),
    );
    await queue(page, 'expired', [change('patient', 31), change('patient', 32)]);
    await page.getByText('You have been signed out.').waitFor();
    await waiting(page, 2);
    await page.getByText('Sending waits until you sign in again.').waitFor();
    expect(await credited('patient')).toEqual([]);
    await page.unroute(STORE_CHANGE);
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await page.getByLabel('Access token').fill(await tokenOf({ role: 'staff', subject: 'expired', ledger: 'main' }));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/outbox');
    await nothingLeft(page);
    expect(await credited('patient')).toEqual([31, 32]);
  });

  test('nobody signs out while something is queued', async () => {
    const page = await openOffline('blocked');
    await queue(page, 'blocked', [change('blocked', 41), change('blocked', 42)]);
    await waiting(page, 2);
    await page.getByRole('button', { name: 'Account' }).click();
    const item = page.getByRole('menuitem', { name: /Sign out/ });
    expect(await item.getAttribute('aria-disabled')).toBe('true');
    await page.getByText('2 changes are not sent yet').first().waitFor();
    await item.click({ force: true });
    await page.keyboard.press('Escape');
    await page.reload();
    await waiting(page, 2);
    await page.context().setOffline(false);
    await nothingLeft(page);
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: /Sign out/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  });

  test.each([
    ['behind', -86_400_000],
    ['ahead', 86_400_000],
  ])('a clock that is a day %s does not date what is queued', async (subject, off) => {
    const page = await console.openPage({ reducedMotion: 'reduce' });
    await page.addInitScript((difference) => {
      const now = Date.now.bind(Date);
      const Real = Date;
      globalThis.Date = class extends Real {
        constructor(...given: []) {
          if (given.length === 0) super(now() + difference);
          else super(...given);
        }
        static override now = () => now() + difference;
      } as DateConstructor;
    }, off);
    await signIn(page, 'staff', subject);
    await openScreen(page, '/outbox');
    // The service's clock is heard with the first answer to a write.
    await queue(page, subject, [change(subject, 51)]);
    await nothingLeft(page);
    await readyForOffline(page);
    await page.context().setOffline(true);
    await page.reload();
    await queue(page, subject, [change(subject, 52)]);
    await page.getByText('1 change to send').waitFor();
    await page.context().setOffline(false);
    await nothingLeft(page);
    const { rows } = await console.server.database.owner.query<{ off: number }>(
      `select max(abs(extract(epoch from coalesce(occurred_at, now()) - now())))::float as off
         from operations where customer = $1`,
      [subject],
    );
    expect(await credited(subject)).toEqual([51, 52]);
    expect(rows[0]?.off).toBeLessThan(600);
  });

  test('where the device has no room, a write is refused in a sentence, and nothing is sent', async () => {
    await console.server.call('POST', '/api/v1/customers', {
      as: 'staff',
      body: { customer_id: 'roomy', name: 'Roomy Customer' },
    });
    await console.server.call('POST', '/api/wallet/store-change', {
      as: 'staff',
      body: { customer_id: 'roomy', store_id: 'S1', currency: 'USD', change_cents: 1 },
    });
    const page = await console.openPage({ reducedMotion: 'reduce' });
    await signIn(page, 'staff', 'full');
    await page.goto('/desk/customers/roomy?sheet=change');
    const sheet = page.getByRole('dialog', { name: 'Store change' });
    await sheet.getByLabel('Change', { exact: true }).fill('5');
    let writes = 0;
    await page.route(STORE_CHANGE, (route) => {
      writes += 1;
      return route.continue();
    });
    // As Chromium refuses it once its own count of the room is up to date; the outbox's own test lets it count.
    await page.evaluate(() => {
      const { add } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.add = () => {
        IDBObjectStore.prototype.add = add;
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await sheet.getByRole('button', { name: 'Store change' }).click();
    await sheet.getByText('This device has no room left: nothing was recorded.').waitFor();
    expect([writes, await credited('roomy')]).toEqual([0, [1]]);
    await sheet.getByRole('button', { name: 'Store change' }).click();
    await until(async () => (await credited('roomy')).length === 2);
  });

  test('what the service refuses needs attention, others go on, and it is mended, retried or let go', async () => {
    const page = await openOffline('attention');
    const refused = { ...change('nobody', 61), body: { ...(change('nobody', 61).body as object), currency: 'NONE' } };
    const [reference = ''] = await queue(page, 'attention', [refused, change('fine', 62), change('nobody', 63)]);
    await waiting(page, 3);
    await page.context().setOffline(false);
    const list = page.getByRole('region', { name: 'Needs attention' });
    await list.getByRole('link', { name: reference }).waitFor();
    await until(async () => (await credited('fine')).length === 1);
    // The same customer's later one waits behind it.
    expect(await credited('nobody')).toEqual([]);
    expect(await axeProblems(page)).toEqual([]);

    await list.getByRole('button', { name: 'Try again' }).click();
    await list.getByRole('link', { name: reference }).waitFor();
    await list.getByRole('button', { name: 'Fix and resend' }).click();
    const sheet = page.getByRole('dialog', { name: 'Fix and resend' });
    await sheet.getByLabel('Amount').fill('64');
    expect(await axeProblems(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Send', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    // Another currency it can't be given here: it is refused again, under the same reference.
    await list.getByRole('link', { name: reference }).waitFor();

    await list.getByRole('button', { name: 'Discard' }).click();
    const dialog = page.getByRole('dialog', { name: 'Discard this change' });
    await dialog.getByLabel('Reason').fill('entered by hand');
    expect(await axeProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Discard', exact: true }).click();
    await nothingLeft(page);
    expect(await credited('nobody')).toEqual([63]);
    const audit = await console.server.call('GET', '/api/v1/audit?action=discardRecord', { as: 'auditor' });
    expect(audit.json.data.lines).toMatchObject([
      {
        actor: 'attention',
        data: { device_reference: reference, reason: 'entered by hand', operation: 'changeStore' },
      },
    ]);
  });

  test('a device reference is found, waiting or sent, and what waits can be taken along', async () => {
    const page = await openOffline('searched');
    const [first = '', second = ''] = await queue(page, 'searched', [change('seek', 71), change('other', 72)]);
    await waiting(page, 2);
    await page.getByRole('searchbox').fill(first.toLowerCase().replace('-', ' '));
    await page.getByRole('link', { name: second }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: first }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('pochi-outbox.json');
    await page.context().setOffline(false);
    const sent = page.getByRole('region', { name: 'Sent' });
    await sent.getByRole('link', { name: first }).waitFor();
    await sent.getByRole('button', { name: 'Receipt' }).click();
    await page.waitForURL('**/desk/receipts/*');
    await page.getByRole('article', { name: 'Receipt' }).waitFor();
  });

  test('nobody on their way to another screen is fetched back by what they have searched for', async () => {
    const page = await console.openPage({ reducedMotion: 'reduce', serviceWorkers: 'block' });
    await signIn(page, 'staff', 'leaving');
    await openScreen(page, '/outbox');
    const [reference = ''] = await queue(page, 'leaving', [change('leaving', 75)]);
    await nothingLeft(page);
    // The next screen takes longer to come than the search takes to reach the address.
    const held = Promise.withResolvers<void>();
    await page.route('**/assets/Receipt-*.js', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.getByRole('searchbox').fill(reference);
    await page.getByRole('region', { name: 'Sent' }).getByRole('button', { name: 'Receipt' }).click();
    // The timers of a page run in their order: this one ends behind that of the search.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    held.resolve();
    await page.getByRole('article', { name: 'Receipt' }).waitFor();
  });

  test('the next one at the till sees nothing of whoever was there before', async () => {
    const page = await console.openPage({ reducedMotion: 'reduce' });
    await signIn(page, 'staff', 'first');
    await openScreen(page, '/outbox');
    const [reference = ''] = await queue(page, 'first', [change('private', 81)]);
    await nothingLeft(page);
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: /Sign out/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await signIn(page, 'staff', 'second');
    await openScreen(page, '/outbox');
    await page.getByRole('searchbox').fill(reference);
    await page.getByText('Nothing on this device matches').waitFor();
    const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
    expect(databases.filter((name) => name.includes('first'))).toEqual([]);
    expect(databases.some((name) => name.includes('second'))).toBe(true);
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(kept).not.toContain('private');
  });
});
