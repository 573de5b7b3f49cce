import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOutbound } from '../../src/faces/outbound/outbound.ts';
import { chromiumProgram } from './chromium.ts';
import { type ConsoleUnderTest, openConsole, signIn } from './console.ts';
import { openScreen } from './screen.ts';
import { WHOLE } from './whole.ts';

describe.skipIf(chromiumProgram() === null || !WHOLE)('settings in Chromium', () => {
  let console: ConsoleUnderTest;
  let page: Page;

  beforeAll(async () => {
    console = await openConsole({ outbound: createOutbound({ allow: ['127.0.0.1'], timeoutMs: 1_000 }) });
    page = await console.openPage();
    await signIn(page, 'admin');
  });
  afterAll(() => console?.close());

  const call = async (method: 'GET' | 'PUT' | 'POST', path: string, body?: object) => {
    const { status, json } = await console.server.call(method, `/api/v1/${path}`, {
      as: 'admin',
      ...(body && { body }),
    });
    expect([200, 201]).toContain(status);
    return json.data;
  };
  const save = async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  test('a point rule opens as it stands, and one that is off stays off', async () => {
    await call('PUT', 'point-rules/spend/USD', { per_amount: 1250, points: 3, cap: 90, active: false });
    await openScreen(page, '/operations/settings?tab=points');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Edit the rule' });
    const values = ['For each whole', 'Points', 'At most'].map((label) => sheet.getByLabel(label).inputValue());
    expect(await Promise.all(values)).toEqual(['12.50', '3', '90']);
    expect(await sheet.getByRole('switch', { name: 'In force' }).getAttribute('aria-checked')).toBe('false');
    await sheet.getByLabel('Points').fill('4');
    await save();
    const rule = { action: 'spend', asset_code: 'USD', per_amount: 1250, points: 4, cap: 90, active: false };
    expect((await call('GET', 'point-rules')).point_rules).toEqual([rule]);

    await page.getByRole('button', { name: 'Set a rule' }).click();
    const added = page.getByRole('dialog', { name: 'Set a rule' });
    await added.getByLabel('Currency').selectOption('USD');
    expect(await added.getByLabel('At most').inputValue()).toBe('90');
    await added.getByLabel('For', { exact: true }).selectOption('Top-ups');
    expect(await added.getByLabel('At most').inputValue()).toBe('');
    await page.keyboard.press('Escape');
  });

  test('a credit limit opens as it stands; no limit is chosen, never left empty', async () => {
    await call('PUT', 'credit-limits/USD', { amount_cents: 50_000 });
    await openScreen(page, '/operations/settings?tab=limits');
    const open = () => page.getByRole('row', { name: /USD/ }).getByRole('button', { name: 'Change' }).click();
    const limits = async () => (await call('GET', 'credit-limits')).credit_limits;
    await open();
    const sheet = page.getByRole('dialog', { name: 'Set the limit in USD' });
    const amount = sheet.getByLabel('May owe at most');
    expect(await amount.inputValue()).toBe('500');
    await amount.fill('');
    expect(await sheet.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
    await sheet.getByRole('switch', { name: 'No limit' }).click();
    await save();
    expect(await limits()).toEqual([{ asset_code: 'USD', amount_cents: null }]);

    await page.getByRole('cell', { name: 'No limit' }).waitFor();
    await open();
    const none = sheet.getByRole('switch', { name: 'No limit' });
    expect(await none.getAttribute('aria-checked')).toBe('true');
    await none.click();
    await amount.fill('0');
    await save();
    expect(await limits()).toEqual([{ asset_code: 'USD', amount_cents: 0 }]);
  });

  test('a webhook is told of the types that were chosen, and of all again', async () => {
    await openScreen(page, '/operations/settings?tab=webhooks');
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    const sheet = page.getByRole('dialog', { name: 'Add a webhook' });
    await sheet.getByLabel('Address').fill('http://127.0.0.1:9/hook');
    await sheet.getByRole('switch', { name: 'All events' }).click();
    expect(await sheet.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
    await sheet.getByLabel('wallet.slip_voided').check();
    await sheet.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'I have kept it' }).click();
    const types = async () => (await call('GET', 'webhooks')).webhooks[0].event_types;
    expect(await types()).toEqual(['wallet.slip_voided']);

    await page.getByRole('cell', { name: '1 type' }).waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const edit = page.getByRole('dialog', { name: 'Edit the webhook' });
    expect(await edit.getByLabel('wallet.slip_voided').isChecked()).toBe(true);
    await edit.getByLabel('wallet.created').check();
    await save();
    expect((await types()).toSorted()).toEqual(['wallet.created', 'wallet.slip_voided']);

    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await edit.getByRole('switch', { name: 'All events' }).click();
    await save();
    expect(await types()).toBe(null);
  });

  test('a way of paying leads to its own entries, over all stores', async () => {
    await call('POST', 'wallets/topup', { user_id: 'asha', asset_code: 'USD', amount: 500, reference_id: 'first' });
    for (const [store_id, method] of [
      ['S1', 'CASH'],
      ['S2', 'CASH'],
      ['S1', 'MOBILE'],
    ]) {
      const body = { customer_id: 'asha', store_id, currency: 'USD', method, amount_cents: 100 };
      const { status } = await console.server.call('POST', '/api/wallet/payments', { as: 'staff', body });
      expect(status).toBe(200);
    }
    await openScreen(page, '/operations/flow');
    await page.getByRole('link', { name: /^CASH/ }).click();
    await page.getByText('2 entries in all').waitFor();
  });
});
