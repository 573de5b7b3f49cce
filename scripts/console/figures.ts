/**
 * Prints what the console is measured by, with the target of each figure and whether it holds.
 *
 *     npm run figures:console [-- size load search screens flaps]
 *
 * Without names it measures all but the flaps, which take minutes: `npm run flaps:outbox` is the long run of them. Fails
 * where a figure does not hold. Times are those of this machine: they mean something where it has nothing else to do.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readConfig } from '../../src/config.ts';
import { CONSOLE_FOLDER } from '../../src/faces/http/console/serve.ts';
import type { Role } from '../../src/tokens.ts';
import { launchChromium } from '../../test/browser/chromium.ts';
import { buildConsole, signInWith } from '../../test/browser/console.ts';
import { openDemoShop } from '../../test/browser/looks/shop.ts';
import { browserFlap } from '../../test/browser/outbox/flaps.ts';
import { type Figure, holds, line } from './figures/figure.ts';
import { loads } from './figures/load.ts';
import { addCustomers } from './figures/many-customers.ts';
import { screens } from './figures/screens.ts';
import { keystrokes, searchField } from './figures/search.ts';
import { sizes } from './figures/sizes.ts';

const CUSTOMERS = 5000;

buildConsole();

const wanted = process.argv.slice(2);
const isWanted = (part: string) => wanted.includes(part) || (wanted.length === 0 && part !== 'flaps');
const figures: Figure[] = [];
const show = (found: readonly Figure[]) => {
  figures.push(...found);
  for (const figure of found) console.log(line(figure));
};

if (isWanted('size')) show(sizes(CONSOLE_FOLDER));
if (isWanted('load') || isWanted('search') || isWanted('screens')) await inTheBrowser();
if (isWanted('flaps')) show(await flaps());
if (!figures.every(holds)) process.exitCode = 1;

async function inTheBrowser(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pochi-figures-'));
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    DEFAULT_CURRENCY: 'TZS',
    RATE_LIMIT: '0',
  });
  const shop = await openDemoShop(config);
  const { address, token } = shop;
  const browser = await launchChromium();
  const signIn = async (page: Page, role: Role) => signInWith(page, await token(role));
  try {
    if (isWanted('load')) show(await loads(browser, address, await signedIn(browser, address, signIn)));
    if (isWanted('screens')) {
      const report = await screens(browser, shop);
      show(report.figures);
      for (const problem of report.problems) console.log(`       ${problem}`);
    }
    if (isWanted('search')) {
      await addCustomers(address, await token('admin'), CUSTOMERS);
      show(await withManyCustomers(browser, address, signIn));
    }
  } finally {
    await browser.close();
    await shop.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type SignIn = (page: Page, role: Role) => Promise<void>;

async function signedIn(browser: Browser, address: string, signIn: SignIn) {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB' });
  await signIn(await context.newPage(), 'staff');
  const state = await context.storageState({ indexedDB: true });
  await context.close();
  return state;
}

async function withManyCustomers(browser: Browser, address: string, signIn: SignIn): Promise<Figure[]> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'en-GB',
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await signIn(page, 'staff');
  // The last of them to be known: then all are.
  await searchField(page).fill(`c${CUSTOMERS - 1}`);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.getByRole('listbox').getByRole('option').first().waitFor({ timeout: 60_000 });
  const found = await keystrokes(page, CUSTOMERS);
  await context.close();
  return found;
}

async function flaps(): Promise<Figure[]> {
  const { duplicates, lost, wrongCustomers } = await browserFlap({ writes: 500, seed: 1, kills: 10 });
  const of = (name: string, value: number): Figure => ({
    name: `500 writes, 3 tabs, 10 kills: ${name}`,
    value,
    target: 0,
    unit: '',
  });
  return [of('duplicates', duplicates), of('lost', lost), of('customers out of order', wrongCustomers)];
}
