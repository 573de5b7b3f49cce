import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { webhookStorm } from './storm.ts';

/** `npm run load:webhooks` asks for 10,000. */
const EVENTS = Number(process.env.WEBHOOK_EVENTS ?? 500);

test(
  'events to a receiver that fails one time in five all arrive, are handled once each, and never before their commit',
  async () => {
    const database = await createTestDatabase();
    const figures = await webhookStorm(database, { events: EVENTS });
    await database.drop();
    expect(figures.failed).toBeGreaterThan(EVENTS / 10);
    if (process.env.WEBHOOK_EVENTS) console.log(JSON.stringify(figures));
  },
  120_000 + EVENTS * 60,
);
