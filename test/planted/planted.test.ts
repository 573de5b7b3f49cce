import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFECTS } from './defects.ts';

const ROOT = join(import.meta.dirname, '../..');

test('every defect has a name of its own and tests that are there', () => {
  expect(new Set(DEFECTS.map(({ name }) => name)).size).toBe(DEFECTS.length);
  const gone = DEFECTS.flatMap(({ tests }) => tests).filter((path) => !existsSync(join(ROOT, path)));
  expect(gone).toEqual([]);
});

test('the place of every defect is in its file exactly once, so that it can be put there', () => {
  const lost = DEFECTS.filter(({ file, find }) => readFileSync(join(ROOT, file), 'utf8').split(find).length !== 2);
  expect(lost.map(({ name }) => name)).toEqual([]);
});
