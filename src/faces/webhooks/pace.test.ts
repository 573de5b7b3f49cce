import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

const settings = { most: 2, restAfter: 3, firstRestMs: 1_000, longestRestMs: 4_000 };
const failing = async () => ({ ok: false });
const working = async () => ({ ok: true });

test('a receiver has so many in hand, and no other one is kept waiting by it', async () => {
  const pace = new Pace(settings);
  const answer = Promise.withResolvers<{ ok: boolean }>();
  const sent = [1, 2].map(() => pace.send('slow', () => answer.promise));
  await pace.send('quick', working);
  expect(pace.busy()).toEqual(['slow']);
  answer.resolve({ ok: true });
  await Promise.all(sent);
  expect(pace.busy()).toEqual([]);
});

test('one that fails again and again is left alone, longer each time, and one delivery asks how it is', async () => {
  const pace = new Pace(settings);
  for (let i = 0; i < 2; i += 1) await pace.send('down', failing);
  expect(pace.resting('down')).toBe(false);
  await pace.send('down', failing);
  expect(pace.resting('down', Date.now() + 900)).toBe(true);
  expect(pace.resting('down', Date.now() + 1_100)).toBe(false);
  const answer = Promise.withResolvers<{ ok: boolean }>();
  const probe = pace.send('down', () => answer.promise);
  expect(pace.resting('down', Date.now() + 1_100)).toBe(true);
  answer.resolve({ ok: false });
  await probe;
  expect(pace.resting('down', Date.now() + 1_900)).toBe(true);
  for (let i = 0; i < 9; i += 1) await pace.send('down', failing);
  expect(pace.resting('down', Date.now() + 4_100)).toBe(false);
});

test('one that works again is pressed as before', async () => {
  const pace = new Pace(settings);
  for (let i = 0; i < 5; i += 1) await pace.send('back', failing);
  await pace.send('back', working);
  expect(pace.resting('back')).toBe(false);
  await pace.send('back', failing);
  expect(pace.resting('back')).toBe(false);
});

test('a delivery that ends in a defect of ours is no failure of the receiver', async () => {
  const pace = new Pace(settings);
  for (let i = 0; i < 5; i += 1) {
    await expect(pace.send('fine', () => Promise.reject(new Error('ours')))).rejects.toThrow('ours');
  }
  expect(pace.resting('fine')).toBe(false);
  expect(pace.busy()).toEqual([]);
});
