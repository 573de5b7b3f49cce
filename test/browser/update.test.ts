import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumProgram } from './chromium.ts';
import { signIn } from './console.ts';
import { type Deployment, deployWorker, openDeployment } from './deployment.ts';
import { screenReady } from './screen.ts';

describe.skipIf(chromiumProgram() === null)('a new version of the console', () => {
  let console: Deployment;
  beforeAll(async () => {
    console = await openDeployment();
  });
  afterAll(() => console?.close());

  test('waits until someone asks for it, and then takes over with one reload', async () => {
    const page = await console.openPage();
    await signIn(page, 'staff');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    // A page that was opened without a worker does not know of a later one until it is opened again.
    await page.reload();
    await page.getByRole('navigation').waitFor();
    await deployWorker(console.folder);
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    await page.getByText('A new version is ready.').waitFor();

    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByText('A new version is ready.').waitFor({ state: 'detached' });
    await screenReady(page);
    const waiting = await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
    expect({ loads, waiting }).toEqual({ loads: 1, waiting: false });
  });
});
