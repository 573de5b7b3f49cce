import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenOf } from '../support/http.ts';
import { chromiumProgram } from './chromium.ts';
import { type ConsoleUnderTest, openConsole, signIn } from './console.ts';
import { openScreen, screenReady } from './screen.ts';
import { testInWhole } from './whole.ts';

const FIRST_SCREENS = [
  ['staff', '/desk'],
  ['service', '/desk'],
  ['admin', '/desk'],
  ['customer', '/me'],
] as const;

describe.skipIf(chromiumProgram() === null)('the console in Chromium', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await openConsole();
  });
  afterAll(() => console?.close());

  testInWhole.each(FIRST_SCREENS)('a %s who signs in comes to their first screen', async (role, path) => {
    const page = await console.openPage();
    await signIn(page, role);
    await page.waitForURL(`**${path}`);
    await screenReady(page);
    expect(await page.title()).toBe(`${await page.getByRole('heading', { level: 1 }).innerText()} · Pochi`);
  });

  test('what is no token is refused with a sentence, and kept to be mended', async () => {
    const page = await console.openPage();
    await page.goto('/sign-in');
    await page.getByLabel('Access token').fill('hello');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This is not an access token.').waitFor();
    expect(await page.getByLabel('Access token').inputValue()).toBe('hello');
  });

  test('whoever is not signed in is asked to, and then comes to where they wanted to go', async () => {
    const page = await console.openPage();
    await page.goto('/operations');
    await page.waitForURL('**/sign-in?to=%2Foperations');
    await page.getByLabel('Access token').fill(await tokenOf({ role: 'staff' }));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/operations');
    await screenReady(page);
  });

  testInWhole('the language and the appearance are chosen in the menu, at once and for later visits', async () => {
    const page = await console.openPage();
    await signIn(page, 'staff');
    await page.getByRole('button', { name: 'Language and appearance' }).click();
    await page.getByRole('menuitemradio', { name: 'Kiswahili' }).click();
    await page.getByRole('link', { name: 'Dawati' }).waitFor();
    await page.getByRole('button', { name: 'Lugha na mwonekano' }).click();
    await page.getByRole('menuitemradio', { name: 'Giza' }).click();
    await page.reload();
    await page.getByRole('link', { name: 'Dawati' }).waitFor();
    const html = page.locator('html');
    expect([await html.getAttribute('lang'), await html.getAttribute('data-theme')]).toEqual(['sw', 'dark']);
  });

  test('a change of the language leaves what is typed', async () => {
    const page = await console.openPage();
    await page.goto('/sign-in');
    await page.getByLabel('Access token').fill('half a token');
    await page.getByRole('button', { name: 'Language and appearance' }).click();
    await page.getByRole('menuitemradio', { name: 'Kiswahili' }).click();
    await expect.poll(() => page.getByLabel('Tokeni ya kuingia').inputValue()).toBe('half a token');
  });

  testInWhole('the keyboard goes everywhere, lists itself, and is silent in fields', async () => {
    const page = await console.openPage();
    await signIn(page, 'staff');
    // Where no search field has the focus from the start: there the letters would be letters.
    await openScreen(page, '/outbox');
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.waitForURL('**/operations**');
    await screenReady(page);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('outb');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/outbox');
  });

  test('without a network a reload shows the screen that was open', async () => {
    const page = await console.openPage();
    await signIn(page, 'staff');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.context().setOffline(true);
    await page.reload();
    await screenReady(page);
    await page.getByText('No connection.').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/desk');
  });

  test('signing out in one tab signs out the others', async () => {
    const page = await console.openPage();
    await signIn(page, 'staff');
    const other = await page.context().newPage();
    await other.goto('/desk');
    await other.getByRole('button', { name: 'Account' }).click();
    await other.getByRole('menuitem', { name: 'Sign out' }).click();
    for (const one of [page, other]) await one.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  });
});
