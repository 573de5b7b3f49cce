/** F2: every process of PostgreSQL is killed, again and again, and the service stays and serves again. */
import { killAndCheck } from '../../faults/kill.ts';
import { Times } from './figures.ts';
import type { Run } from './run.ts';

const BETWEEN = 2_500;
const LOOK_EVERY = 10;
/** Until the service records again. */
const LONGEST_MS = 5_000;
/** Operations without an answer at first, for every kill at least. */
const UNKNOWN_A_KILL = 1.5;

export const postgresRun: Run = async ({ count, tell }) => {
  const options = { times: count, victims: ['database'], between: BETWEEN, lookEvery: LOOK_EVERY } as const;
  const { servingMs, ...figures } = await killAndCheck(options, tell);
  const late = servingMs.filter((ms) => ms > LONGEST_MS).length;
  return {
    counts: { ...figures, servingMs: new Times(servingMs) },
    problems: [
      ...(late > 0 ? [`${late} times it did not serve again within ${LONGEST_MS} ms`] : []),
      ...(figures.acknowledged < count * BETWEEN ? [`only ${figures.acknowledged} were acknowledged`] : []),
      ...(figures.unknown < count * UNKNOWN_A_KILL ? [`only ${figures.unknown} were unknown for a while`] : []),
    ],
  };
};
