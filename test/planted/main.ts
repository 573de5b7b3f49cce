/**
 * Puts each defect into a copy of the tree, one at a time, and runs the tests that must see it.
 * `npm run test:planted -- [names] [--record DIR] [--no-control]`; exit code 0 only where the copy without defects passes,
 * and every defect is caught.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeRecord } from '../support/record.ts';
import { TreeCopy } from './copy.ts';
import type { Defect } from './defect.ts';
import { DEFECTS } from './defects.ts';

interface Result {
  readonly name: string;
  readonly harm: string;
  readonly caught: boolean;
  /** The first test that saw it. */
  readonly by: string | null;
  readonly seconds: number;
}

/** A defect can make tests wait for what never comes: that counts as seen. */
const PATIENCE_MS = 180_000;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { record: { type: 'string' }, 'no-control': { type: 'boolean' } },
  });
  const when = new Date();
  const chosen = DEFECTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const copy = await TreeCopy.make();
  try {
    for (const defect of chosen) await (await copy.plant(defect))();
    if (!values['no-control']) await control(copy, chosen);
    const results: Result[] = [];
    console.log('| defect | caught by | s |\n|---|---|---:|');
    for (const defect of chosen) {
      const result = await tried(copy, defect);
      results.push(result);
      console.log(`| ${defect.name} | ${result.by ?? '**MISSED**'} | ${result.seconds} |`);
    }
    const missed = results.filter((result) => !result.caught);
    console.log(`\n${results.length - missed.length} of ${results.length} caught`);
    await writeRecord(values.record, {
      run: 'planted',
      what: 'deliberate defects, each of which the tests must catch',
      when,
      seed: null,
      count: results.length,
      counts: Object.fromEntries(results.map(({ name, by, seconds }) => [name, { by, seconds }])),
      problems: missed.map(({ name, harm }) => `${name}: ${harm}`),
    });
    process.exitCode = missed.length === 0 ? 0 : 1;
  } finally {
    await copy.remove();
  }
}

/** Without a defect the same tests pass, so that it is the defect that they see. */
async function control(copy: TreeCopy, defects: readonly Defect[]): Promise<void> {
  const tests = [...new Set(defects.flatMap((defect) => defect.tests))];
  const { failed, output } = await run(copy.directory, tests);
  if (!failed) return;
  console.error(output);
  throw new Error('the tests fail without any defect');
}

/** Its tests one after another, until one sees it: the one that is known to stands first. */
async function tried(copy: TreeCopy, defect: Defect): Promise<Result> {
  const takeOut = await copy.plant(defect);
  const started = performance.now();
  let by: string | null = null;
  for (const tests of defect.tests) {
    const { failed, output } = await run(copy.directory, [tests, '--bail', '1']);
    if (failed) by = /FAIL\s+(?:\|\w+\|\s+)?(\S.*)/.exec(output)?.[1] ?? 'no end';
    if (failed) break;
  }
  await takeOut();
  const seconds = Math.round((performance.now() - started) / 1000);
  return { name: defect.name, harm: defect.harm, caught: by !== null, by, seconds };
}

function run(directory: string, args: readonly string[]): Promise<{ failed: boolean; output: string }> {
  const vitest = join(directory, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', ...args], {
    cwd: directory,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const timer = setTimeout(() => process.kill(-(child.pid as number), 'SIGKILL'), PATIENCE_MS);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ failed: code !== 0, output });
    });
  });
}

await main();
