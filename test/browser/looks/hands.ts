/** How a test goes to what no address leads to. */
import type { Locator, Page } from 'playwright-core';
import type { Say } from './words.ts';

export interface Hands {
  readonly page: Page;
  /** What stands under a key of the words, in the language of this page. */
  readonly say: Say;
}

/** Presses what has these words on it, the first where several have. */
export async function press({ page, say }: Hands, key: string): Promise<void> {
  await page
    .getByRole('button', { name: say(key), exact: true })
    .or(page.getByRole('link', { name: say(key), exact: true }))
    .or(page.getByRole('menuitem', { name: say(key), exact: true }))
    .first()
    .click();
}

/** What lies over the screen: a dialog, a sheet or a menu. */
export const overlay = (page: Page): Locator => page.locator('[role="dialog"], [role="alertdialog"], [role="menu"]');

/** Presses one after the other; the last opens something over the screen. */
export const opens =
  (...keys: readonly string[]) =>
  async (hands: Hands): Promise<void> => {
    for (const key of keys) await press(hands, key);
    await overlay(hands.page).first().waitFor();
  };

/** Presses keys of the keyboard; the last opens something over the screen. */
export const opensByKey =
  (...keys: readonly string[]) =>
  async ({ page }: Hands): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
    await overlay(page).first().waitFor();
  };

/** Unfolds whatever is folded. */
export async function unfold({ page }: Hands): Promise<void> {
  for (const summary of await page.locator('main summary').all()) await summary.click();
}

/** Opens the first row of the screen's table. */
export async function opensFirstRow({ page }: Hands): Promise<void> {
  await page.locator('main table tbody').getByRole('button').first().click();
  await overlay(page).first().waitFor();
}

/** Types an amount into the sheet that is open, commits it, and waits for what comes of it. */
export async function commitAmount({ page }: Hands, amount: string): Promise<void> {
  await overlay(page).locator('input[inputmode="decimal"]').first().fill(amount);
  await page.keyboard.press('Control+Enter');
  await overlay(page).locator('button[aria-busy="true"]').waitFor({ state: 'detached' });
}
