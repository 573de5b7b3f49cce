import { expect, test } from 'vitest';
import { ServerClock } from './server-clock.ts';

const NOON = Date.UTC(2026, 0, 1, 12);
const text = (time: number) => new Date(time).toUTCString();

test('tells the time of the service, whatever this device believes', () => {
  let wall = NOON - 86_400_000;
  const clock = new ServerClock(() => wall);
  expect(clock.now()).toBeNull();
  clock.hear(text(NOON));
  wall += 5_000;
  expect(clock.now()?.getTime()).toBe(NOON + 5_000);
  clock.hear('not a time');
  expect(clock.now()?.getTime()).toBe(NOON + 5_000);
});

test('a device that has lost the time while it was off does not go back behind what it heard', () => {
  const clock = new ServerClock(() => 0);
  clock.remember({ offset: 0, heard: NOON });
  expect(clock.now()?.getTime()).toBe(NOON);
});

test('only what has moved is worth saving', () => {
  let wall = NOON;
  const clock = new ServerClock(() => wall);
  expect(clock.hear(text(NOON))).toEqual({ offset: 0, heard: NOON });
  wall += 1_000;
  expect(clock.hear(text(NOON + 1_000))).toBeNull();
  wall += 60_000;
  expect(clock.hear(text(NOON + 61_000))).toEqual({ offset: 0, heard: NOON + 61_000 });
  expect(clock.hear(text(NOON + 161_000))).toMatchObject({ offset: 100_000 });
});
