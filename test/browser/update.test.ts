import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONSOLE_FOLDER } from '../../src/faces/http/console/serve.ts';
import { SETTINGS } from '../support/http.ts';
import { chromiumProgram } from './chromium.ts';
import { buildConsole, type ConsoleUnderTest, openConsole, signIn } from './console.ts';
import { screenReady } from './screen.ts';

describe.skipIf(chromiumProgram() === null)('a new version of the console', { retry: 2 }, () => {
  let folder: string;
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    buildConsole();
    folder = await mkdtemp(join(tmpdir(), 'pochi-update-'));
    await cp(CONSOLE_FOLDER, folder, { recursive: true });
    console = await openConsole({
      settings: { ...SETTINGS, console: { environment: 'development', oidc: null, folder } },
    });
  });
  afterAll(async () => {
    await console?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Another worker, as a deployment brings it. */
  async function deploy(): Promise<void> {
    await appendFile(join(folder, 'sw.js'), '\n// another version\n');
    for (const copy of ['sw.js.br', 'sw.js.gz']) await rm(join(folder, copy), { force: true });
  }

  test('waits until someone asks for it, and then takes over with one reload', async () => {
    const page = await console.openPage();
    await signIn(page, 'staff');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    // A page that was opened without a worker does not know of a later one until it is opened again.
    await page.reload();
    await page.getByRole('navigation').waitFor();
    await deploy();
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
