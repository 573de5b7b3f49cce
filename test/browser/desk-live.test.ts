/** The desk while the books move: what changes elsewhere is seen here, and takes nothing out of anyone's hands. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumProgram } from './chromium.ts';
import { type LiveConsole, openLiveConsole, walletSays } from './live/service.ts';
import { testInWhole } from './whole.ts';

describe.skipIf(chromiumProgram() === null)('the desk with live events, in Chromium', () => {
  let live: LiveConsole;
  beforeAll(async () => {
    live = await openLiveConsole();
  });
  afterAll(() => live?.close());

  async function openCustomer(customer: string) {
    await live.topup(customer, 100);
    const page = await live.openPage();
    await live.signIn(page, 'staff', 'asha');
    await page.goto(`/desk/customers/${customer}`);
    await walletSays(page, 'TSh\u00a0100');
    return page;
  }

  test('a balance that changes while a menu is open is shown behind it, and the menu stays', async () => {
    const page = await openCustomer('menu-customer');
    await page.getByRole('button', { name: 'More actions' }).click();
    const item = page.getByRole('menuitem', { name: 'Store change' });
    await item.waitFor();
    await live.topup('menu-customer', 50);
    // What is behind an open menu is hidden from those who hear the page, and seen all the same.
    await page.locator('section[aria-label="Balance in TZS"]').getByText('TSh\u00a0150', { exact: true }).waitFor();
    await item.click();
    await page.getByRole('dialog', { name: 'Store change' }).waitFor();
  });

  testInWhole('new entries wait behind a button, so that no row moves under anyone’s finger', async () => {
    const page = await openCustomer('news-customer');
    const rows = page.getByRole('region', { name: 'History' }).last().getByRole('row');
    await expect.poll(() => rows.count()).toBe(2);
    await live.topup('news-customer', 1);
    await live.topup('news-customer', 2);
    await page.getByRole('button', { name: '2 new entries' }).waitFor();
    expect(await rows.count()).toBe(2);
    await page.getByRole('button', { name: '2 new entries' }).click();
    await expect.poll(() => rows.count()).toBe(4);
    expect(await page.getByRole('button', { name: 'new entries' }).count()).toBe(0);
  });

  test('a payment that is being typed stays as it is while the customer’s balance changes', async () => {
    const page = await openCustomer('typing-customer');
    await page.getByRole('button', { name: 'Take payment' }).click();
    await page.getByLabel('Amount, Cash').fill('777');
    await live.topup('typing-customer', 23);
    await page.getByText('holds TSh\u00a0123').waitFor();
    expect(await page.getByLabel('Amount, Cash').inputValue()).toBe('777');
  });
});
