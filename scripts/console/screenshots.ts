/**
 * Photographs every screen, and whatever opens over it, with the demo shop behind it: on a phone and on a desktop, light
 * and dark, and in Swahili on the smallest phone, where long words show.
 *
 *     npm run console:screenshots [-- part of a name] [-- part of a form, such as 390-dark]
 *     npm run console:screenshots -- --readme          only the two pictures of README.md
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../src/config.ts';
import { launchChromium } from '../../test/browser/chromium.ts';
import { openDemoShop } from '../../test/browser/looks/shop.ts';
import { showing } from '../../test/browser/looks/show.ts';
import type { Language } from '../../test/browser/looks/words.ts';
import { SCREENS, type Screen } from '../../test/browser/screens.ts';

const folder = fileURLToPath(new URL('../../console/screenshots', import.meta.url));
const images = fileURLToPath(new URL('../../docs/images', import.meta.url));

interface Picture {
  readonly width: number;
  readonly theme: 'light' | 'dark';
  readonly language: Language;
}

const PICTURES: readonly Picture[] = [
  { width: 390, theme: 'light', language: 'en' },
  { width: 390, theme: 'dark', language: 'en' },
  { width: 1280, theme: 'light', language: 'en' },
  { width: 1280, theme: 'dark', language: 'en' },
  { width: 320, theme: 'light', language: 'sw' },
];

const README: Readonly<Record<string, string>> = { desk: 'customer-page', explorer: 'operations-ledger-entries' };

const [first = '', second = ''] = process.argv.slice(2);
const isForReadme = first === '--readme';
const dataDir = await mkdtemp(join(tmpdir(), 'pochi-screenshots-'));
const shop = await openDemoShop(
  readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', DEFAULT_CURRENCY: 'TZS', RATE_LIMIT: '0' }),
);
const browser = await launchChromium();
try {
  if (isForReadme) {
    await mkdir(images, { recursive: true });
    const wanted = Object.entries(README).map(([image, name]) => [
      image,
      SCREENS.find((screen) => screen.name === name),
    ]);
    const pictures = new Map(wanted as [string, Screen][]);
    await photograph({ width: 1280, theme: 'light', language: 'en' }, pictures, (name) => `${images}/${name}.png`);
  } else {
    await mkdir(folder, { recursive: true });
    for (const picture of PICTURES) {
      const form = `${picture.width}-${picture.theme}-${picture.language}`;
      if (!form.includes(second)) continue;
      const wanted = SCREENS.filter(
        (screen) => screen.name.includes(first) && !(screen.wideOnly && picture.width < 600),
      );
      const pictures = new Map(wanted.map((screen) => [screen.name, screen]));
      await photograph(picture, pictures, (name) => `${folder}/${name}-${form}.png`);
    }
  }
} finally {
  await browser.close();
  await shop.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function photograph(
  { width, theme, language }: Picture,
  screens: ReadonlyMap<string, Screen>,
  fileOf: (name: string) => string,
): Promise<void> {
  const shown = showing(browser, shop, language, { colorScheme: theme });
  for (const [name, screen] of screens) {
    const page = await shown.show(screen, { width, height: width < 600 ? 844 : 800 });
    await page.screenshot({ path: fileOf(name) });
  }
  await shown.close();
}
