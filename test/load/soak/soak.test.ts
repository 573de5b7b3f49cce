import { expect, test } from 'vitest';
import { rabbitProgram } from '../../support/rabbit.ts';
import { soak } from './soak.ts';

/** `npm run soak` does it for an hour. */
test.skipIf(rabbitProgram() === null)(
  'under half a minute over every face with a kill of the service and one of PostgreSQL: everything is there once, and told once',
  { timeout: 240_000 },
  async () => {
    const { counts, problems } = await soak({ seed: 1, minutes: 0.4, rate: 20, killEvery: 10, tell: () => {} });
    expect(problems).toEqual([]);
    expect(counts.kills).toEqual({ service: 1, database: 1 });
    expect(counts.recorded).toBeGreaterThan(300);
    for (const heard of [counts.socketEvents, counts.webhooks, counts.reconnections]) expect(heard).toBeGreaterThan(10);
  },
);
