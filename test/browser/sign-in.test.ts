import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SETTINGS, tokenOf } from '../support/http.ts';
import { chromiumProgram } from './chromium.ts';
import { type ConsoleUnderTest, openConsole, signIn } from './console.ts';
import { openProvider, type TestProvider } from './provider.ts';
import { screenReady } from './screen.ts';
import { watch } from './watch.ts';

const inChromium = describe.skipIf(chromiumProgram() === null);

inChromium.each(['RS256', 'ES256'] as const)('with a provider that signs by %s', (alg) => {
  let provider: TestProvider;
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    provider = await openProvider('console', alg);
    console = await openConsole({
      settings: {
        ...SETTINGS,
        tokens: { keys: { jwksUrl: provider.jwksUrl }, issuer: provider.issuer, audience: 'pochi' },
        console: { environment: 'production', oidc: { issuer: provider.issuer, clientId: 'console' } },
      },
    });
  });
  afterAll(async () => {
    await console?.close();
    await provider?.close();
  });

  test('people come back signed in, to where they wanted to go, and no token can be pasted', async () => {
    const page = await console.openPage();
    const { complaints } = watch(page, console.address);
    await page.goto('/operations');
    await page.getByRole('button', { name: 'Sign in with your organization' }).waitFor();
    expect(await page.getByLabel('Access token').count()).toBe(0);
    await page.getByRole('button', { name: 'Sign in with your organization' }).click();
    await page.waitForURL(`${console.address}/operations`);
    await screenReady(page);
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByText('neema, staff').waitFor();
    expect(complaints).toEqual([]);
  });

  test('an answer that nobody asked for is refused', async () => {
    const page = await console.openPage();
    await page.goto('/sign-in?code=stolen&state=unknown');
    await page.getByText('Signing in did not work').waitFor();
    expect(page.url()).not.toContain('stolen');
  });
});

inChromium('a session in Chromium', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await openConsole();
  });
  afterAll(() => console?.close());

  test('a token that the service takes no more brings the way to a new one, and back to the same screen', async () => {
    const page = await console.openPage();
    await page.route('**/api/wallet/slips/**', (route) =>
      route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"code":"UNAUTHENTICATED"}' }),
    );
    await signIn(page, 'customer', 'neema');
    await page.getByText('You have been signed out.').waitFor();
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await page.getByLabel('Access token').fill(await tokenOf({ role: 'customer', subject: 'neema', ledger: 'main' }));
    await page.unroute('**/api/wallet/slips/**');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/me');
    await page.getByText('You have been signed out.').waitFor({ state: 'detached' });
  });

  test('an address that leads away from the console is not followed after signing in', async () => {
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example']) {
      const page = await console.openPage();
      await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
      await page.getByLabel('Access token').fill(await tokenOf({ role: 'staff' }));
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(`${console.address}/desk`);
    }
  });
});
