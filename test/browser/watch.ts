import type { Page } from 'playwright-core';

export interface Watched {
  /** Requests to anywhere but the service itself. */
  readonly elsewhere: readonly string[];
  /** What the page's policy refused, and errors that nobody caught. */
  readonly complaints: readonly string[];
}

/** What was not found, and live events where the service of a test has none, are no fault of the page. */
const UNANSWERED = /Failed to load resource|^WebSocket connection to/;

/** Notes from now on what a page must never do. */
export function watch(page: Page, address: string): Watched {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(?:data|blob|about):/.test(url)) elsewhere.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !UNANSWERED.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { elsewhere, complaints };
}
