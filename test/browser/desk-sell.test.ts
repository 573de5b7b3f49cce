/** Selling at the desk: slips and payments, as the books have them afterwards. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { chromiumProgram } from './chromium.ts';
import { PHONE, signIn } from './console.ts';
import { Fingers, Keyboard } from './desk/hands.ts';
import { openShop, type Shop, tillKnows } from './desk/shop.ts';

const GLASS = { viewport: PHONE, hasTouch: true };

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor();
const goods = (page: Page, name: string | RegExp) =>
  page.getByRole('list', { name: 'Goods' }).getByRole('button', { name });
const search = (page: Page) => page.getByRole('combobox', { name: /phone, code/ });

/** What an amount's field says, however its digits are grouped. */
const amountIn = async (page: Page, label: string): Promise<string> =>
  (await page.getByLabel(label).inputValue()).replace(/\D/g, '');

/** Counts the requests that record payments. */
function paymentsOf(page: Page): unknown[] {
  const bodies: unknown[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/wallet/payments')) bodies.push(request.postDataJSON());
  });
  return bodies;
}

describe.skipIf(chromiumProgram() === null)('selling at the desk, in Chromium', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop?.close());

  /** Signed in, and the device knows this customer. */
  async function atTheTill(
    name: string,
    options: Parameters<Shop['openPage']>[0] = {},
    role: 'staff' | 'cashier' = 'staff',
  ) {
    const page = await shop.openPage(options);
    await signIn(page, role);
    await tillKnows(page, name);
    return page;
  }

  test('a slip for a known customer takes five command keys', async () => {
    const id = await shop.customer('Amina Kessy');
    const page = await atTheTill('Amina Kessy');
    const keys = new Keyboard(page);
    await keys.type('amina');
    await page.getByRole('option', { name: 'Amina Kessy', selected: true }).waitFor();
    await keys.press('Enter');
    await heading(page, 'Amina Kessy');
    await keys.press('n');
    await heading(page, 'New slip');
    await goods(page, /^Espresso/).waitFor();
    await keys.type('espresso');
    await keys.press('Enter');
    await keys.type('2');
    await keys.press('Enter');
    await page.getByLabel('Quantity of Espresso').getByText('2').waitFor();
    await keys.press('Control+Enter');
    await heading(page, 'Slip recorded');
    expect(await shop.standing(id)).toEqual({ wallet: 0, owes: 6_000, openSlips: 1 });
    expect(keys.commands).toBeLessThanOrEqual(5);
    console.log(`slip, known customer, one item twice: ${keys.commands} command keys`);
  });

  test('a slip for a known customer takes five taps', async () => {
    const id = await shop.customer('Baraka Juma');
    const page = await atTheTill('Baraka Juma', GLASS);
    const fingers = new Fingers(page);
    await fingers.type('baraka');
    await fingers.tap(page.getByRole('option', { name: 'Baraka Juma' }));
    await fingers.tap(page.getByRole('button', { name: 'New slip' }));
    await fingers.tap(goods(page, /^Espresso/));
    await fingers.tap(goods(page, /^Espresso/));
    await fingers.tap(page.getByRole('button', { name: 'Record slip' }));
    await heading(page, 'Slip recorded');
    expect(await shop.standing(id)).toEqual({ wallet: 0, owes: 6_000, openSlips: 1 });
    expect(fingers.taps).toBeLessThanOrEqual(5);
    console.log(`slip, known customer, one item twice: ${fingers.taps} taps`);
  });

  test('a split payment of two slips and the wallet takes five command keys, and is one request', async () => {
    const id = await shop.customer('Chiku Mrema');
    await shop.slip(id, 3_000);
    await shop.slip(id, 4_000);
    const page = await atTheTill('Chiku Mrema');
    const payments = paymentsOf(page);
    await page.goto(`/desk/customers/${id}`);
    await heading(page, 'Chiku Mrema');
    const keys = new Keyboard(page);
    await keys.press('p');
    await page.getByLabel('Amount, Cash').waitFor();
    await expect.poll(() => amountIn(page, 'Amount, Cash')).toBe('7000');
    await keys.type('5000');
    await keys.press('Control+m');
    await expect.poll(() => amountIn(page, 'Amount, Mobile money')).toBe('2000');
    await keys.type('4000');
    await keys.press('Control+s');
    await expect.poll(() => amountIn(page, 'Share of Wallet')).toBe('2000');
    await keys.press('Control+Enter');
    await heading(page, 'Payment recorded');
    expect(await shop.standing(id)).toEqual({ wallet: 2_000, owes: 0, openSlips: 0 });
    expect(payments).toEqual([
      expect.objectContaining({
        tenders: [
          { method: 'CASH', amount_cents: 500_000 },
          { method: 'MOBILE', amount_cents: 400_000 },
        ],
        allocations: [
          expect.objectContaining({ type: 'slip', applied_cents: 300_000 }),
          expect.objectContaining({ type: 'slip', applied_cents: 400_000 }),
          { type: 'wallet', applied_cents: 200_000 },
        ],
      }),
    ]);
    expect(keys.commands).toBeLessThanOrEqual(5);
    console.log(`split payment: ${keys.commands} command keys, ${payments.length} request`);
    await page.getByRole('button', { name: 'Next customer' }).waitFor();
    await page.keyboard.press('Enter');
    await heading(page, 'Find a customer');
  });

  test('a split payment of two slips and the wallet takes four taps', async () => {
    const id = await shop.customer('Daudi Temba');
    await shop.slip(id, 3_000);
    await shop.slip(id, 4_000);
    const page = await atTheTill('Daudi Temba', GLASS);
    await page.goto(`/desk/customers/${id}`);
    const fingers = new Fingers(page);
    await fingers.tap(page.getByRole('button', { name: 'Take payment' }));
    await expect.poll(() => amountIn(page, 'Amount, Cash')).toBe('7000');
    await fingers.type('5000');
    await fingers.tap(page.getByRole('button', { name: 'Mobile money', exact: true }));
    await expect.poll(() => amountIn(page, 'Amount, Mobile money')).toBe('2000');
    await fingers.type('4000');
    await fingers.tap(page.getByRole('button', { name: 'Store in the wallet' }));
    await fingers.tap(page.getByRole('button', { name: 'Record payment' }));
    await heading(page, 'Payment recorded');
    expect(await shop.standing(id)).toEqual({ wallet: 2_000, owes: 0, openSlips: 0 });
    expect(fingers.taps).toBeLessThanOrEqual(4);
    console.log(`split payment: ${fingers.taps} taps`);
  });

  test('two taps on the button that commits are one slip', async () => {
    const id = await shop.customer('Esther Massawe');
    const page = await atTheTill('Esther Massawe');
    await page.goto(`/desk/customers/${id}/slip`);
    await goods(page, /^Espresso/).click();
    await page.getByRole('button', { name: 'Record slip' }).evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    await heading(page, 'Slip recorded');
    expect(await shop.standing(id)).toEqual({ wallet: 0, owes: 3_000, openSlips: 1 });
  });

  test('a slip whose answer is lost on the way is recorded once, and said to be', async () => {
    const id = await shop.customer('Farida Ally');
    const page = await atTheTill('Farida Ally', { serviceWorkers: 'block' });
    await page.goto(`/desk/customers/${id}/slip`);
    let attempts = 0;
    await page.route('**/api/wallet/credit-slips', async (route) => {
      attempts += 1;
      if (attempts > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await goods(page, /^Espresso/).click();
    await page.getByRole('button', { name: 'Record slip' }).click();
    await page.getByRole('region', { name: 'Outcome' }).waitFor();
    await until(() => attempts > 1);
    await page.getByText('All sent').waitFor();
    expect(await shop.standing(id)).toEqual({ wallet: 0, owes: 3_000, openSlips: 1 });
  });

  test('a slip in the making survives a reload, and a digit and Enter say how many', async () => {
    const id = await shop.customer('Grace Mboya');
    const page = await atTheTill('Grace Mboya');
    await page.goto(`/desk/customers/${id}/slip`);
    await goods(page, /^Chapati/).click();
    // In one roll of the fingers, as fast as a reader of codes types.
    await page.evaluate(() => {
      for (const key of ['1', '2', 'Enter'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
    await page.getByLabel('Quantity of Chapati').getByText('12').waitFor();
    await page.reload();
    await page.getByLabel('Quantity of Chapati').getByText('12').waitFor();
    await page.getByRole('region', { name: 'On the slip' }).getByText('12,000').waitFor();
  });

  test('cash beyond what is due is change: given back, and not recorded', async () => {
    const id = await shop.customer('Halima Said');
    await shop.slip(id, 3_700);
    const page = await atTheTill('Halima Said');
    const payments = paymentsOf(page);
    await page.goto(`/desk/customers/${id}/payment`);
    await page.getByRole('button', { name: 'TSh\u00a05,000' }).click();
    await page.getByRole('region', { name: 'Change due' }).getByText('1,300').waitFor();
    await page.getByRole('button', { name: 'Record payment' }).click();
    await heading(page, 'Payment recorded');
    expect(payments).toMatchObject([{ tenders: [{ method: 'CASH', amount_cents: 370_000 }] }]);
    expect(await shop.standing(id)).toEqual({ wallet: 0, owes: 0, openSlips: 0 });
  });

  test('what goes nowhere yet can’t be recorded, and the reason is said', async () => {
    const id = await shop.customer('Issa Omari');
    await shop.slip(id, 2_000);
    const page = await atTheTill('Issa Omari');
    await page.goto(`/desk/customers/${id}/payment`);
    await page.getByLabel(/^Share of CS-/).fill('1500');
    await page.getByLabel('Share of Wallet').fill('100');
    await page.getByText('TSh\u00a0400 goes nowhere yet').waitFor();
    expect(await page.getByRole('button', { name: 'Record payment' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByLabel('Share of Wallet').fill('500');
    await page.getByRole('button', { name: 'Record payment' }).click();
    await heading(page, 'Payment recorded');
    expect(await shop.standing(id)).toEqual({ wallet: 500, owes: 500, openSlips: 1 });
  });

  test('a price of the cashier’s own needs a supervisor’s PIN, and the slip goes out with their leave', async () => {
    const id = await shop.customer('Jabiri Kombo');
    await shop.approver('asha', '4711');
    const page = await atTheTill('Jabiri Kombo', {}, 'cashier');
    await page.goto(`/desk/customers/${id}/slip`);
    await goods(page, /^Espresso/).click();
    await page.getByRole('button', { name: 'Change the price of Espresso' }).click();
    await page.getByLabel('Unit price of Espresso').fill('2500');
    await page.getByRole('button', { name: 'Record slip' }).click();
    const dialog = page.getByRole('dialog', { name: 'A supervisor has to approve' });
    await dialog.getByLabel('PIN').fill('1111');
    await dialog.getByRole('button', { name: 'Approve and record' }).click();
    await dialog.getByText('the approver or the PIN is not right').waitFor();
    await dialog.getByLabel('PIN').fill('4711');
    await dialog.getByRole('button', { name: 'Approve and record' }).click();
    await heading(page, 'Slip recorded');
    expect(await shop.standing(id)).toEqual({ wallet: 0, owes: 2_500, openSlips: 1 });
  });

  test('a queued slip that the service refuses needs attention, and other customers’ slips go on', async () => {
    const [limited, other] = [await shop.customer('Kassim Yusuf'), await shop.customer('Leila Hassan')];
    for (const id of [limited, other]) {
      await shop.slip(id, 1_000);
      await shop.limit(id, 10_000);
    }
    const page = await atTheTill('Kassim Yusuf', { serviceWorkers: 'block' });
    for (const [id, name] of [
      [limited, 'Kassim Yusuf'],
      [other, 'Leila Hassan'],
    ] as const) {
      await page.goto(`/desk/customers/${id}`);
      await heading(page, name);
      await page.getByText('TSh\u00a09,000 of credit left').waitFor();
    }
    // The code of the screens is there before the network goes, as a worker would have it.
    await page.getByRole('button', { name: 'New slip' }).click();
    await goods(page, /^Espresso/).waitFor();
    await page.context().setOffline(true);
    await takeOffline(page);
    await shop.limit(limited, 1_000);
    await page.getByRole('button', { name: 'Next customer' }).click();
    await search(page).fill('kassim');
    await page.getByRole('option', { name: 'Kassim Yusuf' }).click();
    await page.getByRole('button', { name: 'New slip' }).click();
    await takeOffline(page);
    await page.context().setOffline(false);
    await page.getByText('1 needs attention').waitFor();
    await until(async () => (await shop.standing(other)).owes === 4_000);
    expect(await shop.standing(limited)).toEqual({ wallet: 0, owes: 1_000, openSlips: 1 });
  });

  async function takeOffline(page: Page): Promise<void> {
    await goods(page, /^Espresso/).click();
    await page.getByRole('button', { name: 'Record slip' }).click();
    await page.getByText(/Device reference [A-Z0-9]{4}-\d{4}/).waitFor();
  }

  test('another language in the middle of a form leaves what is typed', async () => {
    const id = await shop.customer('Mariam Bakari');
    await shop.slip(id, 2_000);
    const page = await atTheTill('Mariam Bakari');
    await page.goto(`/desk/customers/${id}/payment`);
    await page.getByLabel('Amount, Cash').fill('1500');
    await page.getByRole('button', { name: 'Language and appearance' }).click();
    await page.getByRole('menuitemradio', { name: 'Kiswahili' }).click();
    await heading(page, 'Pokea malipo');
    expect(await amountIn(page, 'Kiasi, Pesa taslimu')).toBe('1500');
  });
});
