/** Somebody who was never at the desk before. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeProblems } from './axe.ts';
import { chromiumProgram } from './chromium.ts';
import { signIn } from './console.ts';
import { openShop, type Shop } from './desk/shop.ts';
import { openScreen } from './screen.ts';
import { WHOLE } from './whole.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
const search = (page: Page) => page.getByRole('combobox', { name: /phone, code/ });

describe.skipIf(chromiumProgram() === null || !WHOLE)('new customers at the desk, in Chromium', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop?.close());

  async function atTheDesk(role: 'staff' | 'cashier' = 'staff', options: Parameters<Shop['openPage']>[0] = {}) {
    const page = await shop.openPage(options);
    await signIn(page, role);
    return page;
  }

  /** All that the service has under a name. */
  async function known(q: string) {
    const { json } = await shop.server.call('GET', `/customers/search?q=${encodeURIComponent(q)}`, { as: 'staff' });
    return json.customers;
  }

  test('whom nobody finds is added, begins with what was searched for, and is opened', async () => {
    const page = await atTheDesk();
    await search(page).fill('Zawadi Mpya');
    await page.getByText('No customer matches “Zawadi Mpya”').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'New customer' }).last().click();
    await heading(page, 'New customer');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Zawadi Mpya');
    await page.getByLabel('Nickname').fill('Zawa');
    await page.getByLabel('Phone').fill('+255 713 000 111');
    await page.getByLabel('Notes').fill('Pays on Fridays');
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add customer' }).click();
    await heading(page, 'Zawadi Mpya');
    expect(await known('Zawadi')).toMatchObject([
      { name: 'Zawadi Mpya', nickname: 'Zawa', phone_number: '+255 713 000 111', note: 'Pays on Fridays' },
    ]);
    // Known at this till from now on, and back leads to the search.
    await page.getByRole('button', { name: 'Back' }).click();
    await search(page).fill('0713 000 111');
    await page.getByRole('option', { name: 'Zawadi Mpya' }).waitFor();
  });

  test('a number that nobody has is the new customer’s number', async () => {
    const page = await atTheDesk();
    await openScreen(page, '/desk?q=0719%20555%20666');
    await page.getByText('No customer matches').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'New customer' }).last().click();
    await page.getByText('Enter a name').first().waitFor();
    expect(await page.getByLabel('Phone').inputValue()).toBe('0719 555 666');
    expect(await page.getByRole('button', { name: 'Add customer' }).getAttribute('aria-disabled')).toBe('true');
  });

  test('the keyboard goes there from anywhere, by its keys and by the palette', async () => {
    const page = await atTheDesk();
    await openScreen(page, '/outbox');
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await heading(page, 'New customer');
    await openScreen(page, '/outbox');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('new cust');
    await page.keyboard.press('Enter');
    await heading(page, 'New customer');
    await page.getByLabel('Name', { exact: true }).fill('Typed Alone');
    await page.keyboard.press('Control+Enter');
    await heading(page, 'Typed Alone');
  });

  test('an answer that is lost makes no second customer, and theirs opens all the same', async () => {
    const page = await atTheDesk('staff', { serviceWorkers: 'block' });
    let attempts = 0;
    await page.route('**/api/v1/customers', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      attempts += 1;
      if (attempts > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await openScreen(page, '/desk/new-customer?q=Lost%20Answer');
    await page.getByRole('button', { name: 'Add customer' }).click();
    await heading(page, 'Lost Answer');
    expect(attempts).toBe(2);
    expect(await known('Lost Answer')).toHaveLength(1);
  });

  test('without a network nobody is added, and that is said', async () => {
    const page = await atTheDesk('staff', { serviceWorkers: 'block' });
    await openScreen(page, '/desk/new-customer?q=Offline%20Person');
    await page.context().setOffline(true);
    await page.getByText('This needs a connection.').first().waitFor();
    const add = page.getByRole('button', { name: 'Add customer' });
    expect(await add.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Control+Enter');
    await page.context().setOffline(false);
    await page.getByText('This needs a connection.').first().waitFor({ state: 'detached' });
    expect(await known('Offline Person')).toEqual([]);
    await add.click();
    await heading(page, 'Offline Person');
  });

  test('a cashier may add none: there is no way there, and the screen says why', async () => {
    const page = await atTheDesk('cashier');
    await openScreen(page, '/desk?q=zzzzqq');
    await page.getByText('No customer matches “zzzzqq”').waitFor();
    expect(await page.getByRole('button', { name: 'New customer' }).count()).toBe(0);
    await openScreen(page, '/desk/new-customer?q=Somebody');
    await page.getByText('Only for supervisors').waitFor();
    expect(await page.getByRole('button', { name: 'Add customer' }).getAttribute('aria-disabled')).toBe('true');
  });
});
