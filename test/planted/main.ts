/**
 * Puts each defect into a copy of the tree, one at a time, and runs the tests that must see it.
 * `npm run test:planted -- [names]`; exit code 0 only where the copy without defects passes, and every defect is caught.
 */
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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
  const chosen = DEFECTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const copy = await TreeCopy.make();
  try {
    for (const defect of chosen) await (await copy.plant(defect))();
    if (!values['no-control']) await control(copy, chosen);
    const results: Result[] = [];
    for (const defect of chosen) {
      const result = await tried(copy, defect);
      results.push(result);
      console.log(`${result.caught ? 'caught' : 'MISSED'}  ${defect.name}  ${result.by ?? ''}  ${result.seconds} s`);
    }
    const caught = results.filter((result) => result.caught).length;
    console.log(`\n${caught} of ${results.length} caught`);
    if (values.record) await writeFile(values.record, `${JSON.stringify({ at: new Date(), results }, null, 2)}\n`);
    process.exitCode = caught === results.length ? 0 : 1;
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

async function tried(copy: TreeCopy, defect: Defect): Promise<Result> {
  const takeOut = await copy.plant(defect);
  const started = performance.now();
  const { failed, output } = await run(copy.directory, [...defect.tests, '--bail', '1']);
  await takeOut();
  const by = /FAIL\s+(\S.*)/.exec(output)?.[1] ?? null;
  const seconds = Math.round((performance.now() - started) / 1000);
  return { name: defect.name, harm: defect.harm, caught: failed, by: failed ? (by ?? 'no end') : null, seconds };
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
