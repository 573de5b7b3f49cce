import { expect, test } from 'vitest';
import { readConfig } from '../../config.ts';
import { createLog } from '../../log.ts';
import type { Rooms } from '../face.ts';
import { startAmqp } from './start.ts';

test('without AMQP_URL there is no broker, and the log says so once', async () => {
  const lines: string[] = [];
  const log = createLog('info', (line) => lines.push(line));
  const face = await startAmqp({ config: readConfig({}), log } as Rooms);
  expect(face.addresses).toEqual({});
  await face.stop();
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
    'AMQP_URL is not set: no events are taken from a broker, and none are sent to one',
  ]);
});
