/** Every screen in every form: what axe finds, and what does not fit. */
import type { Browser, Page } from 'playwright-core';
import type { Role } from '../../../src/tokens.ts';
import { axeProblems } from '../../../test/browser/axe.ts';
import { openScreen } from '../../../test/browser/screen.ts';
import type { Figure } from './figure.ts';

export interface ScreenToCheck {
  readonly path: string;
  readonly as: Role | null;
}

export interface ScreensReport {
  readonly figures: Figure[];
  readonly problems: string[];
}

const FORMS = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

export async function screens(
  browser: Browser,
  address: string,
  list: readonly ScreenToCheck[],
  signIn: (page: Page, role: Role) => Promise<void>,
): Promise<ScreensReport> {
  const axe: string[] = [];
  const clipped: string[] = [];
  let checked = 0;
  for (const locale of ['en', 'sw']) {
    const context = await browser.newContext({ baseURL: address, locale, reducedMotion: 'reduce' });
    const page = await context.newPage();
    let role: Role | null = null;
    for (const { path, as } of list) {
      if (as !== null && as !== role) await signIn(page, as);
      role = as ?? role;
      await openScreen(page, path);
      for (const { width, colorScheme } of FORMS) {
        await page.setViewportSize({ width, height: 844 });
        await page.emulateMedia({ colorScheme });
        checked += 1;
        axe.push(
          ...(await axeProblems(page)).map((problem) => `${path} ${locale} ${width} ${colorScheme}: ${problem}`),
        );
      }
      await page.setViewportSize({ width: 320, height: 700 });
      clipped.push(...(await overflow(page)).map((problem) => `${path} ${locale} 320: ${problem}`));
    }
    await context.close();
  }
  return {
    figures: [
      { name: `axe, ${checked} forms of ${list.length} screens`, value: axe.length, target: 0, unit: 'found' },
      { name: 'clipped at 320 px', value: clipped.length, target: 0, unit: 'found' },
    ],
    problems: [...axe, ...clipped],
  };
}

/** The page wider than its window, and text that is cut off without a way to it. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over > 0) found.push(`the page is ${over} px too wide`);
    for (const element of document.querySelectorAll<HTMLElement>('main *, header *, nav *')) {
      const style = getComputedStyle(element);
      const isCut = style.overflowX === 'hidden' || style.overflowX === 'clip';
      const isHiddenOnPurpose = element.closest('.visually-hidden') !== null || style.textOverflow === 'ellipsis';
      if (isCut && !isHiddenOnPurpose && element.scrollWidth > element.clientWidth + 1)
        found.push(`${element.tagName.toLowerCase()} "${element.innerText.slice(0, 30)}" is cut off`);
    }
    return found;
  });
