import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { until } from '../../../test/support/until.ts';
import { performIn } from './perform-in.ts';
import { UPGRADES } from './schema.ts';
import { answer } from './simulation/service.ts';
import { SCOPE, World, write } from './simulation/world.ts';

let world: World;
afterEach(() => world.close());

/** In the pace of real time: patience is part of what is tested. */
async function opened() {
  world = new World({ haste: 1 });
  const { outbox } = await world.open();
  return outbox;
}

test('online, the answer is given and the queue is empty', async () => {
  const outbox = await opened();
  expect(await performIn(outbox, write('ann', 1))).toMatchObject({ state: 'done', answer: { id: 'effect 0' } });
  expect(await outbox.unsent()).toEqual([]);
});

test('the outcome is heard even where another tab sends', async () => {
  const outbox = await opened();
  const other = await world.open();
  const [mine, theirs] = await Promise.all([
    performIn(outbox, write('ann', 1)),
    performIn(other.outbox, write('ben', 2)),
  ]);
  expect([mine.state, theirs.state]).toEqual(['done', 'done']);
});

test('a refusal is told, and leaves the queue empty', async () => {
  const outbox = await opened();
  expect(await performIn(outbox, write('ann', 1, { refuse: true }))).toMatchObject({
    state: 'refused',
    problem: { status: 422, code: 'BALANCE_LIMIT' },
  });
  expect(await outbox.unsent()).toEqual([]);
  // Nobody of this customer is held back.
  expect(await performIn(outbox, write('ann', 2))).toMatchObject({ state: 'done' });
});

test('without a network it waits under a reference, and is sent later', async () => {
  const outbox = await opened();
  world.online = false;
  const performed = await performIn(outbox, write('ann', 1), { customerKnown: true });
  expect(performed).toMatchObject({ state: 'waiting', reason: 'unreachable' });
  const [queued] = await outbox.unsent();
  expect(performed).toMatchObject({ id: queued?.id, deviceReference: queued?.reference });
});

test('without a network, what may not be done offline is not queued', async () => {
  const outbox = await opened();
  world.online = false;
  expect(await performIn(outbox, { ...write('ann', 1), operation: 'walletWithdraw' })).toEqual({
    state: 'notOffline',
    reason: 'needsConnection',
  });
  expect(await outbox.unsent()).toEqual([]);
});

test('behind one that needs attention it waits, and says so', async () => {
  const outbox = await opened();
  await outbox.enqueue(write('ann', 1, { refuse: true }));
  expect(await performIn(outbox, write('ann', 2))).toMatchObject({ state: 'waiting', reason: 'behindAttention' });
  expect(await performIn(outbox, write('ben', 3))).toMatchObject({ state: 'done' });
});

test('nobody signed in: it waits, and says so', async () => {
  const outbox = await opened();
  world.bearer = null;
  expect(await performIn(outbox, write('ann', 1))).toMatchObject({ state: 'waiting', reason: 'signIn' });
});

test('an attempt that fails is made again while somebody waits', async () => {
  const outbox = await opened();
  world.service.answerInstead(() => answer(502, ''));
  expect(await performIn(outbox, write('ann', 1))).toMatchObject({ state: 'done' });
  expect(world.service.requests).toBe(2);
});

test('a service that asks for patience is not waited for longer than anyone else', async () => {
  const outbox = await opened();
  world.service.answerInstead(() => answer(503, '{}', { 'retry-after': '900' }));
  expect(await performIn(outbox, write('ann', 1), {}, 300)).toMatchObject({ state: 'waiting', reason: 'unreachable' });
});

test('a service that takes its time is not waited for long', async () => {
  const outbox = await opened();
  expect(await performIn(outbox, write('ann', 1), {}, 0)).toMatchObject({ state: 'waiting', reason: 'slow' });
});

test('a newer version in another tab takes over what somebody waits for here, and that is no failure', async () => {
  const outbox = await opened();
  const busy = () => answer(502, '');
  world.service.answerInstead(busy, busy, busy, busy);
  const performed = performIn(outbox, write('ann', 1));
  await until(() => world.service.requests === 1);
  const next = await world.open(SCOPE, { upgrades: [...UPGRADES, () => {}] });
  expect(await performed).toMatchObject({ state: 'waiting', reason: 'slow' });
  await until(() => next.outbox.state().items.length === 0);
  expect(world.service.effects.map(({ n }) => n)).toEqual([1]);
});
