/** How long a keystroke takes until its results are painted, with all of a large shop's customers on the device. */
import type { Locator, Page } from 'playwright-core';
import { type Figure, median } from './figure.ts';
import { slowCpu } from './throttle.ts';

const TYPED = 'asha kilonzo';

export const searchField = (page: Page): Locator => page.getByRole('combobox', { name: /phone, code/ });

/** `page` is signed in, and its cache holds so many customers. */
export async function keystrokes(page: Page, customers: number): Promise<Figure[]> {
  const session = await slowCpu(page);
  await page.evaluate(watchKeys);
  const search = searchField(page);
  await search.fill('');
  for (const letter of TYPED) {
    await search.press(letter === ' ' ? 'Space' : letter);
    await page.waitForTimeout(250);
  }
  const times = await page.evaluate(() => window.keystrokes ?? []);
  await session.detach();
  const name = `keystroke to results, ${customers} customers`;
  return [
    { name: `${name}, median`, value: median(times), target: 100, unit: 'ms' },
    { name: `${name}, slowest`, value: Math.max(...times), target: 100, unit: 'ms' },
  ];
}

declare global {
  interface Window {
    keystrokes?: number[];
  }
}

/** From the key until the frame after the one in which the page was drawn anew. */
function watchKeys(): void {
  const times: number[] = [];
  window.keystrokes = times;
  document.addEventListener(
    'keydown',
    () => {
      const began = performance.now();
      requestAnimationFrame(() => {
        // A message is handled only when the frame has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - began);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}
