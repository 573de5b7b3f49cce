import { expect, test } from 'vitest';
import { underKey } from './online.ts';
import { ApiError, noAnswer } from './problems.ts';

/** Sends a limit whose outcome is this; gives the key that it went under. */
async function sent(asset: string, limit: number, outcome?: Error): Promise<string> {
  let used = '';
  const send = async (key: string) => {
    used = key;
    if (outcome) throw outcome;
  };
  await underKey(`limit ${asset}`, limit, send).catch((error: unknown) => expect(error).toBe(outcome));
  return used;
}

const lost = () => noAnswer(new TypeError('the connection was reset'));
const refused = () => new ApiError({ status: 422, code: 'VALIDATION_ERROR', message: '', requestId: null });

test('a write that was not answered goes out again under its key', async () => {
  const first = await sent('TZS', 500, lost());
  expect(await sent('TZS', 500, lost())).toBe(first);
  expect(await sent('TZS', 500)).toBe(first);
});

test('another write has another key, and at the same place it makes the one before it a new wish', async () => {
  const first = await sent('TZS', 500, lost());
  expect(await sent('USD', 500)).not.toBe(first);
  expect(await sent('TZS', 500, lost())).toBe(first);
  const second = await sent('TZS', 600, lost());
  expect(second).not.toBe(first);
  const third = await sent('TZS', 500);
  expect([first, second]).not.toContain(third);
});

test('what was answered is a new write when it is done again', async () => {
  const done = await sent('TZS', 700);
  const again = await sent('TZS', 700, refused());
  expect(again).not.toBe(done);
  expect(await sent('TZS', 700)).not.toBe(again);
});
