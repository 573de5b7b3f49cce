/** `npm run soak -- [--minutes N] [--rate N] [--kill-every SECONDS] [--seed N] [--record DIR]`. */
import { parseArgs } from 'node:util';
import { planned } from '../../support/plan.ts';
import { conclude } from '../../support/record.ts';
import { soak } from './soak.ts';

const plan = planned('soak');
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: String(plan.count) },
    rate: { type: 'string', default: '500' },
    'kill-every': { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    record: { type: 'string' },
  },
});
const [minutes, rate, seed] = [Number(values.minutes), Number(values.rate), Number(values.seed)];
const when = new Date();
const killEvery = Number(values['kill-every']);
const { counts, problems } = await soak({ seed, minutes, rate, killEvery, tell: console.log });
const made = { run: plan.run, what: plan.what, when, seed, count: minutes, problems };
await conclude(values.record, { ...made, counts: { operationsASecond: rate, ...counts } });
process.exit();
