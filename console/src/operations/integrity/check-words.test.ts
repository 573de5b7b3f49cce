import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import en from '../../words/en/operations.json';
import sw from '../../words/sw/operations.json';

const ROOT = new URL('../../../../', import.meta.url);

/** The checks in SQL are named by their files, the others where they are written. */
function namesOfChecks(): string[] {
  const folder = new URL('src/queries/verify/', ROOT);
  const written = readdirSync(folder).flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/name: '([a-z-]+)',\s+proves:/g)].map(([, name]) => name),
  );
  const sql = readdirSync(new URL('database/checks/', ROOT)).map((file) => file.replace(/\.sql$/, ''));
  return [...sql, ...written].map(String).toSorted();
}

test.each([
  ['en', en],
  ['sw', sw],
])('in %s there are words for every check of the books, and for no other', (_, words) => {
  expect(namesOfChecks()).toContain('assets-sum-to-zero');
  expect(Object.keys(words.integrity.check).toSorted()).toEqual(namesOfChecks());
});
