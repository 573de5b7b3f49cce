import type { Page } from 'playwright-core';

/** Goes to a screen and waits until it is all there: its heading, and nothing that is still loading. */
export async function openScreen(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await screenReady(page);
}

/** The heading of the page that was there before the scripts does not count. */
export async function screenReady(page: Page): Promise<void> {
  await page.locator('.boot').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator(':not(button)[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Waits until the worker keeps all of the console, and answers for this page. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}
