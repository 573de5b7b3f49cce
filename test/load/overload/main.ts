/** `npm run overload -- [--minutes N] [--times N] [--connections N] [--seconds N] [--record DIR]`. */
import { parseArgs } from 'node:util';
import { planned } from '../../support/plan.ts';
import { conclude } from '../../support/record.ts';
import { overload } from './overload.ts';

const plan = planned('overload');
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: String(plan.count) },
    times: { type: 'string', default: '3' },
    connections: { type: 'string', default: '8000' },
    seconds: { type: 'string', default: '30' },
    record: { type: 'string' },
  },
});
const [minutes, times] = [Number(values.minutes), Number(values.times)];
const [connections, seconds] = [Number(values.connections), Number(values.seconds)];
const when = new Date();
const result = await overload({ minutes, times, connections, seconds, tell: console.log });
await conclude(values.record, { run: plan.run, what: plan.what, when, seed: null, count: minutes, ...result });
