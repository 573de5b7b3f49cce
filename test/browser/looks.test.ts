/** What every screen must be in every form, with whatever opens over it: open to all, and whole on the smallest phone. */
import { randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { chromiumProgram, launchChromium } from './chromium.ts';
import { formsAt } from './forms.ts';
import { inspect } from './looks/inspect.ts';
import { type DemoShop, openDemoShop } from './looks/shop.ts';
import type { Language } from './looks/words.ts';
import { SCREENS } from './screens.ts';
import { WHOLE } from './whole.ts';

describe.skipIf(chromiumProgram() === null)('the looks of every screen, in Chromium', () => {
  let database: TestDatabase;
  let shop: DemoShop;
  let browser: Browser;
  beforeAll(async () => {
    database = await createTestDatabase();
    const secret = randomBytes(32).toString('hex');
    const config = readConfig({
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      JWT_SECRET: secret,
      SECRETS_KEY: secret,
      PORT: '0',
      RATE_LIMIT: '0',
      DEFAULT_CURRENCY: 'TZS',
    });
    [shop, browser] = await Promise.all([openDemoShop(config), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await shop?.stop();
    await database?.drop();
  });

  test.each<Language>(['en', 'sw'])(
    'in %s axe finds nothing, nothing is cut off at 320 pixels, and no other host is asked',
    { timeout: WHOLE ? 3_600_000 : 600_000 },
    async (language) => {
      const looks = SCREENS.map((screen, place) => ({
        screen,
        forms: formsAt(place, screen.wideOnly).filter((form) => form.language === language),
      }));
      const { checked, axe, fit, strays } = await inspect(browser, shop, language, looks);
      expect(checked).toBeGreaterThan(0);
      expect({ axe, fit, strays }).toEqual({ axe: [], fit: [], strays: [] });
    },
  );
});
