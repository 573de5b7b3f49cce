/** A shop to sell in: the demo's catalogue, and customers of one's own, in shillings. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { productRecords, STORES } from '../../../src/demo/catalogue.ts';
import { CURRENCY } from '../../../src/demo/submit.ts';
import { takeProducts } from '../../../src/feeds/take.ts';
import { Tally } from '../../../src/feeds/tally.ts';
import { AssetRegistry } from '../../../src/queries/asset-registry.ts';
import { LedgerNames } from '../../../src/queries/ledgers.ts';
import { SETTINGS } from '../../support/http.ts';
import type { Wanted } from '../chromium.ts';
import { type ConsoleUnderTest, openConsole } from '../console.ts';

export interface Shop extends ConsoleUnderTest {
  /** Adds a customer; gives the id. */
  customer(name: string, phone?: string): Promise<string>;
  /** Records a slip of so many shillings; gives its number. */
  slip(customer: string, shillings: number): Promise<string>;
  topup(customer: string, shillings: number): Promise<string>;
  limit(customer: string, shillings: number): Promise<void>;
  /** What the books say, in shillings. */
  standing(customer: string): Promise<{ wallet: number; owes: number; openSlips: number }>;
  /** How many entries there are, of whatever kind. */
  entries(customer: string): Promise<number>;
  /** Lets somebody approve with this PIN. */
  approver(subject: string, pin: string): Promise<void>;
}

const CENTS = 100;

export async function openShop(wanted?: Wanted): Promise<Shop> {
  const console = await openConsole({ settings: { ...SETTINGS, defaultCurrency: CURRENCY } }, wanted);
  const { server } = console;
  await stock(server.database);
  const call = async (method: 'POST' | 'GET' | 'PUT', url: string, body?: unknown, as: 'staff' | 'admin' = 'staff') => {
    const answer = await server.call(method, url, { as, ...(body !== undefined && { body }) });
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
    return answer.json;
  };
  return {
    ...console,
    async customer(name, phone) {
      const body = { name, ...(phone !== undefined && { phone_number: phone }) };
      return (await call('POST', '/api/v1/customers', body)).data._id;
    },
    async slip(customer_id, shillings) {
      const line = { item_id: 'x', description: 'Goods', quantity: 1, unit_price_cents: shillings * CENTS };
      const body = { customer_id, store_id: STORES[0], currency: CURRENCY, lines: [line] };
      return (await call('POST', '/api/wallet/credit-slips', body)).slip_number;
    },
    async topup(user_id, shillings) {
      const body = { user_id, asset_code: CURRENCY, amount: shillings * CENTS, reference_id: randomUUID() };
      return (await call('POST', '/api/v1/wallets/topup', body)).data.transaction_id;
    },
    async limit(customer, shillings) {
      const url = `/api/v1/customers/${customer}/credit-limits/${CURRENCY}`;
      await call('PUT', url, { amount_cents: shillings * CENTS });
    },
    async standing(customer) {
      const { balance } = await call('GET', `/api/wallet/balance/${customer}?currency=${CURRENCY}`);
      const wallet = balance.wallet_available_cents;
      return {
        wallet: wallet / CENTS,
        owes: (wallet - balance.balance_cents) / CENTS,
        openSlips: balance.open_slips_count,
      };
    },
    async entries(customer) {
      const { pagination } = await call('GET', `/api/wallet/history/${customer}?currency=${CURRENCY}&per_page=1`);
      return pagination.total_entries;
    },
    async approver(subject, pin) {
      const answer = await server.call('PUT', '/api/v1/approvers/me/pin', {
        as: { role: 'supervisor', subject },
        body: { pin },
      });
      if (answer.status !== 200) throw new Error(answer.text);
    },
  };
}

async function stock({ app }: ConsoleUnderTest['server']['database']): Promise<void> {
  const asset = await new AssetRegistry(app).find(CURRENCY);
  const ledgerId = await new LedgerNames(app).find('main');
  if (!asset || ledgerId === null) throw new Error('the books are not there');
  const tally = new Tally();
  await takeProducts({ database: app, ledgerId, asset }, productRecords(), tally);
  if (tally.refused[0]) throw new Error(tally.refused[0].reason);
}

/** Waits until the till knows its customers and goods: from then on it needs no network to find them. */
export async function tillKnows(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: /phone, code/ }).fill(name);
  await page.getByRole('option', { name }).waitFor();
  await page.getByRole('combobox', { name: /phone, code/ }).fill('');
}
