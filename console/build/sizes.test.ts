import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measure, overBudget } from './sizes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pochi-sizes-'));
  await mkdir(join(folder, '.vite'));
  await writeFile(
    join(folder, '.vite', 'manifest.json'),
    JSON.stringify({
      'index.html': { file: 'main.js', isEntry: true, imports: ['_react.js'], css: ['main.css'] },
      '_react.js': { file: 'react.js' },
      'Desk.tsx': { file: 'desk.js', imports: ['_react.js'], css: ['desk.css'] },
      'font.woff2': { file: 'font.woff2' },
    }),
  );
  for (const file of ['main.js', 'react.js', 'main.css', 'desk.js', 'desk.css', 'font.woff2'])
    await writeFile(join(folder, file), file.repeat(100));
});
afterAll(() => rm(folder, { recursive: true }));

test('what every page needs is told from what is loaded on demand', () => {
  const { initialJs, initialCss, fonts, lazy } = measure(folder);
  expect(Object.keys(lazy)).toEqual(['desk.js']);
  expect(fonts).toBe('font.woff2'.length / 10);
  expect([initialJs, initialCss].every((size) => size > 0 && size < 0.2)).toBe(true);
});

test('whatever is too heavy is named', () => {
  const fine = { initialJs: 150, initialCss: 12, fonts: 50, lazy: { 'desk.js': 80 } };
  expect(overBudget(fine)).toEqual([]);
  expect(overBudget({ ...fine, initialJs: 150.1, lazy: { 'desk.js': 81 } })).toEqual([
    'initial JavaScript: 150.1 kB, at most 150 kB',
    'desk.js: 81.0 kB, at most 80 kB',
  ]);
});
