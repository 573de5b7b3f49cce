import { expect, test } from 'vitest';
import { held, measureSockets } from '../load/sockets.ts';

/** `npm run load:sockets` does it with 5,000. */
test('200 sockets are held, and each change of a balance reaches its customer alone, once and within a second', {
  timeout: 120_000,
}, async () => {
  const figures = await measureSockets({ sockets: 200, changes: 400, perSecond: 100, idleSeconds: 1 });
  expect([held(figures), figures]).toEqual([true, figures]);
});
