/** `npm run attack:fuzz -- [--runs N] [--seed N] [--only walletTopup,slipCreate]`: requests made from the OpenAPI document. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '20000' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const { status } = spawnSync('vitest', ['run', '--reporter=verbose', 'test/attack/fuzz.test.ts'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ATTACK_RUNS: values.runs,
    ...(values.seed !== undefined && { ATTACK_SEED: values.seed }),
    ...(values.only !== undefined && { ATTACK_ONLY: values.only }),
  },
});
process.exitCode = status ?? 1;
