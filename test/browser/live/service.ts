/** The service as it is started, sockets included, with the console in front of it and money that moves. */
import type { Page } from 'playwright-core';
import type { Role } from '../../../src/tokens.ts';
import { type Instance, startInstance, tokenFor } from '../../sockets/support.ts';
import { createTestDatabase } from '../../support/database.ts';
import { buildConsole, type ConsoleUnderTest, openBrowser, signInWith } from '../console.ts';

export interface LiveConsole extends Pick<ConsoleUnderTest, 'browser' | 'address' | 'openPage' | 'close'> {
  readonly instance: Instance;
  /** Adds so many shillings to a customer's wallet. */
  topup(customer: string, shillings: number): Promise<void>;
  /** Signs in, for an hour unless said otherwise. */
  signIn(page: Page, role: Role, subject: string, seconds?: number): Promise<void>;
}

export async function openLiveConsole(): Promise<LiveConsole> {
  buildConsole();
  const database = await createTestDatabase();
  const instance = await startInstance(database, { DEFAULT_CURRENCY: 'TZS' });
  const { browser, openPage, close: closeBrowser } = await openBrowser(instance.base);
  let references = 0;
  return {
    instance,
    browser,
    address: instance.base,
    openPage,
    async topup(user_id, shillings) {
      references += 1;
      const body = { user_id, asset_code: 'TZS', amount: shillings * 100, reference_id: `live-${references}` };
      await instance.call('POST', '/api/v1/wallets/topup', body);
    },
    signIn: async (page, role, subject, seconds) => signInWith(page, await tokenFor(role, subject, seconds)),
    async close() {
      await closeBrowser();
      await instance.stop();
      await database.drop();
    },
  };
}

/** The wallet of the one currency on the page, once it says this. */
export const walletSays = (page: Page, shillings: string): Promise<void> =>
  page.getByRole('region', { name: 'Balance in TZS' }).getByText(shillings, { exact: true }).first().waitFor();
