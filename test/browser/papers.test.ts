import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testKey } from '../support/checkpoints.ts';
import { axeProblems } from './axe.ts';
import { chromiumProgram } from './chromium.ts';
import { type ConsoleUnderTest, openConsole, PHONE, signIn } from './console.ts';
import { change } from './outbox/till.ts';
import { queue } from './queue/queue.ts';
import { openScreen, readyForOffline } from './screen.ts';
import { watch } from './watch.ts';
import { testInWhole } from './whole.ts';

/** What signs the test's checkpoints. */
const KEY = testKey().publicKey.toString('base64');
const STORE = { store_id: 'Kariakoo', currency: 'TZS' };

describe.skipIf(chromiumProgram() === null)('papers', () => {
  let console: ConsoleUnderTest;
  let page: Page;
  let sale: string;
  let payment: string;

  const transactionOf = async (path: string, body: object): Promise<string> => {
    const answer = await console.server.call('POST', `/api/wallet/${path}`, {
      as: 'staff',
      body: { ...STORE, ...body },
    });
    return answer.headers['transaction-id'] ?? '';
  };

  beforeAll(async () => {
    console = await openConsole();
    await console.server.call('POST', '/api/v1/customers', {
      as: 'staff',
      body: { customer_id: 'asha', name: 'Asha Mrema', phone_number: '+255710000001' },
    });
    const lines = [
      { item_id: 'tea', description: 'Chai ya maziwa', quantity: 2, unit_price_cents: 150_000 },
      { item_id: 'rice', description: 'Mchele 5 kg', quantity: 1, unit_price_cents: 1_250_050 },
    ];
    sale = await transactionOf('credit-slips', { customer_id: 'asha', lines, discount_cents: 50_050 });
    const tenders = [
      { method: 'CASH', amount_cents: 1_000_000 },
      { method: 'MOBILE', amount_cents: 700_000, reference: 'MP4K2' },
    ];
    payment = await transactionOf('payments', { customer_id: 'asha', tenders });
    page = await console.openPage({ reducedMotion: 'reduce' });
    await signIn(page, 'staff');
  });
  afterAll(() => console?.close());

  const chooseWidth = (name: string) => page.getByRole('button', { name, exact: true }).click();

  /** The pages of what is printed now, as wide and as high as they are, in millimetres. */
  async function printed(): Promise<{ width: number; height: number }[]> {
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    return [...pdf.matchAll(/\/MediaBox\s*\[([\d.\s]+)\]/g)].map(([, box = '']) => {
      const [, , width = 0, height = 0] = box.trim().split(/\s+/).map(Number);
      return { width: Math.round((width / 72) * 25.4), height: Math.round((height / 72) * 25.4) };
    });
  }

  testInWhole('a receipt says what was sold, how it was paid, and how the customer stands then', async () => {
    await openScreen(page, `/desk/receipts/${sale}`);
    const paper = page.getByRole('article', { name: 'Receipt' });
    const said = (await paper.innerText()).replaceAll(/\s+/g, ' ');
    for (const part of [
      'Kariakoo',
      'Asha Mrema',
      'Chai ya maziwa',
      '2 × 1,500.00',
      'Mchele 5 kg',
      '12,500.50',
      'Discount −500.50',
    ])
      expect(said).toContain(part);
    expect(said).toMatch(/Total TSh 15,000\.00/);
    expect(said).toMatch(/Balances after Owes TSh 15,000/);

    await openScreen(page, `/desk/receipts/${payment}`);
    const paid = (await paper.innerText()).replaceAll(/\s+/g, ' ');
    expect(paid).toMatch(/Cash 10,000\.00 Mobile money MP4K2 7,000\.00 Paid TSh 17,000\.00/);
    expect(paid).toMatch(/Credit slip 15,000\.00 Wallet 2,000\.00/);
    expect(paid).toMatch(/Owes TSh 0 Wallet TSh 2,000|Wallet TSh 2,000 Owes TSh 0/);
  });

  test.each([
    ['58 mm', 58],
    ['80 mm', 80],
  ])('on a roll of %s it is one page of that width, as long as it needs to be', async (name, width) => {
    await openScreen(page, `/desk/receipts/${sale}`);
    await chooseWidth(name);
    const [first, ...more] = await printed();
    expect({ width: first?.width, more }).toEqual({ width, more: [] });
    expect(first?.height).toBeGreaterThan(60);
    expect(first?.height).toBeLessThan(250);
  });

  test('on A4 it is one page, and nothing of the console is on it', async () => {
    await openScreen(page, `/desk/receipts/${sale}`);
    await chooseWidth('A4');
    expect(await printed()).toEqual([{ width: 210, height: 297 }]);
    await page.emulateMedia({ media: 'print' });
    for (const control of ['Print', 'Share', 'PDF', 'Back'])
      expect(await page.getByRole('button', { name: control, exact: true }).count()).toBe(0);
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.emulateMedia({ media: null });
  });

  testInWhole('what another till has made is a copy; what was made here is one after it was printed', async () => {
    await openScreen(page, `/desk/receipts/${sale}`);
    await page.getByText('COPY', { exact: true }).waitFor();

    const [reference = ''] = await queue(page, 'staff', [change('asha', 77)]);
    await openScreen(page, `/desk/provisional/${reference}`);
    await page.waitForURL('**/desk/receipts/*');
    await page.getByRole('article', { name: 'Receipt' }).waitFor();
    await page.getByText('COPY', { exact: true }).waitFor({ state: 'detached' });
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await page.getByRole('button', { name: 'Print' }).click();
    await page.locator('html[data-printed]').waitFor();
    // The paper that came out could be checked by its code.
    await page.getByRole('img', { name: 'Code that opens this receipt' }).waitFor();
    await page.getByText('COPY', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('COPY', { exact: true }).waitFor();
  });

  testInWhole('in Swahili a copy says so in Swahili', async () => {
    const other = await console.openPage({ locale: 'sw' });
    await signIn(other, 'cashier');
    await openScreen(other, `/desk/receipts/${sale}`);
    await other.getByText('NAKALA', { exact: true }).waitFor();
    await other.getByText('Jumla', { exact: true }).waitFor();
  });

  testInWhole('what waits is printed as provisional, under its device reference', async () => {
    const other = await console.openPage();
    await signIn(other, 'cashier');
    await openScreen(other, '/outbox');
    await readyForOffline(other);
    await other.context().setOffline(true);
    const [reference = ''] = await queue(other, 'cashier', [change('asha', 55)]);
    await other.getByRole('link', { name: reference }).click();
    const paper = other.getByRole('article', { name: 'Receipt' });
    await paper.getByText('PROVISIONAL', { exact: true }).waitFor();
    expect((await paper.innerText()).replaceAll(/\s+/g, ' ')).toContain(`Device reference ${reference}`);
    await other.context().setOffline(false);
    // The service has it now: the paper becomes the receipt.
    await other.waitForURL('**/desk/receipts/*');
  });

  test('a shared link opens this receipt alone, without signing in, and the browser checks that it is genuine', async () => {
    await openScreen(page, `/desk/receipts/${payment}`);
    await page.getByRole('button', { name: 'Share' }).click();
    const sheet = page.getByRole('dialog', { name: 'Share' });
    const link = await sheet.getByText(/\/r\//).innerText();
    expect(await sheet.getByRole('link', { name: 'WhatsApp' }).getAttribute('href')).toMatch(
      /^https:\/\/wa\.me\/255710000001\?text=Receipt/,
    );
    expect(await axeProblems(page)).toEqual([]);

    const stranger = await console.openPage({ viewport: PHONE, reducedMotion: 'reduce' });
    await stranger.route('**/api/v1/checkpoint-keys', (route) =>
      route.fulfill({ json: { success: true, data: { origin: 'pochi', keys: [{ public_key: KEY }] } } }),
    );
    const { elsewhere, complaints } = watch(stranger, console.address);
    await openScreen(stranger, link);
    await stranger.getByText('MP4K2').waitFor();
    await stranger.getByRole('button', { name: 'Check the proof' }).click();
    await stranger.getByText('The proof holds: this stands in block').waitFor();
    expect(await axeProblems(stranger)).toEqual([]);
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
    await openScreen(stranger, `${link.slice(0, -4)}AAAA`);
    await stranger.getByRole('alert').waitFor();
  });

  test('the amounts of a statement, and those of its CSV, come to the same', async () => {
    await openScreen(page, '/desk/customers/asha');
    await page.keyboard.press('s');
    await page.waitForURL('**/statement**');
    await openScreen(page, '/desk/customers/asha/statement?currency=TZS');
    const total = page.getByRole('row', { name: /^Total/ });
    const [debit, credit] = (await total.getByRole('cell').allInnerTexts()).map((text) => text.replaceAll(',', ''));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    const [header = '', ...records] = text.split('\r\n').filter((line) => line !== '' && !line.startsWith('#'));
    const at = (name: string) => header.replace('\ufeff', '').split(',').indexOf(name);
    const sum = (name: string) =>
      records
        .map((record) => record.split(',')[at(name)] ?? '')
        .filter((value) => value !== '')
        .reduce((total, value) => total + BigInt(value.replace('.', '')), 0n);
    const minor = (shown = '') => BigInt(shown.replace('.', ''));
    expect([sum('debit'), sum('credit')]).toEqual([minor(debit), minor(credit)]);
    expect(sum('debit')).toBeGreaterThan(0n);
    const rows = await page.getByRole('row').count();
    // Those of the screen have a heading and a total more.
    expect(records).toHaveLength(rows - 2);
  });

  test('a statement fits on A4', async () => {
    await openScreen(page, '/desk/customers/asha/statement');
    await page.getByRole('row', { name: /^Closing/ }).waitFor();
    const pages = await printed();
    expect(new Set(pages.map(({ width }) => width))).toEqual(new Set([210]));
  });

  testInWhole('a proof that was saved is checked on a page of its own, without a network', async () => {
    const proof = await console.server.call('GET', `/api/v1/transactions/${sale}/proof`, { as: 'staff' });
    const stranger = await console.openPage({ reducedMotion: 'reduce' });
    await openScreen(stranger, '/verify');
    await readyForOffline(stranger);
    await stranger.context().setOffline(true);
    await stranger.reload();
    const check = async (given: unknown) => {
      await stranger.getByLabel('Or its text').fill(JSON.stringify({ proof: given, keys: [KEY] }));
      await stranger.getByRole('button', { name: 'Check the proof' }).click();
    };
    // A key that only the file names says nothing of who has signed.
    await check(proof.json.data);
    await stranger.getByText('compare that key with the one that the shop has published').waitFor();
    await stranger.getByLabel('Public key of the books').fill(KEY);
    await check(proof.json.data);
    await stranger.getByText('compare that key').waitFor({ state: 'detached' });
    await stranger.getByText('The proof holds: this stands in block').waitFor();
    await stranger.getByText(sale).first().waitFor();
    await check({ ...proof.json.data, operation: proof.json.data.operation.replace('1500000', '1600000') });
    await stranger.getByText('something was changed').waitFor();
    expect(await axeProblems(stranger)).toEqual([]);
  });

  testInWhole('no paper is wider than the narrowest window, and axe finds nothing', async () => {
    const phone = await console.openPage({
      viewport: { width: 320, height: 700 },
      locale: 'sw',
      reducedMotion: 'reduce',
    });
    await signIn(phone, 'staff');
    const found: string[] = [];
    for (const path of [`/desk/receipts/${sale}`, '/desk/customers/asha/statement', '/verify']) {
      await openScreen(phone, path);
      for (const colorScheme of ['light', 'dark'] as const) {
        await phone.emulateMedia({ colorScheme });
        found.push(...(await axeProblems(phone)).map((problem) => `${path} ${colorScheme} ${problem}`));
      }
      const over = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) found.push(`${path} is ${over} px too wide`);
    }
    expect(found).toEqual([]);
  });
});
