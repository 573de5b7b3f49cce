/** Codes in front of the till's camera. What the platform's reader of codes sees is told by the test; the camera is Chromium's own fake. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumProgram } from './chromium.ts';
import { signIn } from './console.ts';
import { openShop, type Shop, tillKnows } from './desk/shop.ts';
import { WHOLE } from './whole.ts';

declare global {
  interface Window {
    inSight: string | null;
    cameras: MediaStream[];
  }
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
const scan = (page: Page) => page.getByRole('button', { name: 'Scan a code' });

const WANTED = { whole: true };

describe.skipIf(chromiumProgram(WANTED) === null || !WHOLE)('codes in front of the camera, in Chromium', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(WANTED);
  });
  afterAll(() => shop?.close());

  async function atTheDesk({ reader = true, camera = true } = {}): Promise<Page> {
    const page = await shop.openPage(camera ? { permissions: ['camera'] } : {});
    await page.addInitScript((hasReader) => {
      window.inSight = null;
      window.cameras = [];
      Reflect.deleteProperty(globalThis, 'BarcodeDetector');
      if (!hasReader) return;
      const detect = async () => (window.inSight === null ? [] : [{ rawValue: window.inSight }]);
      Object.assign(globalThis, {
        BarcodeDetector: class {
          detect = detect;
        },
      });
      const ask = MediaDevices.prototype.getUserMedia;
      MediaDevices.prototype.getUserMedia = async function (wanted) {
        const stream = await ask.call(this, wanted);
        window.cameras.push(stream);
        return stream;
      };
    }, reader);
    await signIn(page, 'staff');
    return page;
  }

  const hold = (page: Page, code: string) =>
    page.evaluate((text) => {
      window.inSight = text;
    }, code);

  /** Whether a camera still runs. */
  const isFilming = (page: Page) =>
    page.evaluate(() =>
      window.cameras.some((stream) => stream.getTracks().some(({ readyState }) => readyState === 'live')),
    );

  test('a member code opens its customer, and the camera goes off', async () => {
    const id = await shop.customer('Kamera Mteja');
    await shop.customer(`Almost ${id}`);
    const page = await atTheDesk();
    await tillKnows(page, 'Kamera Mteja');
    await scan(page).click();
    await page.getByRole('dialog', { name: 'Scan a member code or a receipt' }).waitFor();
    await expect.poll(() => isFilming(page)).toBe(true);
    await hold(page, id);
    await heading(page, 'Kamera Mteja');
    expect(await isFilming(page)).toBe(false);
  });

  test('a code that means nobody for certain opens nobody, and shows whom it may mean', async () => {
    for (const name of ['Pili Namba Moja', 'Pili Namba Mbili']) await shop.customer(name);
    const page = await atTheDesk();
    await tillKnows(page, 'Pili Namba Moja');
    await scan(page).click();
    await hold(page, 'Pili');
    await expect.poll(() => page.getByRole('option', { name: /^Pili Namba/ }).count()).toBe(2);
    await heading(page, 'Find a customer');
  });

  test('the code on a receipt opens that receipt', async () => {
    const id = await shop.customer('Risiti Mteja');
    const transaction = await shop.topup(id, 4_321);
    const shared = await shop.server.call('POST', `/api/v1/receipts/${transaction}/share`, { as: 'staff', body: {} });
    const page = await atTheDesk();
    await scan(page).click();
    await hold(page, `${shop.address}/r/${shared.json.data.token}`);
    await page.waitForURL(`**/desk/receipts/${transaction}`);
    await page.getByRole('article', { name: 'Receipt' }).getByText('4,321').first().waitFor();
  });

  test('a camera that is refused is said, and the search is there as before', async () => {
    const page = await atTheDesk({ camera: false });
    await scan(page).click();
    await page.getByText("The camera can't be used here.").waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: /phone, code/ }).fill('anybody');
  });

  test('where the browser reads no codes, nobody is offered it', async () => {
    const page = await atTheDesk({ reader: false });
    await heading(page, 'Find a customer');
    expect(await scan(page).count()).toBe(0);
  });
});
