/** How long it takes until a cashier can search, from nothing and from what the device has. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readyForOffline } from '../../../test/browser/screen.ts';
import { type Figure, median } from './figure.ts';
import { slowCpu, slowDown } from './throttle.ts';

const RUNS = 7;

interface Load {
  readonly paint: number;
  readonly usable: number;
  readonly shift: number;
  readonly longestTask: number;
}

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** `state` is that of a context in which somebody is signed in. */
export async function loads(browser: Browser, address: string, state: SignedIn): Promise<Figure[]> {
  const cold: Load[] = [];
  const warm: Load[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext({
      ...{ baseURL: address, storageState: state, viewport: { width: 390, height: 844 }, locale: 'en-GB' },
    });
    const page = await context.newPage();
    await page.addInitScript(observe);
    await slowDown(page);
    cold.push(await load(page));
    await page.close();

    const again = await context.newPage();
    await again.goto('/desk');
    await readyForOffline(again);
    await again.addInitScript(observe);
    await slowCpu(again);
    await context.setOffline(true);
    warm.push(await load(again));
    await context.close();
  }
  const middle = (of: readonly Load[], what: keyof Load) => median(of.map((one) => one[what]));
  const all = [...cold, ...warm];
  return [
    { name: 'first paint, slow 4G', value: middle(cold, 'paint'), target: 600, unit: 'ms' },
    { name: 'search usable, slow 4G', value: middle(cold, 'usable'), target: 2000, unit: 'ms' },
    { name: 'search usable, warm, without a network', value: middle(warm, 'usable'), target: 800, unit: 'ms' },
    {
      name: 'layout shift, worst of all loads',
      value: Math.max(...all.map(({ shift }) => shift)),
      target: 0.02,
      unit: '',
    },
    {
      name: 'longest task after load',
      value: median(all.map(({ longestTask }) => longestTask)),
      target: 200,
      unit: 'ms',
    },
  ];
}

async function load(page: Page): Promise<Load> {
  await page.goto('/desk', { waitUntil: 'commit' });
  await page.waitForFunction(() => Number.isFinite(window.figures?.usable) && document.readyState === 'complete');
  // What comes after the first look: outbox, cache, worker.
  await page.waitForTimeout(1500);
  return page.evaluate(() => {
    const { paint, usable, shift, tasks } = window.figures as Required<Window>['figures'];
    const loaded = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
    const later = tasks.filter(({ at }) => at >= loaded.loadEventEnd).map(({ ms }) => ms);
    return { paint, usable, shift, longestTask: Math.max(0, ...later) };
  });
}

declare global {
  interface Window {
    figures?: { paint: number; usable: number; shift: number; tasks: { at: number; ms: number }[] };
  }
}

/** Runs in the page before anything else of it. */
function observe(): void {
  const figures = { paint: Number.NaN, usable: Number.NaN, shift: 0, tasks: [] as { at: number; ms: number }[] };
  window.figures = figures;
  const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') figures.paint = entry.startTime;
  });
  watch('layout-shift', (entry) => {
    figures.shift += (entry as unknown as { value: number }).value;
  });
  watch('longtask', (entry) => figures.tasks.push({ at: entry.startTime, ms: entry.duration }));
  const look = () => {
    const search = document.querySelector('main [data-search]');
    if (search === null) requestAnimationFrame(look);
    else figures.usable = performance.now();
  };
  requestAnimationFrame(look);
}
