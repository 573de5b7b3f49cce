import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { PAGES } from './pages.ts';

test.each(PAGES.map(([url, page]) => [basename(url.pathname), url, page] as const))(
  '%s is what the code says; `npm run docs` makes it so',
  async (_name, url, page) => {
    expect(await readFile(url, 'utf8')).toBe(await page());
  },
);
