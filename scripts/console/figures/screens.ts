/** Every screen in every form: what axe finds, and what does not fit. */
import type { Browser } from 'playwright-core';
import { everyForm } from '../../../test/browser/forms.ts';
import { inspect } from '../../../test/browser/looks/inspect.ts';
import type { DemoShop } from '../../../test/browser/looks/shop.ts';
import { SCREENS } from '../../../test/browser/screens.ts';
import type { Figure } from './figure.ts';

export interface ScreensReport {
  readonly figures: Figure[];
  readonly problems: string[];
}

export async function screens(browser: Browser, shop: DemoShop): Promise<ScreensReport> {
  const axe: string[] = [];
  const fit: string[] = [];
  let checked = 0;
  for (const language of ['en', 'sw'] as const) {
    const looks = SCREENS.map((screen) => ({
      screen,
      forms: everyForm(screen.wideOnly).filter((form) => form.language === language),
    }));
    const found = await inspect(browser, shop, language, looks);
    checked += found.checked;
    axe.push(...found.axe);
    fit.push(...found.fit);
  }
  return {
    figures: [
      { name: `axe, ${checked} forms of ${SCREENS.length} screens`, value: axe.length, target: 0, unit: 'found' },
      { name: 'clipped at 320 px', value: fit.length, target: 0, unit: 'found' },
    ],
    problems: [...axe, ...fit],
  };
}
