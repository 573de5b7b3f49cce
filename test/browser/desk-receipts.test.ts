/** The paper of what was just done is one tap away, and so is the next customer. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumProgram } from './chromium.ts';
import { signIn } from './console.ts';
import { openShop, type Shop, tillKnows } from './desk/shop.ts';
import { WHOLE } from './whole.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();

interface Deed {
  readonly sheet: string;
  readonly fill: (sheet: Locator) => Promise<void>;
  readonly amount: string;
}

const amount =
  (label: string, shillings: string): Deed['fill'] =>
  (sheet) =>
    sheet.getByLabel(label, { exact: true }).fill(shillings);

const DEEDS: readonly Deed[] = [
  { sheet: 'Top up', fill: amount('Amount', '1250'), amount: '1,250' },
  { sheet: 'Store change', fill: amount('Change', '175'), amount: '175' },
  { sheet: 'Apply wallet', fill: async () => {}, amount: '2,100' },
  {
    sheet: 'Withdraw',
    fill: async (sheet) => {
      await sheet.getByLabel('Amount', { exact: true }).fill('600');
      await sheet.getByLabel('Bank').fill('CRDB');
      await sheet.getByLabel('Account number').fill('0150 123 4567');
    },
    amount: '600',
  },
];

describe.skipIf(chromiumProgram() === null || !WHOLE)('what was done at the desk, in Chromium', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop?.close());

  async function atTheDesk(options: Parameters<Shop['openPage']>[0] = {}): Promise<Page> {
    const page = await shop.openPage(options);
    await signIn(page, 'supervisor');
    return page;
  }

  async function openSheet(page: Page, name: string): Promise<Locator> {
    const button = page.getByRole('main').getByRole('button', { name, exact: true });
    if (name === 'Top up') await button.click();
    else {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    }
    return page.getByRole('dialog', { name });
  }

  test.each(DEEDS)('$sheet leads to its receipt, and to the next customer', async ({ sheet: name, fill, amount }) => {
    const id = await shop.customer(`Karatasi ${name}`);
    await shop.topup(id, 2_100);
    await shop.slip(id, 5_000);
    const page = await atTheDesk();
    await page.goto(`/desk/customers/${id}`);
    const sheet = await openSheet(page, name);
    await fill(sheet);
    await sheet.getByRole('button', { name, exact: true }).click();
    await sheet.getByRole('button', { name: 'Next customer' }).waitFor();
    await sheet.getByRole('button', { name: 'Receipt' }).click();
    await page.waitForURL('**/desk/receipts/*');
    const receipt = page.getByRole('article', { name: 'Receipt' });
    await receipt.getByText(amount).first().waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await heading(page, `Karatasi ${name}`);
  });

  test('a slip and a payment lead to theirs', async () => {
    const id = await shop.customer('Karatasi Hati');
    const page = await atTheDesk();
    await page.goto(`/desk/customers/${id}/slip`);
    await page
      .getByRole('list', { name: 'Goods' })
      .getByRole('button', { name: /^Espresso/ })
      .click();
    await page.getByRole('button', { name: 'Record slip' }).click();
    await page.getByRole('button', { name: 'Receipt' }).click();
    await page.getByRole('article', { name: 'Receipt' }).getByText('Espresso').waitFor();
    await page.goto(`/desk/customers/${id}/payment`);
    await page.getByRole('button', { name: 'Record payment' }).click();
    await page.getByRole('button', { name: 'Receipt' }).click();
    await page.getByRole('article', { name: 'Receipt' }).getByText('3,000').first().waitFor();
  });

  test('while it waits here the paper is provisional, and the receipt takes its place once it is sent', async () => {
    const id = await shop.customer('Karatasi Subiri');
    await shop.topup(id, 10);
    const page = await atTheDesk({ serviceWorkers: 'block' });
    await tillKnows(page, 'Karatasi Subiri');
    await page.goto(`/desk/customers/${id}`);
    const sheet = await openSheet(page, 'Top up');
    await page.route('**/api/v1/wallets/topup', (route) => route.abort());
    await sheet.getByLabel('Amount', { exact: true }).fill('800');
    await sheet.getByRole('button', { name: 'Top up', exact: true }).click();
    await sheet.getByText(/Device reference [A-Z0-9]{4}-\d{4}/).waitFor();
    await sheet.getByRole('button', { name: 'Receipt' }).click();
    await heading(page, 'Provisional receipt');
    await page.unroute('**/api/v1/wallets/topup');
    await page.waitForURL('**/desk/receipts/*');
    await page.getByRole('article', { name: 'Receipt' }).getByText('800').first().waitFor();
    expect((await shop.standing(id)).wallet).toBe(810);
  });

  test('nobody leaves a sheet before they see what came of it, and does it a second time', async () => {
    const id = await shop.customer('Karatasi Haraka');
    await shop.topup(id, 10);
    const page = await atTheDesk({ serviceWorkers: 'block' });
    await page.goto(`/desk/customers/${id}`);
    const sheet = await openSheet(page, 'Top up');
    const held = Promise.withResolvers<void>();
    await page.route('**/api/v1/wallets/topup', async (route) => {
      await held.promise;
      await route.continue();
    });
    await sheet.getByLabel('Amount', { exact: true }).fill('300');
    await sheet.getByRole('button', { name: 'Top up', exact: true }).click();
    await page.keyboard.press('Escape');
    await sheet.getByRole('button', { name: 'Top up', exact: true, disabled: true }).waitFor();
    held.resolve();
    await sheet.getByRole('button', { name: 'Done' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect((await shop.standing(id)).wallet).toBe(310);
  });

  test('without a network a sheet says why it can’t be done, and is ready again when there is one', async () => {
    const id = await shop.customer('Karatasi Nje');
    await shop.topup(id, 900);
    const page = await atTheDesk({ serviceWorkers: 'block' });
    await tillKnows(page, 'Karatasi Nje');
    await page.goto(`/desk/customers/${id}`);
    const sheet = await openSheet(page, 'Withdraw');
    await sheet.getByRole('button', { name: 'All' }).click();
    await sheet.getByLabel('Bank').fill('CRDB');
    await sheet.getByLabel('Account number').fill('0150 123 4567');
    await page.context().setOffline(true);
    await sheet.getByText('This needs a connection.').waitFor();
    const commit = sheet.getByRole('button', { name: 'Withdraw', exact: true });
    expect(await commit.getAttribute('aria-disabled')).toBe('true');
    await page.context().setOffline(false);
    await sheet.getByText('This needs a connection.').waitFor({ state: 'detached' });
    await commit.click();
    await sheet.getByText('Paid out').waitFor();
    expect((await shop.standing(id)).wallet).toBe(0);
  });
});
