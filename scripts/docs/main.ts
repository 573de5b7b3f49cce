/** Writes the pages of docs that are made from the code, and from records of what was run: `npm run docs`. */
import { writeFile } from 'node:fs/promises';
import { PAGES } from './pages.ts';

for (const [url, page] of PAGES) await writeFile(url, await page());
