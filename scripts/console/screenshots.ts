/**
 * Photographs every screen on a phone and on a desktop, light and dark, with the demo shop behind it.
 *
 *     npm run console:screenshots [-- part of a path]
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../src/config.ts';
import { startDemo } from '../../src/demo/start.ts';
import { startHttp } from '../../src/faces/http/start.ts';
import { createLog } from '../../src/log.ts';
import { startService } from '../../src/service.ts';
import { signToken } from '../../src/tokens.ts';
import { launchChromium } from '../../test/browser/chromium.ts';
import { openScreen } from '../../test/browser/screen.ts';
import { SCREENS } from '../../test/browser/screens.ts';

const folder = fileURLToPath(new URL('../../console/screenshots', import.meta.url));
const WIDTHS = [390, 1280];
const THEMES = ['light', 'dark'] as const;

const { ensureConsole } = createRequire(import.meta.url)('../ensure-console.cjs') as { ensureConsole: () => void };
ensureConsole();

const wanted = process.argv[2] ?? '';
const dataDir = await mkdtemp(join(tmpdir(), 'pochi-screenshots-'));
const config = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', DEFAULT_CURRENCY: 'TZS' });
const service = await startService(config, createLog('warn'), [startHttp, startDemo]);
const browser = await launchChromium();
try {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const width of WIDTHS) for (const theme of THEMES) await photograph(width, theme);
} finally {
  await browser.close();
  await service.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function photograph(width: number, theme: (typeof THEMES)[number]): Promise<void> {
  for (const { path, as } of SCREENS.filter((screen) => screen.path.includes(wanted))) {
    const context = await browser.newContext({
      baseURL: service.addresses.Console as string,
      colorScheme: theme,
      locale: 'en-GB',
      viewport: { width, height: width < 600 ? 844 : 800 },
    });
    const page = await context.newPage();
    if (as !== null) {
      await page.goto('/sign-in');
      await page.getByLabel('Access token').fill(await signToken(config, { role: as, subject: as }));
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('navigation').first().waitFor();
    }
    await openScreen(page, path);
    await page.waitForLoadState('networkidle');
    const name = path.replaceAll('/', '-').replace(/^-/, '');
    await page.screenshot({ path: `${folder}/${name}-${width}-${theme}.png`, fullPage: path === '/_gallery' });
    await context.close();
  }
}
