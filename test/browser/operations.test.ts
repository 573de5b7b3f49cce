import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/tokens.ts';
import { plantDeadDelivery } from '../support/dead-delivery.ts';
import { chromiumProgram } from './chromium.ts';
import { type ConsoleUnderTest, openConsole, PHONE, signIn } from './console.ts';
import { openScreen, screenReady } from './screen.ts';
import { testInWhole } from './whole.ts';

/** Which parts of operations each role sees, and one thing that it may do there or not. */
const MATRIX: readonly [Role, readonly string[]][] = [
  ['staff', ['Ledger', 'Audit', 'Integrity', 'Events', 'Money flow', 'Settings']],
  ['supervisor', ['Ledger', 'Audit', 'Integrity', 'Events', 'Money flow', 'Settings']],
  ['admin', ['Ledger', 'Audit', 'Integrity', 'Events', 'Money flow', 'Settings']],
  ['auditor', ['Ledger', 'Audit', 'Integrity', 'Events', 'Money flow']],
];

describe.skipIf(chromiumProgram() === null)('operations in Chromium', () => {
  let console: ConsoleUnderTest;
  const ids: string[] = [];

  beforeAll(async () => {
    console = await openConsole();
    for (const [user_id, amount] of [
      ['asha', 1_000],
      ['asha', 25_050],
      ['asha', 700_000],
      ['juma', 5_000],
    ] as const) {
      const body = { user_id, asset_code: 'USD', amount, reference_id: `till-${ids.length}` };
      const { json } = await console.server.call('POST', '/api/v1/wallets/topup', { as: 'staff', body });
      ids.push(json.data.transaction_id);
    }
    await plantDeadDelivery(console.server.database.owner);
  });
  afterAll(() => console?.close());

  async function signedIn(role: Role = 'staff', options = {}): Promise<Page> {
    const page = await console.openPage(options);
    await signIn(page, role);
    return page;
  }

  /** The references of the rows, from the top. */
  const references = (page: Page) => page.getByRole('link', { name: /^\d{2} \w{3} \d{4}/ }).count();
  const removeChip = (page: Page, name: string) => page.getByRole('button', { name: `Remove the filter ${name}` });

  test('filters live in the address: they survive a reload, going back, and being shared', async () => {
    const page = await signedIn();
    await openScreen(page, '/operations/ledger');
    expect(await references(page)).toBe(8);
    await page.keyboard.press('f');
    const sheet = page.getByRole('dialog', { name: 'Filters' });
    await sheet.getByLabel('Currency').selectOption('USD');
    await sheet.getByLabel('At least').fill('100');
    await sheet.getByLabel('Customer').fill('asha');
    await sheet.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => references(page)).toBe(4);

    await page.reload();
    await screenReady(page);
    await removeChip(page, 'At least: US$ 100').waitFor();
    await removeChip(page, 'Customer: asha').click();
    await expect.poll(() => references(page)).toBe(4);
    expect(page.url()).not.toContain('customer');

    await page.goBack();
    await removeChip(page, 'Customer: asha').waitFor();

    const other = await signedIn('auditor');
    await openScreen(other, page.url());
    await removeChip(other, 'At least: US$ 100').waitFor();
    expect(await references(other)).toBe(4);
  });

  test('the exported file comes to what the screen says, and proves itself', async () => {
    const page = await signedIn('auditor');
    await openScreen(page, '/operations/ledger?currency=USD&customer=asha');
    const totals = page.getByRole('region', { name: 'What these rows come to' });
    await totals.getByText('6 entries in all').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const text = await readFile(await (await download).path(), 'utf8');

    const [trailer] = /#rows,.*\r\n$/.exec(text) ?? [''];
    const before = text.slice(0, -trailer.length);
    const hash = createHash('sha256').update(before).digest('hex');
    expect(trailer).toBe(`#rows,6,#sha256,${hash}\r\n`);
    await page.getByText('entries.csv: 6 rows saved').waitFor();
    await page.getByText(`SHA-256 ${hash}`).waitFor();
    await page.getByText('The file agrees with its hash.').waitFor();

    const rows: { debit: string; credit: string }[] = parse(before, { columns: true });
    const cents = (side: 'debit' | 'credit') =>
      rows.reduce((total, row) => total + BigInt(row[side].replace('.', '') || '0'), 0n);
    expect([cents('debit'), cents('credit')]).toEqual([726_050n, 726_050n]);
    expect((await totals.innerText()).match(/7,260\.50/g)).toHaveLength(2);
  });

  testInWhole('a saved view brings its filters back, a hidden column stays hidden', async () => {
    const page = await signedIn();
    await openScreen(page, '/operations/ledger?customer=juma');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByLabel('Name of these filters').fill('Only Juma');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Only Juma', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Reference' }).uncheck();
    await page.getByRole('button', { name: 'Done' }).click();

    await openScreen(page, '/operations/ledger');
    expect(await page.getByRole('columnheader', { name: 'Reference' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('button', { name: 'Only Juma', exact: true }).click();
    await removeChip(page, 'Customer: juma').waitFor();
  });

  testInWhole(
    'a row opens its transaction by keyboard; its debits are its credits, and its neighbours are a key away',
    async () => {
      const page = await signedIn();
      await openScreen(page, '/operations/ledger?customer=asha&account=wallet');
      for (const key of ['j', 'j', 'o']) await page.keyboard.press(key);
      await page.getByRole('heading', { level: 1, name: 'Top-up' }).waitFor();
      expect(page.url()).toContain(ids[1]);
      await page.getByRole('rowheader', { name: 'Debits = credits' }).waitFor();
      await page.keyboard.press('j');
      await page.getByText('till-2', { exact: true }).waitFor();
      await page.getByText('The flow as a table').click();
      await page.getByRole('cell', { name: 'asha · wallet' }).waitFor();
    },
  );

  test.each(MATRIX)('a %s sees its parts of operations', async (role, parts) => {
    const page = await signedIn(role);
    await openScreen(page, '/operations');
    const sections = page.getByRole('navigation', { name: 'Operations' }).getByRole('link');
    expect(await sections.allInnerTexts()).toEqual(parts);
    await openScreen(page, '/operations/events');
    expect(await page.getByRole('button', { name: 'Retry all dead' }).count()).toBe(role === 'auditor' ? 0 : 1);
    await openScreen(page, '/operations/settings?tab=assets');
    expect(await page.getByRole('button', { name: 'Add a currency' }).count()).toBe(role === 'admin' ? 1 : 0);
  });

  test('a cashier who comes by an address is told why nothing is shown', async () => {
    const page = await signedIn('cashier');
    expect(await page.getByRole('link', { name: 'Operations' }).count()).toBe(0);
    for (const part of ['ledger', 'audit', 'flow', 'integrity']) {
      await page.goto(`/operations/${part}`);
      await page.getByText('This is not for your role').first().waitFor();
    }
  });

  testInWhole('what fails says which request it was, and is there after another try', async () => {
    const page = await signedIn();
    await page.route('**/api/v1/entries?*', (route) =>
      route.fulfill({
        status: 403,
        headers: { 'x-request-id': 'the-request' },
        json: { code: 'FORBIDDEN', detail: 'Not now', instance: 'urn:pochi:request:the-request' },
      }),
    );
    await page.goto('/operations/ledger');
    await page.getByText('Request the-request').waitFor();
    await page.unroute('**/api/v1/entries?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => references(page)).toBe(8);
  });

  testInWhole('nothing that matches is not the same as nothing yet', async () => {
    const page = await signedIn();
    await openScreen(page, '/operations/ledger?customer=nobody');
    await page.getByText('No entries match these filters').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => references(page)).toBe(8);
  });

  testInWhole('the audit trail tells who did what, and leads to the transaction', async () => {
    const page = await signedIn('auditor');
    await openScreen(page, `/operations/audit?object=${ids[0]}`);
    await page.getByRole('table').getByRole('button').click();
    const line = page.getByRole('dialog', { name: 'walletTopup' });
    await line.getByText('staff (staff)').waitFor();
    await line.getByRole('link', { name: ids[0] as string }).click();
    await page.getByRole('heading', { level: 1, name: 'Top-up' }).waitFor();
  });

  testInWhole(
    'a dead delivery shows what was sent beside what was answered, and goes out again after a question',
    async () => {
      const page = await signedIn();
      await openScreen(page, '/operations/events?state=dead');
      await page.getByRole('table').getByRole('button', { name: 'wallet.funds_added' }).click();
      await page.getByText('the shop is closed').waitFor();
      await page.getByRole('heading', { name: 'Sent' }).waitFor();
      await page.getByRole('button', { name: 'Send again' }).click();
      await page.getByText('The other side may see it twice.').waitFor();
      await page.getByRole('button', { name: 'Send again' }).click();
      const state = async () => {
        const { rows } = await console.server.database.owner.query('select state from webhook_deliveries');
        return rows[0]?.state;
      };
      await expect.poll(state).toBe('pending');
    },
  );

  testInWhole('a day of the money flow leads to its entries, from the table and from the chart', async () => {
    const page = await signedIn();
    await openScreen(page, '/operations/flow');
    const chart = page.getByRole('region', { name: 'In and out by day' });
    await chart.getByText('The same as a table').click();
    await chart.getByRole('link').last().click();
    await removeChip(page, 'Currency: USD').waitFor();
    await expect.poll(() => references(page)).toBe(8);

    await page.goBack();
    await chart.locator('svg rect[class*="day"]').last().click();
    await removeChip(page, 'Currency: USD').waitFor();
    await expect.poll(() => references(page)).toBe(8);
  });

  testInWhole('a chart has its figures as a table and as a file, which come to the same', async () => {
    const page = await signedIn();
    await openScreen(page, '/operations/flow');
    const chart = page.getByRole('region', { name: 'In and out by day' });
    await chart.getByText('The same as a table').click();
    const download = page.waitForEvent('download');
    await chart.getByRole('button', { name: 'Export CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('in-out-USD.csv');
    const rows: { In: string }[] = parse(await readFile(await file.path(), 'utf8'), { columns: true });
    const shown = await chart.locator('tbody td:nth-child(2)').allInnerTexts();
    const cents = (text: string) => BigInt(text.replaceAll(/[^\d.]/g, '').replace('.', '') || '0');
    expect(rows.map((row) => cents(row.In)).reduce((a, b) => a + b)).toBe(731_050n);
    expect(shown).toHaveLength(rows.length);
    expect(shown.at(-1)).toBe('US$\u00a07,310.50');
  });

  test('no amount is shown before it is known how many decimals its asset has', async () => {
    const page = await signedIn('auditor', { serviceWorkers: 'block' });
    await page.evaluate(() => localStorage.removeItem('pochi-assets'));
    const { promise: known, resolve: tell } = Promise.withResolvers<void>();
    await page.route('**/api/v1/assets', async (route) => {
      await known;
      await route.continue();
    });
    await page.goto(`/operations/transactions/${ids[2]}`);
    const postings = page.getByRole('region', { name: 'Postings in USD' });
    await page.locator('[aria-busy="true"]').waitFor();
    await page.getByText('The flow as a table').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('700,000');
    tell();
    await postings.getByText('7,000.00').first().waitFor();
  });

  test('the proof of a transaction is checked in the browser, without a network too, and a forged one is found out', async () => {
    const page = await signedIn('auditor');
    await openScreen(page, `/operations/transactions/${ids[2]}`);
    await page.getByRole('button', { name: 'Show the proof' }).click();
    const holds = page.getByText('The proof holds: this stands in block');
    await holds.waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Check it again' }).click();
    await holds.waitFor();
    expect(await page.getByText('This could not be shown').count()).toBe(0);
    await page.context().setOffline(false);

    const forged = await signedIn('auditor', { serviceWorkers: 'block' });
    await forged.route('**/proof', async (route) => {
      const answer = await route.fetch();
      const json = await answer.json();
      json.data.operation = json.data.operation.replace('700000', '900000');
      await route.fulfill({ response: answer, json });
    });
    await openScreen(forged, `/operations/transactions/${ids[2]}`);
    await forged.getByRole('button', { name: 'Show the proof' }).click();
    await forged.getByText('something was changed').waitFor();
  });

  testInWhole('a proof of another transaction proves nothing of this one', async () => {
    const page = await signedIn('auditor', { serviceWorkers: 'block' });
    await page.route(`**/${ids[2]}/proof`, async (route) => {
      const other = route
        .request()
        .url()
        .replace(ids[2] as string, ids[1] as string);
      await route.fulfill({ response: await route.fetch({ url: other }) });
    });
    await openScreen(page, `/operations/transactions/${ids[2]}`);
    await page.getByRole('button', { name: 'Show the proof' }).click();
    await page.getByText('The proof is of another transaction.').waitFor();
  });

  testInWhole('a PIN is set by those who approve, and counts at once', async () => {
    const page = await signedIn('supervisor');
    await openScreen(page, '/operations/settings');
    await page.getByRole('button', { name: 'Set my PIN' }).click();
    for (const label of ['New PIN', 'The same PIN again']) await page.getByLabel(label, { exact: true }).fill('86420');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('cell', { name: 'supervisor (supervisor)' }).waitFor();
    const { status } = await console.server.call('POST', '/api/v1/approvals', {
      as: 'cashier',
      body: { approver: 'supervisor', pin: '86420', operation: 'transactionReverse', path: '/api/v1/x', body: {} },
    });
    expect(status).toBe(201);
  });

  test('books that were never verified are unknown; those that do not agree are told of on every screen', async () => {
    const page = await signedIn();
    await openScreen(page, '/operations/integrity');
    await page.getByText('They were never checked.').waitFor();
    await page.getByRole('button', { name: 'Run now' }).click();
    await page.getByText('The books agree').waitFor();

    const { owner } = console.server.database;
    const change = (step: number) =>
      owner.query('update wallet_balances set balance = balance + $1 where seq = 3', [step]);
    await change(1);
    await page.getByRole('button', { name: 'Run now' }).click();
    await page.getByText('The books do not agree', { exact: true }).first().waitFor();
    await openScreen(page, '/desk');
    await page.getByText('The books do not agree with themselves.').waitFor();
    await page.getByRole('link', { name: 'See what was found' }).click();
    await page
      .getByText(/\d+ failures?/)
      .first()
      .waitFor();
    await change(-1);
  });

  testInWhole('a result that is too old is unknown, and none of its checks is green', async () => {
    await console.server.call('POST', '/api/v1/integrity/run', { as: 'admin' });
    const page = await signedIn('auditor', { serviceWorkers: 'block', locale: 'sw' });
    await page.route('**/api/v1/integrity', async (route) => {
      const answer = await route.fetch();
      const json = await answer.json();
      Object.assign(json.data, { status: 'unknown', stale: true });
      await route.fulfill({ response: answer, json });
    });
    await openScreen(page, '/operations/integrity');
    const checks = page.getByRole('region', { name: 'Kaguzi' });
    await checks.getByText('Jumla ni sifuri').waitFor();
    const signs = await checks
      .getByRole('img')
      .evaluateAll((all) => all.map((sign) => sign.getAttribute('aria-label')));
    expect(signs).toContain('Haijulikani');
    expect(signs).not.toContain('Imepita');
  });

  testInWhole('on a phone the entries are a list, and nothing is wider than the window at 320 px', async () => {
    const page = await signedIn('staff', { viewport: PHONE, locale: 'sw' });
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of ['ledger', `transactions/${ids[0]}`, 'audit', 'integrity', 'events', 'flow', 'settings']) {
      await openScreen(page, `/operations/${path}`);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320]);
    }
  });
});
