/** What the desk's screens must be in every form: open to all, and whole on the smallest phone. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeProblems } from './axe.ts';
import { chromiumProgram } from './chromium.ts';
import { DESKTOP, signIn } from './console.ts';
import { openShop, type Shop } from './desk/shop.ts';
import { ALL_FORMS } from './forms.ts';
import { openScreen } from './screen.ts';

// High enough that nothing has to be scrolled: what the bar at the bottom covers, axe takes for too small to be touched.
const PHONE = { width: 390, height: 2400 };
const SMALLEST = { width: 320, height: 640 };

describe.skipIf(chromiumProgram() === null)('the looks of the desk, in Chromium', { retry: 2 }, () => {
  let shop: Shop;
  let paths: readonly string[];
  beforeAll(async () => {
    shop = await openShop();
    const id = await shop.customer('Abdallah Mwinyimvua wa Kigamboni', '+255 700 111 222');
    const transaction = await shop.topup(id, 1_234_567);
    await shop.slip(id, 98_765);
    await shop.limit(id, 500_000);
    const customer = `/desk/customers/${id}`;
    paths = [
      '/desk?q=abd',
      customer,
      `${customer}/slip`,
      `${customer}/payment`,
      ...['topup', 'change', 'apply', 'withdraw', 'freeze'].map((sheet) => `${customer}?sheet=${sheet}`),
      `${customer}?sheet=entry&of=${transaction}`,
    ];
  });
  afterAll(() => shop?.close());

  async function show(page: Page, path: string): Promise<void> {
    // What is behind an open sheet is hidden from roles: its heading can't be waited for.
    if (path.includes('sheet=')) {
      await page.goto(path);
      await page.getByRole('dialog').waitFor();
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    } else await openScreen(page, path);
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))));
  }

  const FORMS = [
    ['en', 'light', PHONE],
    ['en', 'dark', DESKTOP],
    ['sw', 'light', DESKTOP],
    ['sw', 'dark', PHONE],
  ] as const;

  test.each(ALL_FORMS ? FORMS : FORMS.slice(0, 1))(
    'in %s, %s, %o, axe finds nothing',
    { timeout: 180_000 },
    async (locale, colorScheme, viewport) => {
      const page = await shop.openPage({ locale, colorScheme, viewport, reducedMotion: 'reduce' });
      await signIn(page, 'supervisor');
      const found: string[] = [];
      for (const path of paths) {
        await show(page, path);
        found.push(...(await axeProblems(page)).map((problem) => `${path} ${problem}`));
      }
      expect(found).toEqual([]);
    },
  );

  test.each(ALL_FORMS ? ['en', 'sw'] : ['sw'])(
    'in %s, nothing is cut off at 320 pixels',
    { timeout: 120_000 },
    async (locale) => {
      const page = await shop.openPage({ locale, viewport: SMALLEST, reducedMotion: 'reduce' });
      await signIn(page, 'supervisor');
      const cut: string[] = [];
      for (const path of paths) {
        await show(page, path);
        cut.push(...(await cutOff(page)).map((what) => `${path} ${what}`));
      }
      expect(cut).toEqual([]);
    },
  );
});

/** What is wider than the window, and texts of controls that do not fit into them. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const over = document.documentElement.scrollWidth - innerWidth;
    const clipped = [...document.querySelectorAll<HTMLElement>('main button, main h1, main h2, [role="dialog"] button')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .map((element) => `${element.innerText || element.ariaLabel} is cut off`);
    return over > 0 ? [`is ${over} px too wide`, ...clipped] : clipped;
  });
