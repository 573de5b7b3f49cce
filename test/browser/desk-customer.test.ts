/** Finding a customer, looking at one, and what is done for them in sheets. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumProgram } from './chromium.ts';
import { PHONE, signIn } from './console.ts';
import { Fingers } from './desk/hands.ts';
import { openShop, type Shop, tillKnows } from './desk/shop.ts';
import { testInWhole } from './whole.ts';

const GLASS = { viewport: PHONE, hasTouch: true };

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor();
const search = (page: Page) => page.getByRole('combobox', { name: /phone, code/ });

describe.skipIf(chromiumProgram() === null)('customers at the desk, in Chromium', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop?.close());

  async function open(id: string, options: Parameters<Shop['openPage']>[0] = {}): Promise<Page> {
    const page = await shop.openPage(options);
    await signIn(page, 'supervisor');
    await page.goto(`/desk/customers/${id}`);
    await page.getByRole('button', { name: 'New slip' }).waitFor();
    return page;
  }

  test('a customer is found by name, by telephone in any format, and by the number of an open slip', async () => {
    const id = await shop.customer('Nuru Shabani', '+255 754 123 987');
    const number = await shop.slip(id, 1_500);
    const page = await shop.openPage();
    await signIn(page, 'cashier');
    const option = page.getByRole('option', { name: 'Nuru Shabani' });
    for (const text of ['nuru', 'shab', '0754 123 987', '255754123987']) {
      await search(page).fill(text);
      await option.waitFor();
      await option.getByText('••• 987').waitFor();
    }
    await search(page).press('Enter');
    await heading(page, 'Nuru Shabani');
    await page.getByRole('button', { name: 'Back' }).click();
    await search(page).fill(number.slice(-8));
    await option.getByText(`Slip ${number}`).waitFor();
  });

  testInWhole('whom only the service knows is found below those that the device knows', async () => {
    await shop.customer('Omari Known');
    const page = await shop.openPage();
    await signIn(page, 'staff');
    await tillKnows(page, 'Omari Known');
    await shop.customer('Omari Later');
    await search(page).fill('omari');
    await expect
      .poll(() => page.getByRole('listbox', { name: 'Customers' }).getByRole('option').allInnerTexts())
      .toHaveLength(2);
    await page.getByRole('option', { name: 'Omari Later' }).click();
    await heading(page, 'Omari Later');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Opened lately' }).waitFor();
    await page.getByRole('option', { name: 'Omari Later' }).waitFor();
  });

  testInWhole('a code that a reader types opens its customer, wherever the focus is', async () => {
    const id = await shop.customer('Pendo Reader');
    const page = await shop.openPage();
    await signIn(page, 'staff');
    await tillKnows(page, 'Pendo Reader');
    await page.getByRole('heading', { level: 1 }).click();
    await page.evaluate((code) => {
      for (const key of [...code, 'Enter'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }, id);
    await heading(page, 'Pendo Reader');
  });

  testInWhole('nobody found, and nobody there, are said', async () => {
    const page = await shop.openPage();
    await signIn(page, 'staff');
    await search(page).fill('zzzzqq');
    await page.getByText('No customer matches “zzzzqq”').waitFor();
    await page.goto('/desk/customers/nobody-at-all');
    await heading(page, 'No such customer');
  });

  testInWhole('a customer shows wallet, debt, open slips and a history with running balances', async () => {
    const id = await shop.customer('Rehema Njau');
    await shop.topup(id, 900);
    const number = await shop.slip(id, 2_500);
    await shop.limit(id, 10_000);
    const page = await open(id);
    const card = page.getByRole('region', { name: 'Balance in TZS' });
    for (const text of ['TSh\u00a0900', 'TSh\u00a02,500', '1 open slip', 'TSh\u00a07,500 of credit left'])
      await card.getByText(text, { exact: true }).waitFor();
    await page.getByRole('button', { name: number, exact: true }).waitFor();
    const rows = page.getByRole('region', { name: 'History' }).last().getByRole('row');
    await expect.poll(() => rows.count()).toBe(3);
    expect(await rows.nth(1).innerText()).toMatch(/Taken on a slip[\s\S]*\u22122,500[\s\S]*owes\s+TSh\u00a02,500/);
    expect(await rows.nth(2).innerText()).toMatch(/Top-up[\s\S]*\+900[\s\S]*wallet\s+TSh\u00a0900/);
  });

  test('a top-up takes three taps', async () => {
    const id = await shop.customer('Tumaini Lyimo');
    const page = await open(id, GLASS);
    const fingers = new Fingers(page);
    await fingers.tap(page.getByRole('button', { name: 'Top up' }));
    await page.getByRole('dialog', { name: 'Top up' }).getByLabel('Amount').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await fingers.type('5000+2500');
    await fingers.tap(page.getByRole('dialog').getByRole('button', { name: 'Top up' }));
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).waitFor();
    expect(await shop.standing(id)).toEqual({ wallet: 7_500, owes: 0, openSlips: 0 });
    expect(fingers.taps).toBeLessThanOrEqual(3);
    console.log(`top up: ${fingers.taps} taps`);
  });

  test('storing change takes three taps', async () => {
    const id = await shop.customer('Upendo Shayo');
    const page = await open(id, GLASS);
    const fingers = new Fingers(page);
    await fingers.tap(page.getByRole('button', { name: 'More actions' }));
    await fingers.tap(page.getByRole('menuitem', { name: 'Store change' }));
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await fingers.type('350');
    await fingers.tap(page.getByRole('dialog').getByRole('button', { name: 'Store change' }));
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).waitFor();
    expect(await shop.standing(id)).toEqual({ wallet: 350, owes: 0, openSlips: 0 });
    expect(fingers.taps).toBeLessThanOrEqual(3);
    console.log(`store change: ${fingers.taps} taps`);
  });

  testInWhole('the wallet pays a slip as far as it goes', async () => {
    const id = await shop.customer('Victoria Mushi');
    await shop.topup(id, 1_000);
    await shop.slip(id, 2_500);
    const page = await open(id);
    await page.keyboard.press('w');
    const sheet = page.getByRole('dialog', { name: 'Apply wallet' });
    await sheet.getByText('1,500').waitFor();
    await sheet.getByRole('button', { name: 'Apply wallet' }).click();
    await sheet.getByText('Part-paid').waitFor();
    expect(await shop.standing(id)).toEqual({ wallet: 0, owes: 1_500, openSlips: 1 });
  });

  testInWhole('all of a wallet is paid out, and no more than it holds', async () => {
    const id = await shop.customer('Waziri Mbwana');
    await shop.topup(id, 4_200);
    const page = await open(id);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Withdraw' }).click();
    const sheet = page.getByRole('dialog', { name: 'Withdraw' });
    await sheet.getByLabel('Amount').fill('4201');
    await sheet.getByText('The wallet does not hold that much').waitFor();
    await sheet.getByRole('button', { name: 'All' }).click();
    await sheet.getByLabel('Bank').fill('CRDB');
    await sheet.getByLabel('Account number').fill('0150 123 4567');
    await sheet.getByRole('button', { name: 'Withdraw' }).click();
    await sheet.getByText('Paid out').waitFor();
    expect((await shop.standing(id)).wallet).toBe(0);
  });

  test('a top-up is reversed once: the mirror is shown before, and a second reversal is refused', async () => {
    const id = await shop.customer('Yusuf Maganga');
    await shop.topup(id, 800);
    const [first, second] = [await open(id), await open(id)];
    for (const page of [first, second]) {
      await page.getByRole('button', { name: 'Top-up' }).click();
      const sheet = page.getByRole('dialog', { name: 'Top-up' });
      const mirror = sheet.getByRole('region', { name: 'Entries that take it back' });
      await expect.poll(() => mirror.getByText('800').count()).toBe(2);
      await sheet.getByLabel('Reason').fill('Typed twice');
    }
    await first.getByRole('button', { name: 'Reverse' }).click();
    await first.getByText('It has been taken back.').waitFor();
    await second.getByRole('button', { name: 'Reverse' }).click();
    await second.getByRole('dialog').getByRole('alert').waitFor();
    expect(await shop.standing(id)).toEqual({ wallet: 0, owes: 0, openSlips: 0 });
    expect(await shop.entries(id)).toBe(2);
    await second.reload();
    await second.getByRole('link', { name: 'It was reversed: see the reversal' }).click();
    await second.getByRole('dialog', { name: 'Reversal' }).waitFor();
    expect(await second.getByRole('button', { name: 'Reverse' }).count()).toBe(0);
  });

  testInWhole('a frozen account is said to be, takes no slip, and is opened again', async () => {
    const id = await shop.customer('Zainabu Kweka');
    await shop.topup(id, 100);
    const page = await open(id);
    for (const [deed, reason] of [
      ['Freeze account', 'Card was stolen'],
      ['Unfreeze account', 'Found again'],
    ] as const) {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: deed }).click();
      const sheet = page.getByRole('dialog', { name: deed });
      await sheet.getByLabel('Reason').fill(reason);
      await sheet.getByRole('button', { name: deed }).click();
      await sheet.getByRole('button', { name: 'Done' }).click();
      const frozen = deed === 'Freeze account';
      await expect.poll(() => page.getByText('Frozen', { exact: true }).count()).toBe(frozen ? 1 : 0);
      expect(await page.getByRole('button', { name: 'New slip' }).getAttribute('aria-disabled')).toBe(
        frozen ? 'true' : null,
      );
    }
  });
});
