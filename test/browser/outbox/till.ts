/** A till: tabs of one real browser, on one device, in front of the real service behind a bad network. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Intent } from '../../../console/src/outbox/intent.ts';
import { openServer, type TestServer, tokenOf } from '../../support/http.ts';
import { bundle } from '../bundle.ts';
import { launchChromium } from '../chromium.ts';
import { FaultProxy } from './fault-proxy.ts';

export const CASHIER = 'cashier-1';

export class Till {
  readonly server: TestServer;
  readonly proxy: FaultProxy;
  readonly context: BrowserContext;
  readonly #browser: Browser;
  readonly #query: string;

  private constructor(server: TestServer, proxy: FaultProxy, browser: Browser, context: BrowserContext, query: string) {
    this.server = server;
    this.proxy = proxy;
    this.#browser = browser;
    this.context = context;
    this.#query = query;
  }

  /** `without` leaves out what keeps effects single: `no-lock`, `no-key`. */
  static async open(random: () => number, without: readonly string[] = []): Promise<Till> {
    const server = await openServer();
    const target = await server.app.listen({ host: '127.0.0.1', port: 0 });
    const proxy = await FaultProxy.before(target, await bundle(new URL('./page.ts', import.meta.url).pathname), random);
    const browser = await launchChromium();
    const context = await browser.newContext({ baseURL: proxy.address });
    const token = await tokenOf({ role: 'staff', subject: CASHIER });
    const query = new URLSearchParams({
      token,
      subject: CASHIER,
      ...Object.fromEntries(without.map((one) => [one, ''])),
    });
    return new Till(server, proxy, browser, context, query.toString());
  }

  async openTab(): Promise<Page> {
    const tab = await this.context.newPage();
    await this.load(tab);
    return tab;
  }

  /** Loads a tab, for the first time or again. */
  async load(tab: Page): Promise<void> {
    await tab.goto(`/?${this.#query}`);
    await tab.evaluate(() => window.outboxPage.then(() => undefined));
  }

  /** What the books say of a customer: the amounts of all that was credited, in order. */
  async credited(customer: string): Promise<number[]> {
    const { rows } = await this.server.database.owner.query<{ amount: string }>(
      `select e.amount::text from entries e
         join accounts a on a.ledger_id = e.ledger_id and a.id = e.account_id
        where a.owner = $1 and a.kind = 'wallet' order by e.seq`,
      [customer],
    );
    return rows.map(({ amount }) => Number(amount));
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.#browser.close();
    await this.proxy.close();
    await this.server.close();
  }
}

/** Change kept in a customer's wallet: no two writes of a test have the same amount. */
export const change = (customer: string, amount: number): Intent => ({
  operation: 'changeStore',
  customer,
  method: 'POST',
  path: '/api/wallet/store-change',
  body: { customer_id: customer, store_id: 'S1', currency: 'USD', change_cents: amount },
  label: { amount: String(amount), asset: 'USD', customerName: customer },
});
