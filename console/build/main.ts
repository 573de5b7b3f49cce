/** Builds the console: the bundle, its compressed copies, and the check that it is as light as it has to be. */
import { rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compressFolder } from './compress.ts';
import { measure, overBudget } from './sizes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = fileURLToPath(new URL('../dist', import.meta.url));
/** Where it is built: a build that fails leaves the last good one in place. */
const next = fileURLToPath(new URL('../node_modules/.dist', import.meta.url));

// Whoever starts this may be a test run: what is built is always for production.
process.env.NODE_ENV = 'production';
await build({ configFile: `${root}/vite.config.ts`, logLevel: 'warn', build: { outDir: next, emptyOutDir: true } });
await compressFolder(next);
const sizes = measure(next);
await rm(folder, { recursive: true, force: true });
await rename(next, folder);

const largest = Object.entries(sizes.lazy).toSorted(([, a], [, b]) => b - a)[0];
console.log(
  `console built: ${sizes.initialJs.toFixed(1)} kB of JavaScript, ${sizes.initialCss.toFixed(1)} kB of CSS and ` +
    `${sizes.fonts.toFixed(1)} kB of fonts at first` +
    (largest ? `, ${Object.keys(sizes.lazy).length} parts on demand, the largest ${largest[1].toFixed(1)} kB` : ''),
);
const problems = overBudget(sizes);
for (const problem of problems) console.error(`console: over budget: ${problem}`);
if (problems.length > 0) process.exitCode = 1;
