/**
 * `npm run recorded -- tampering [--count N] [--record DIR]`: one of the runs of the plan that are tests, as much of it as the
 * plan says, with a record of what came of it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { planned } from './plan.ts';
import { conclude } from './record.ts';

interface Tests {
  readonly files: readonly string[];
  /** Settings of the tests; the one that is empty is told how much is asked for. */
  readonly settings: Readonly<Record<string, string>>;
}

/** Those without a setting for it are as much as they are: they fail where it is less than planned. */
const TESTS: Readonly<Record<string, Tests>> = {
  inputs: { files: ['test/attack/inputs.test.ts'], settings: {} },
  tampering: { files: ['test/proof/tampering.test.ts'], settings: {} },
  flaps: {
    files: ['console/src/outbox/flaps.test.ts', 'test/browser/outbox.test.ts'],
    settings: { OUTBOX_WRITES: '500', OUTBOX_SEEDS: '' },
  },
};

/** Of the report that vitest writes as JSON. */
interface Report {
  readonly numTotalTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string' }, record: { type: 'string' } },
});
const [name = ''] = positionals;
const tests = TESTS[name];
if (!tests) throw new Error(`which of ${Object.keys(TESTS).join(', ')}?`);

const plan = planned(name);
const when = new Date();
const isCounted = Object.values(tests.settings).includes('');
const count = Number((isCounted && values.count) || plan.count);
const settings = Object.fromEntries(
  Object.entries(tests.settings).map(([key, value]) => [key, value || String(count)]),
);
const { numTotalTests, numPassedTests, testResults } = run(tests.files, settings);
const failed = testResults.flatMap(({ name: file, message, assertionResults }) => [
  ...(assertionResults.length === 0 ? [`${file}: ${message}`] : []),
  ...assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
]);
await conclude(values.record, {
  ...{ run: name, what: plan.what, when, seed: null, count, problems: failed },
  counts: { tests: numTotalTests, passed: numPassedTests, ...settings },
});

function run(files: readonly string[], env: Readonly<Record<string, string>>): Report {
  const directory = mkdtempSync(join(tmpdir(), 'pochi-tests-'));
  const outputFile = join(directory, 'report.json');
  try {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`, ...files];
    spawnSync('vitest', args, { stdio: 'inherit', env: { ...process.env, ...env } });
    return JSON.parse(readFileSync(outputFile, 'utf8'));
  } finally {
    rmSync(directory, { recursive: true });
  }
}
