/** Who is offered what at the desk; what the service would refuse all the same is not offered. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/tokens.ts';
import { chromiumProgram } from './chromium.ts';
import { signIn } from './console.ts';
import { openShop, type Shop, tillKnows } from './desk/shop.ts';
import { openScreen } from './screen.ts';
import { testInWhole } from './whole.ts';

const PLACES: readonly [Role, readonly string[]][] = [
  ['cashier', ['Desk', 'Outbox']],
  ['supervisor', ['Desk', 'Outbox', 'Operations']],
  ['staff', ['Desk', 'Outbox', 'Operations']],
  ['admin', ['Desk', 'Outbox', 'Operations']],
  ['auditor', ['Operations']],
  ['customer', ['My wallet', 'My code', 'Statement']],
];

/** Beside New slip, Take payment and Top up. */
const DEEDS = ['Store change', 'Apply wallet', 'Withdraw', 'Statement', 'Freeze account'];

const AT_A_CUSTOMER: readonly [Role, { buttons: readonly string[]; menu: readonly string[]; freezes: boolean }][] = [
  ['cashier', { buttons: ['New slip', 'Take payment', 'Top up'], menu: DEEDS, freezes: false }],
  ['supervisor', { buttons: ['New slip', 'Take payment', 'Top up'], menu: DEEDS, freezes: true }],
  // From the ledger an auditor comes to customers, and only looks at them.
  ['auditor', { buttons: [], menu: ['Statement', 'Freeze account'], freezes: false }],
];

const search = (page: Page) => page.getByRole('combobox', { name: /phone, code/ });

describe.skipIf(chromiumProgram() === null)('roles at the desk, in Chromium', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop?.close());

  test.each(PLACES)('a %s is offered their places, and no other', async (role, places) => {
    const page = await shop.openPage();
    await signIn(page, role);
    const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    await expect.poll(() => links.allInnerTexts()).toEqual(places);
  });

  testInWhole.each(AT_A_CUSTOMER)(
    'a %s is offered at a customer what they may do',
    async (role, { buttons, menu, freezes }) => {
      const id = await shop.customer(`Cheo ${role}`);
      await shop.topup(id, 500);
      const page = await shop.openPage();
      await signIn(page, role);
      await openScreen(page, `/desk/customers/${id}`);
      await page.getByRole('button', { name: 'More actions' }).click();
      const items = page.getByRole('menuitem');
      await items.first().waitFor();
      expect((await items.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual(menu);
      const freeze = page.getByRole('menuitem', { name: 'Freeze account' });
      expect(await freeze.getAttribute('aria-disabled')).toBe(freezes ? null : 'true');
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
      const offered = page
        .getByRole('main')
        .locator('header')
        .getByRole('button', { name: /slip|payment|Top up/ });
      await expect.poll(() => offered.allInnerTexts()).toEqual(buttons);
      // What is not offered by hand is no key either.
      await page.keyboard.press('t');
      await expect.poll(() => page.getByRole('dialog', { name: 'Top up' }).count()).toBe(buttons.length > 0 ? 1 : 0);
    },
  );

  test('the next cashier sees nobody whom the one before has opened, nor what they had begun, network or not', async () => {
    const id = await shop.customer('Siri Mteja');
    const page = await shop.openPage({ serviceWorkers: 'block' });
    await signIn(page, 'cashier', 'first');
    await tillKnows(page, 'Siri Mteja');
    await openScreen(page, `/desk/customers/${id}/slip`);
    const goods = page.getByRole('list', { name: 'Goods' }).getByRole('button', { name: /^Espresso/ });
    await goods.click();
    await page.getByLabel('Quantity of Espresso').waitFor();
    await openScreen(page, '/desk');
    await page.getByRole('heading', { name: 'Opened lately' }).waitFor();
    await page.getByRole('option', { name: 'Siri Mteja' }).waitFor();

    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    // Nobody reads it anew for the next one: what is seen then was left on the device.
    await page.route('**/api/v1/customers?*', (route) => route.abort());
    await signIn(page, 'cashier', 'second');
    await page.getByText('Find a customer to begin').waitFor();
    await page.context().setOffline(true);
    await search(page).fill('Siri Mteja');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('listbox', { name: 'Customers' }).getByRole('option').count()).toBe(0);
    await page.context().setOffline(false);
    await openScreen(page, `/desk/customers/${id}/slip`);
    await goods.waitFor();
    expect(await page.getByLabel('Quantity of Espresso').count()).toBe(0);
  });
});
