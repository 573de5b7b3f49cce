import { expect, test } from 'vitest';
import { bundle } from './bundle.ts';
import { chromiumProgram, launchChromium } from './chromium.ts';

const SLOWER = 4;
const TYPED = ['a', 'as', 'asha', 'asha k', 'asha kilonzo', 'kilonzo 44', '0710', '+255 710 00', 'nick49', 'c4999'];
/** For a whole screen; this is its search, and a list of what it finds. */
const BUDGET_MS = 100;

test.skipIf(chromiumProgram() === null)(
  'on a processor that is four times slower, a keystroke finds among five thousand customers in a hundred milliseconds',
  async () => {
    const browser = await launchChromium();
    const page = await browser.newPage();
    await page.setContent('<!doctype html><title>Search</title><body></body>');
    await page.addScriptTag({
      type: 'module',
      content: await bundle(new URL('./cache/page.ts', import.meta.url).pathname),
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const found = await page.evaluate((typed) => typed.map((text) => window.searchFor(text)), TYPED);
    await browser.close();
    expect(found.every(({ rows }) => rows > 0)).toBe(true);
    const times = found.map(({ ms }) => ms).sort((a, b) => a - b);
    // The tests share the machine with others: the slowest of them is whoever was held up.
    expect(times[times.length >> 1]).toBeLessThan(BUDGET_MS);
  },
);
