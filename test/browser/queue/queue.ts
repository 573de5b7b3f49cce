import type { Page } from 'playwright-core';
import type { Intent } from '../../../console/src/outbox/intent.ts';
import { bundle } from '../bundle.ts';

let script: Promise<string> | undefined;

/** Queues writes in the outbox of whoever is signed in to this page; gives their device references. */
export async function queue(page: Page, subject: string, intents: readonly Intent[]): Promise<string[]> {
  script ??= bundle(new URL('./page.ts', import.meta.url).pathname);
  // Evaluated by the debugger: the page's own policy would let no foreign script in.
  if (!(await page.evaluate(() => 'queueHere' in globalThis))) await page.evaluate(`(() => {${await script}})()`);
  return page.evaluate(({ subject, intents }) => window.queueHere(subject, intents), { subject, intents });
}
