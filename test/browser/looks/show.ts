/** Shows the screens of the list, one after the other, in pages that are signed in. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { signInWith } from '../console.ts';
import type { Screen } from '../screens.ts';
import { CUSTOMER, type DemoShop } from './shop.ts';
import { type Language, wordsIn } from './words.ts';

export interface Showing {
  /** Shows a screen in a window of this size. A way that can't be gone is thrown, with the screen's name. */
  show(screen: Screen, size: { readonly width: number; readonly height: number }): Promise<Page>;
  close(): Promise<void>;
}

/** The pages of one language: those who work here keep theirs from screen to screen, as they would. `onPage` sees each. */
export function showing(
  browser: Browser,
  shop: DemoShop,
  language: Language,
  options: BrowserContextOptions = {},
  onPage: (page: Page) => void = () => {},
): Showing {
  const say = wordsIn(language);
  const kept = new Map<Screen['as'], Page>();
  let single: Page | null = null;

  async function open(as: Screen['as']): Promise<Page> {
    const context = await browser.newContext({
      baseURL: shop.address,
      locale: language === 'en' ? 'en-GB' : 'sw-TZ',
      timezoneId: 'Africa/Dar_es_Salaam',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    onPage(page);
    if (as !== null) await signInWith(page, await shop.token(as, as === 'customer' ? CUSTOMER : as));
    return page;
  }

  async function pageFor({ as, alone }: Screen): Promise<Page> {
    await single?.context().close();
    single = alone ? await open(as) : null;
    if (single) return single;
    const page = kept.get(as) ?? (await open(as));
    kept.set(as, page);
    return page;
  }

  return {
    async show(screen, size) {
      try {
        const page = await pageFor(screen);
        await page.setViewportSize(size);
        // What the last screen's answers were still being made for is gone with it.
        await page.unrouteAll({ behavior: 'ignoreErrors' });
        await screen.before?.(page);
        await page.goto(addressOf(screen, shop.names));
        await settled(page);
        await screen.open?.({ page, say });
        await settled(page);
        return page;
      } catch (cause) {
        throw new Error(`${screen.name}: ${String(cause)}`, { cause });
      }
    },
    async close() {
      for (const page of [...kept.values(), single]) await page?.context().close();
    },
  };
}

/** Throws where the demo shop has nothing of that name. */
export function addressOf({ path, route }: Screen, names: Readonly<Record<string, string>>): string {
  return (path ?? route).replaceAll(/\$(\w+)/g, (_, name: string) => {
    const value = names[name];
    if (value === undefined) throw new Error(`the demo shop has no ${name}`);
    return encodeURIComponent(value);
  });
}

/** Nothing is still loading or moving. What lies below a dialog is hidden from roles, so that it is not asked for by one. */
async function settled(page: Page): Promise<void> {
  await page.locator('.boot').waitFor({ state: 'detached' });
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.locator(':not(button)[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await atRest(page);
}

/** Drawn as it is now, with whatever moved or changed its colour at its end. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
  });
  // Asked again and again: what is taken off the page while it moves never says that it has finished.
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' && document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}
