import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenFor } from '../sockets/support.ts';
import { chromiumProgram } from './chromium.ts';
import { PHONE } from './console.ts';
import { type LiveConsole, openLiveConsole, walletSays } from './live/service.ts';
import { openScreen } from './screen.ts';
import { testInWhole } from './whole.ts';

/** As long as a busy machine may need. */
const PATIENCE = { timeout: 15_000 };

describe.skipIf(chromiumProgram() === null)("a customer's own page in Chromium", () => {
  let live: LiveConsole;
  let staff: string;
  beforeAll(async () => {
    live = await openLiveConsole();
    staff = await tokenFor('staff', 'neema');
    await live.topup('asha', 70);
    await slip('asha', 'Chai ya tangawizi', 4_500);
    await live.topup('juma', 5);
  });
  afterAll(() => live?.close());

  const slip = (customer_id: string, description: string, unit_price_cents: number) => {
    const lines = [{ item_id: 'tea', description, quantity: 2, unit_price_cents }];
    const body = { customer_id, store_id: 'S1', currency: 'TZS', lines, tax_cents: 500 };
    return live.instance.call('POST', '/api/wallet/credit-slips', body, staff);
  };

  async function open(customer: string, path = '/me', options = {}): Promise<Page> {
    const page = await live.openPage({ viewport: PHONE, ...options });
    await live.signIn(page, 'customer', customer);
    await openScreen(page, path);
    return page;
  }

  testInWhole('shows what is in the wallet, what is owed, and what was taken', async () => {
    const page = await open('asha');
    const balance = page.getByRole('region', { name: 'Balance in TZS' });
    await balance.getByText('TSh\u00a070').waitFor();
    await balance.getByText('TSh\u00a095').waitFor();
    await page.getByText('Open', { exact: true }).click();
    await page.getByText('2 × Chai ya tangawizi').waitFor();
    const lines = await page.locator('details dd').allTextContents();
    expect(lines).toEqual(['90.00', '5.00', '95.00']);
    await page.getByRole('heading', { name: 'today' }).waitFor();
    expect(await page.getByRole('link', { name: /Money added|Taken on a slip/ }).count()).toBe(2);
  });

  test('leads from what happened to its receipt, and back', async () => {
    const page = await open('asha');
    await page.getByRole('link', { name: /Taken on a slip/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Receipt' }).waitFor();
    const paper = page.getByRole('article', { name: 'Receipt' });
    await paper.getByText('Chai ya tangawizi').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PDF' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'latin1').slice(0, 5)).toBe('%PDF-');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { level: 1, name: 'My wallet' }).waitFor();
  });

  testInWhole("of somebody else's receipt it says that there is none", async () => {
    const page = await open('asha');
    const address = await page.getByRole('link', { name: /Taken on a slip/ }).getAttribute('href');
    const other = await open('juma', address ?? '');
    await other.getByRole('alert').waitFor();
    expect(await other.getByText('Chai ya tangawizi').count()).toBe(0);
  });

  testInWhole('gives the statement on the screen, as PDF and as CSV, and the two agree', async () => {
    const page = await open('asha', '/me/statement');
    await page.getByRole('region', { name: 'At the end' }).getByText('TSh\u00a095').waitFor();
    const shown = await page.locator('table:visible tbody td:last-child').allTextContents();
    expect(shown).toEqual(['70.00', '−95.00']);
    const download = async (kind: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: kind, exact: true }).click(),
      ]);
      return readFileSync(await file.path(), 'latin1');
    };
    expect((await download('PDF')).slice(0, 5)).toBe('%PDF-');
    const records = (await download('CSV')).split('\r\n').map((line) => line.split(','));
    const [header = [], ...rows] = records;
    const sum = (column: string) =>
      rows.reduce((total, row) => total + Math.round(Number(row[header.indexOf(column)] || 0) * 100), 0);
    const entries = rows.filter((row) => row[0] !== '#rows' && row[header.indexOf('debit')] !== undefined);
    expect(entries.length).toBeGreaterThanOrEqual(4);
    expect([sum('debit'), sum('credit')]).toEqual([9_500, 7_000]);
  });

  testInWhole('has a code for the till, also without a network', async () => {
    const page = await open('asha', '/me/code');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('img', { name: 'Code of asha' }).waitFor();
  });

  test('shows without a network what was last known, and as of when', async () => {
    const page = await open('asha');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.getByText('Up to date').waitFor();
    await page.getByRole('link', { name: /Money added/ }).click();
    await page.getByRole('article', { name: 'Receipt' }).waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('link', { name: /Money added/ }).waitFor();
    await page.context().setOffline(true);
    await page.reload();
    await walletSays(page, 'TSh\u00a070');
    await page.getByText('Known balance,').waitFor();
    await page.getByRole('link', { name: /Money added/ }).click();
    await page.getByRole('article', { name: 'Receipt' }).waitFor();
  });

  test('says of a history that cannot be read that it is an old one', async () => {
    await live.topup('zuri', 1);
    const page = await open('zuri');
    const entries = page.getByRole('link', { name: /Money added/ });
    await entries.waitFor();
    await page.route('**/api/wallet/history/**', (route) => route.fulfill({ status: 503 }));
    await live.topup('zuri', 1);
    await walletSays(page, 'TSh\u00a02');
    await page.getByText('As it was last known;').waitFor();
    expect(await entries.count()).toBe(1);
    await page.unroute('**/api/wallet/history/**');
    await live.topup('zuri', 1);
    await page.getByText('As it was last known;').waitFor({ state: 'detached' });
    await expect.poll(() => entries.count(), PATIENCE).toBe(3);
  });

  test('on a shared device shows nothing of who was here before, with a network and without', async () => {
    const page = await open('asha');
    await walletSays(page, 'TSh\u00a070');
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    const kept = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).join(' '));
    await expect.poll(kept, PATIENCE).not.toContain(':asha:cache');
    await live.signIn(page, 'customer', 'juma');
    await walletSays(page, 'TSh\u00a05');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.context().setOffline(true);
    await page.reload();
    await walletSays(page, 'TSh\u00a05');
    const text = await page.locator('body').textContent();
    expect(text).not.toContain('Chai');
    expect(text).not.toContain('TSh\u00a070');
  });

  test('shows nothing of another customer whose token takes over while it is open', async () => {
    const page = await open('asha');
    await walletSays(page, 'TSh\u00a070');
    const other = await page.context().newPage();
    await live.signIn(other, 'customer', 'juma');
    await walletSays(page, 'TSh\u00a05');
    expect(await page.locator('body').textContent()).not.toContain('TSh\u00a070');
  });
});
