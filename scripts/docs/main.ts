/** Writes the pages of docs/reference that are made from the code: `npm run docs`. */
import { writeFile } from 'node:fs/promises';
import { PAGES } from './pages.ts';

for (const [url, page] of PAGES) await writeFile(url, page());
