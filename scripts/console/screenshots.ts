/**
 * Photographs every screen on a phone and on a desktop, light and dark, with the demo shop behind it.
 *
 *     npm run console:screenshots [-- part of a path]
 *     npm run console:screenshots -- --readme          only the two pictures of README.md
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../src/config.ts';
import { fillDemo } from '../../src/demo/fill.ts';
import type { StartFace } from '../../src/faces/face.ts';
import { startHttp } from '../../src/faces/http/start.ts';
import { createLog } from '../../src/log.ts';
import { startService } from '../../src/service.ts';
import { signToken } from '../../src/tokens.ts';
import { launchChromium } from '../../test/browser/chromium.ts';
import { openScreen } from '../../test/browser/screen.ts';
import { SCREENS, type Screen } from '../../test/browser/screens.ts';

const folder = fileURLToPath(new URL('../../console/screenshots', import.meta.url));
const images = fileURLToPath(new URL('../../docs/images', import.meta.url));
const WIDTHS = [390, 1280];
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const { ensureConsole } = createRequire(import.meta.url)('../ensure-console.cjs') as { ensureConsole: () => void };
ensureConsole();

/** Somebody of the demo shop, with a wallet, open slips and a history. */
const CUSTOMER = 'KP-0005';

/** What has nothing to show without the demo shop, and so is not among SCREENS. */
const FILLED: readonly Screen[] = [
  { path: `/desk/customers/${CUSTOMER}`, as: 'staff' },
  { path: `/desk/customers/${CUSTOMER}/slip`, as: 'staff' },
  { path: `/desk/customers/${CUSTOMER}/payment`, as: 'staff' },
  { path: `/desk/customers/${CUSTOMER}/statement`, as: 'staff' },
];

const README = { desk: `/desk/customers/${CUSTOMER}`, explorer: '/operations/ledger' } as const;

const forReadme = process.argv[2] === '--readme';
const wanted = forReadme ? '' : (process.argv[2] ?? '');
const dataDir = await mkdtemp(join(tmpdir(), 'pochi-screenshots-'));
const config = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', DEFAULT_CURRENCY: 'TZS' });
/** The whole shop is there before the first picture. */
const demo: StartFace = async ({ engine, assets, reads }) => {
  await fillDemo({ engine, assets, database: reads, ledgerId: 1n }, new Date());
  return { addresses: {}, stop: async () => {} };
};
const service = await startService(config, createLog('warn'), [startHttp, demo]);
const browser = await launchChromium();
try {
  if (forReadme) {
    await mkdir(images, { recursive: true });
    for (const [name, path] of Object.entries(README))
      await photograph({ path, as: 'staff' }, 1280, 'light', `${images}/${name}.png`);
  } else {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const width of WIDTHS) for (const theme of THEMES) await photographAll(width, theme);
  }
} finally {
  await browser.close();
  await service.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function photographAll(width: number, theme: Theme): Promise<void> {
  for (const screen of [...SCREENS, ...FILLED].filter(({ path }) => path.includes(wanted))) {
    const name = screen.path.replaceAll('/', '-').replace(/^-/, '');
    // A customer of the demo shop has more to show than one that nobody knows.
    const seen = screen.as === 'customer' ? { ...screen, subject: CUSTOMER } : screen;
    await photograph(seen, width, theme, `${folder}/${name}-${width}-${theme}.png`);
  }
}

async function photograph(
  { path, as, subject = as ?? '' }: Screen & { readonly subject?: string },
  width: number,
  theme: Theme,
  file: string,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: service.addresses.Console as string,
    colorScheme: theme,
    locale: 'en-GB',
    viewport: { width, height: width < 600 ? 844 : 800 },
  });
  const page = await context.newPage();
  if (as !== null) {
    await page.goto('/sign-in');
    await page.getByLabel('Access token').fill(await signToken(config, { role: as, subject }));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation').first().waitFor();
  }
  await openScreen(page, path);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: file, fullPage: path === '/_gallery' });
  await context.close();
}
