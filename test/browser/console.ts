/** A really running service with the built console, and a browser in front of it. */
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { ServerParts } from '../../src/faces/http/server.ts';
import type { Role } from '../../src/tokens.ts';
import { openServer, type TestServer, tokenOf } from '../support/http.ts';
import { launchChromium, type Wanted } from './chromium.ts';

/** Builds the console where its sources have changed since. */
export const { ensureConsole: buildConsole } = createRequire(import.meta.url)('../../scripts/ensure-console.cjs') as {
  ensureConsole: () => void;
};

export interface ConsoleUnderTest {
  readonly server: TestServer;
  readonly browser: Browser;
  /** Such as `http://127.0.0.1:40123`. */
  readonly address: string;
  /** A page of its own, with nothing kept from others. English, light, a desktop's width unless said otherwise. */
  openPage(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Long enough for a busy machine, short enough to say which step it was. */
const PATIENCE_MS = 30_000;

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

/**
 * Builds the console if that is needed, and starts the service on a free port and a database of its own; `parts` replaces
 * what it is made of.
 */
export async function openConsole(parts: Partial<ServerParts> = {}, wanted?: Wanted): Promise<ConsoleUnderTest> {
  buildConsole();
  const server = await openServer(parts);
  const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
  const { browser, openPage, close: closeBrowser } = await openBrowser(address, wanted);
  const close = async () => {
    await closeBrowser();
    await server.close();
  };
  return { server, browser, address, openPage, close };
}

/** A browser whose pages are at this address unless said otherwise. */
export async function openBrowser(
  address: string,
  wanted?: Wanted,
): Promise<Pick<ConsoleUnderTest, 'browser' | 'openPage' | 'close'>> {
  const browser = await launchChromium(wanted);
  const contexts: BrowserContext[] = [];
  const openPage = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      baseURL: address,
      locale: 'en-GB',
      colorScheme: 'light',
      viewport: DESKTOP,
      timezoneId: 'Africa/Dar_es_Salaam',
      ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    contexts.push(context);
    return context.newPage();
  };
  const close = async () => {
    for (const context of contexts) await context.close();
    await browser.close();
  };
  return { browser, openPage, close };
}

/** Signs in as anyone would, with a token; ends on the first screen of that role. */
export async function signIn(page: Page, role: Role, subject: string = role): Promise<void> {
  await signInWith(page, await tokenOf({ role, subject }));
}

export async function signInWith(page: Page, token: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(/^(Access token|Tokeni ya kuingia)$/).fill(token);
  await page.getByRole('button', { name: /^(Sign in|Ingia)$/ }).click();
  await page.getByRole('navigation').first().waitFor();
}
