import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Checker from '../../src/ledger/proof-check.ts';
import { openCheckpoints, testKey } from '../support/checkpoints.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createLedger, openEngine, recordOf, topup } from '../support/engine.ts';
import { chromiumProgram, launchChromium } from './chromium.ts';

/** A page of its own with nothing but the checker; its address makes the browser take it for safe, and is never asked. */
const PAGE = 'http://127.0.0.1:9/';
const HTML = `<!doctype html><title>proof</title>
<script type="module">import * as checker from './proof-check.js'; globalThis.checker = checker;</script>`;
const CHECKER = new URL('../../src/ledger/proof-check.ts', import.meta.url);

describe.skipIf(chromiumProgram() === null)('the checker of proofs, alone in Chromium', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  test('says yes to a proof, and no where a letter of it was changed', async () => {
    const { engine, close } = await openEngine(database.appUrl);
    const ledger = await createLedger(database.owner);
    await engine.submit(topup(ledger, 'bob', 1n));
    const record = recordOf(await engine.submit(topup(ledger, 'alice', 700n)));
    const proof = await openCheckpoints(database.app).prove(ledger, record);
    await close();

    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const checker = stripTypeScriptTypes(readFileSync(CHECKER, 'utf8'));
      await page.route(`${PAGE}**`, (route) =>
        route.request().url().endsWith('.js')
          ? route.fulfill({ contentType: 'text/javascript', body: checker })
          : route.fulfill({ contentType: 'text/html', body: HTML }),
      );
      await page.goto(PAGE);
      const verdicts = await page.evaluate(
        async ({ proof, key }) => {
          const { checkTransactionProof } = (globalThis as unknown as { checker: typeof Checker }).checker;
          const forged = { ...proof, operation: proof.operation.replace('700', '900') };
          return [await checkTransactionProof(proof, [key]), await checkTransactionProof(forged, [key])];
        },
        { proof, key: testKey().publicKey.toString('base64') },
      );
      expect(verdicts).toMatchObject([
        { valid: true, proven: { id: record.id, customer: 'alice' } },
        { valid: false, flaw: 'LOG' },
      ]);
    } finally {
      await browser.close();
    }
  });
});
