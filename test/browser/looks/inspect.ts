/** Looks at screens in every form that is wanted: what axe finds there, and what does not fit. */
import type { Browser, Page } from 'playwright-core';
import { axeProblems } from '../axe.ts';
import type { Form } from '../forms.ts';
import type { Screen } from '../screens.ts';
import { watch } from '../watch.ts';
import { doesNotFit } from './fit.ts';
import type { DemoShop } from './shop.ts';
import { atRest, showing } from './show.ts';
import type { Language } from './words.ts';

/** The smallest phone. */
const SMALLEST = { width: 320, height: 640 };

export interface Findings {
  /** How many forms were checked. */
  readonly checked: number;
  /** A line each. */
  readonly axe: readonly string[];
  readonly fit: readonly string[];
  /** What was asked of another host, and what the page's policy refused. */
  readonly strays: readonly string[];
}

/** Each screen in its forms, and on the smallest phone. Throws as `show` does. */
export async function inspect(
  browser: Browser,
  shop: DemoShop,
  language: Language,
  looks: readonly { readonly screen: Screen; readonly forms: readonly Form[] }[],
): Promise<Findings> {
  const axe: string[] = [];
  const fit: string[] = [];
  const watched: (readonly string[])[] = [];
  let checked = 0;
  const shown = showing(browser, shop, language, {}, (page) => {
    const { elsewhere, complaints } = watch(page, shop.address);
    watched.push(elsewhere, complaints);
  });
  for (const { screen, forms } of looks) {
    const [first] = forms;
    if (!first) continue;
    const page = await shown.show(screen, first.viewport);
    for (const { viewport, colorScheme } of forms) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await unstick(page);
      await atRest(page);
      checked += 1;
      const form = `${screen.name} ${language} ${colorScheme} ${viewport.width}`;
      axe.push(...(await axeProblems(page)).map((problem) => `${form}: ${problem}`));
    }
    await page.setViewportSize(SMALLEST);
    await atRest(page);
    fit.push(...(await doesNotFit(page)).map((problem) => `${screen.name} ${language}: ${problem}`));
  }
  await shown.close();
  return { checked, axe, fit, strays: watched.flat() };
}

/** Bars that stay while the rest scrolls cover the edge of something, wherever it stands: axe takes that for too small to be touched. */
const unstick = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { position } = getComputedStyle(element);
      const isOverlay = element.closest('[role="dialog"], [role="menu"]') !== null || element.role === 'presentation';
      if ((position === 'fixed' || position === 'sticky') && !isOverlay) element.style.position = 'static';
    }
  });
