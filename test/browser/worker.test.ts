import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumProgram } from './chromium.ts';
import { signIn } from './console.ts';
import { type Deployment, deployNext, openDeployment } from './deployment.ts';
import { change } from './outbox/till.ts';
import { queue } from './queue/queue.ts';
import { openScreen, readyForOffline, screenReady } from './screen.ts';

/** The last of the stores that the outbox's database has now, and what a later version adds behind it. */
const LAST_STORE = /(createObjectStore\([`'"]clock[`'"]\)\s*\})(\s*\])/;

describe.skipIf(chromiumProgram() === null)('a new version of the console, with another database', () => {
  let console: Deployment;
  beforeAll(async () => {
    console = await openDeployment();
  });
  afterAll(() => console?.close());

  test('takes over what the old one has queued, and sends all of it once', async () => {
    const page = await console.openPage();
    await signIn(page, 'staff', 'updated');
    await openScreen(page, '/outbox');
    await readyForOffline(page);
    await page.reload();
    await screenReady(page);
    await page.route('**/api/wallet/store-change', (route) => route.abort());
    await queue(
      page,
      'updated',
      [91, 92, 93].map((amount) => change('upgraded', amount)),
    );
    await page.getByText('3 changes to send').waitFor();

    expect(
      await deployNext(console.folder, (script) =>
        script.replace(LAST_STORE, '$1,(database)=>{database.createObjectStore("later")}$2'),
      ),
    ).toBe(1);
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.waitForFunction(() => document.querySelector('script[src*="-next.js"]') !== null);
    await screenReady(page);
    await page.getByText('3 changes to send').waitFor();
    const stores = await page.evaluate(
      () =>
        new Promise<string[]>((resolve, reject) => {
          const opening = indexedDB.open('pochi-outbox');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            resolve([...opening.result.objectStoreNames]);
            opening.result.close();
          };
        }),
    );
    expect(stores).toContain('later');

    await page.unroute('**/api/wallet/store-change');
    await page.getByText('Everything has been sent').waitFor();
    const { rows } = await console.server.database.owner.query<{ amount: string }>(
      `select e.amount::text from entries e join accounts a on a.ledger_id = e.ledger_id and a.id = e.account_id
        where a.owner = 'upgraded' and a.kind = 'wallet' order by e.seq`,
    );
    expect(rows.map(({ amount }) => amount)).toEqual(['91', '92', '93']);
  });
});
