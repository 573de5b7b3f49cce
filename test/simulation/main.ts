/** `npm run simulate -- [--seed N] [--faults N] [--clients N] [--messages N]`: exit code 0 only where everything is as it must be. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { simulate } from './simulate.ts';

const number = (preset: string) => ({ type: 'string', default: preset }) as const;
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    faults: number('40'),
    clients: number('32'),
    messages: number('2000'),
    between: number('300'),
    'longest-stop': number('30000'),
    'check-every': number('5000'),
  },
});
const seed = Number(values.seed ?? randomInt(2 ** 31));
console.log(`seed ${seed}`);
const { problems, ...figures } = await simulate(
  {
    seed,
    faults: Number(values.faults),
    clients: Number(values.clients),
    messages: Number(values.messages),
    between: Number(values.between),
    longestStop: Number(values['longest-stop']),
    longestSpoil: 5_000,
    checkEvery: Number(values['check-every']),
  },
  console.log,
);
console.log(figures);
for (const problem of problems.slice(0, 50)) console.error(problem);
console.log(
  problems.length === 0 ? 'everything is as it must be' : `seed ${seed}: ${problems.length} things are wrong`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
