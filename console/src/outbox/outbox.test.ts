import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { until } from '../../../test/support/until.ts';
import type { Outbox } from './outbox.ts';
import { UPGRADES } from './schema.ts';
import { answer } from './simulation/service.ts';
import { SCOPE, type Tab, World, type WorldOptions, write } from './simulation/world.ts';

const worlds: World[] = [];
const newWorld = (options?: WorldOptions): World => {
  const world = new World(options);
  worlds.push(world);
  return world;
};
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

const empty = (outbox: Outbox) => until(async () => (await outbox.unsent()).length === 0);

/** A queue of these numbers for one customer, made offline. */
async function queued(world: World, tab: Tab, ...writes: [customer: string, n: number, more?: object][]) {
  world.online = false;
  const intents = [];
  for (const [customer, n, more] of writes) intents.push(await tab.enqueue(customer, n, more));
  return intents;
}

describe('what the service says decides', () => {
  test.each([
    ['500', () => answer(500, '{}')],
    ['503 with a wish', () => answer(503, '{}', { 'retry-after': '3' })],
    ['429', () => answer(429, '{}')],
    ['408', () => answer(408, '{}')],
    ["a portal's page", () => new Response('<html>', { status: 200 })],
    ["a proxy's refusal", () => new Response('Forbidden', { status: 403 })],
  ])('%s: sent again until it is done', async (_name, instead) => {
    const world = newWorld();
    world.service.answerInstead(instead, instead);
    const { outbox } = await world.open();
    await outbox.enqueue(write('ann', 1));
    await empty(outbox);
    expect(world.service.effects).toHaveLength(1);
    expect(world.service.requests).toBe(3);
  });

  test('an answer that was lost is given again', async () => {
    const world = newWorld({ random: () => 0.3, faults: 0.5 });
    const { outbox } = await world.open();
    const { id } = await outbox.enqueue(write('ann', 1));
    await until(() => world.service.requests > 1);
    world.faults = 0;
    await empty(outbox);
    expect(world.service.effects).toHaveLength(1);
    expect(await outbox.find(id)).toMatchObject({ state: 'done', replayed: true, answer: { id: 'effect 0' } });
  });

  test('a failure at one request holds back its own customer only', async () => {
    const world = newWorld();
    const tab = await world.open();
    await queued(world, tab, ['ann', 1], ['ann', 2], ['ben', 3]);
    world.service.answerInstead(() => answer(500, '{}'));
    world.reconnect();
    await empty(tab.outbox);
    expect(world.service.effects.map(({ n }) => n)).toEqual([3, 1, 2]);
  });

  test('a refusal needs attention: its customer waits, the others go on, and nothing is lost', async () => {
    const world = newWorld();
    const tab = await world.open();
    const { outbox } = tab;
    const [refused] = await queued(world, tab, ['ann', 1, { refuse: true }], ['ann', 2], ['ben', 3]);
    world.reconnect();
    await until(() => world.service.effects.length === 1 && outbox.state().sending === 0);
    expect(outbox.state()).toMatchObject({ waiting: 1, sending: 0, attention: 1 });
    expect(outbox.waitingEffects('ann')).toEqual([{ asset: 'USD', count: 1, wallet: 100n, owes: 0n, paid: 0n }]);
    expect(outbox.state().items[0]?.problem).toMatchObject({ status: 422, code: 'BALANCE_LIMIT' });
    await outbox.resendAs(refused?.id ?? '', write('ann', 10));
    await empty(outbox);
    // In the place of the one that it stands for, not behind the others.
    expect(world.service.effects.map(({ n }) => n)).toEqual([3, 10, 2]);
    const [, again] = await outbox.settled();
    expect(again?.reference).not.toBe(refused?.reference);
    expect((await outbox.settled()).map(({ reference }) => reference)).toContain(refused?.reference);
  });

  test('the same key with another body needs attention', async () => {
    const world = newWorld();
    world.service.answerInstead(() => answer(409, '{"details":{"code":"DUPLICATE_IDEMPOTENCY_KEY"}}'));
    const { outbox } = await world.open();
    await outbox.enqueue(write('ann', 1));
    await until(() => outbox.state().attention === 1);
    expect(outbox.state().items[0]?.problem?.code).toBe('DUPLICATE_IDEMPOTENCY_KEY');
  });

  test('401 stops everything until somebody signs in, in all tabs, and keeps the queue', async () => {
    const world = newWorld();
    const unauthenticated = () => answer(401, '{}');
    world.service.answerInstead(unauthenticated, unauthenticated);
    const [one, two] = [await world.open(), await world.open()];
    await one.enqueue('ann', 1);
    await two.enqueue('ben', 2);
    const stopped = ({ outbox }: Tab) => outbox.state().needsSignIn && outbox.state().waiting === 2;
    await until(() => stopped(one) && stopped(two));
    // Refused at the door, it was not even tried.
    expect(one.outbox.state().items).toMatchObject([
      { state: 'waiting', attempts: 0 },
      { state: 'waiting', attempts: 0 },
    ]);
    two.outbox.signedIn();
    await empty(one.outbox);
    expect(world.service.effects.map(({ n }) => n)).toEqual([1, 2]);
  });

  test('a network that is back but carries nothing in its first moment is soon tried again, however long it was away', async () => {
    const world = newWorld({ random: () => 0 });
    const tab = await world.open();
    await queued(world, tab, ['ann', 1]);
    await until(() => (world.waits.at(-1) ?? 0) > 14_000);
    const before = world.waits.length;
    world.service.answerInstead(() => new Response('<html>', { status: 200 }));
    world.reconnect();
    await empty(tab.outbox);
    expect(Math.max(0, ...world.waits.slice(before))).toBeLessThanOrEqual(500);
  });

  test("another user's token never sends this user's writes", async () => {
    const world = newWorld();
    const { outbox } = await world.open();
    world.bearer = { token: 'other', ledger: SCOPE.ledger, subject: 'cashier-2' };
    await outbox.enqueue(write('ann', 1));
    await until(() => outbox.state().needsSignIn);
    expect(world.service.requests).toBe(0);
  });
});

describe('what is decided by hand', () => {
  async function inAttention() {
    const world = newWorld();
    const { outbox } = await world.open();
    const { id } = await outbox.enqueue(write('ann', 1, { refuse: true }));
    await until(() => outbox.state().attention === 1);
    return { world, outbox, id };
  }

  test('a retry sends the same key and text again', async () => {
    const { world, outbox, id } = await inAttention();
    world.service.answerInstead(() => answer(201, '{"id":"late"}'));
    await outbox.retry(id);
    await empty(outbox);
    expect(await outbox.find(id)).toMatchObject({ state: 'done', answer: { id: 'late' } });
  });

  test('a discard is noted, with who, why and what', async () => {
    const { outbox, id } = await inAttention();
    await outbox.discard(id, 'supervisor-1', 'entered twice');
    expect(await outbox.unsent()).toEqual([]);
    expect(await outbox.discards()).toMatchObject([
      { by: 'supervisor-1', reason: 'entered twice', intent: { id, problem: { code: 'BALANCE_LIMIT' } } },
    ]);
    expect(JSON.parse(await outbox.exportQueue())).toMatchObject({ unsent: [], discarded: [{ intent: { id } }] });
    await expect(outbox.retry(id)).rejects.toMatchObject({ code: 'NOT_THERE' });
  });

  test('what may have been carried out can not be discarded, what was never sent can', async () => {
    const world = newWorld();
    const tab = await world.open();
    const [tried, fresh] = await queued(world, tab, ['ann', 1], ['ann', 2]);
    await until(() => tab.outbox.state().items.some(({ attempts }) => attempts > 0));
    await expect(tab.outbox.discard(tried?.id ?? '', 'boss', 'no')).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    await tab.outbox.discard(fresh?.id ?? '', 'boss', 'changed their mind');
    expect(await tab.outbox.unsent()).toMatchObject([{ id: tried?.id }]);
  });
});

describe('what is shared, and what is not', () => {
  test('the next user of the till sees nothing of the one before; the numbers go on', async () => {
    const world = newWorld();
    const tab = await world.open();
    const [first] = await queued(world, tab, ['ann', 1]);
    const other = await world.open({ ledger: 'main', subject: 'cashier-2' });
    expect(await other.outbox.unsent()).toEqual([]);
    expect(await other.outbox.find(first?.id ?? '')).toBeNull();
    await expect(other.outbox.discard(first?.id ?? '', 'x', 'y')).rejects.toMatchObject({ code: 'NOT_THERE' });
    const elsewhere = await world.open({ ledger: 'branch', subject: SCOPE.subject });
    expect(await elsewhere.outbox.unsent()).toEqual([]);
    const second = await other.enqueue('ben', 2);
    expect(first?.reference).toMatch(/^[2-9B-Z]{4}-0001$/);
    expect(second.reference).toBe(first?.reference.replace('0001', '0002'));
  });

  test('tabs that queue at once never give the same reference', async () => {
    const world = newWorld();
    const tabs = await Promise.all([world.open(), world.open(), world.open()]);
    const all = await Promise.all(Array.from({ length: 60 }, (_, n) => tabs[n % 3]?.enqueue('ann', n)));
    expect(new Set(all.map((intent) => intent?.reference)).size).toBe(60);
    expect(all.map((intent) => intent?.sequence).sort((a = 0, b = 0) => a - b)).toEqual(all.map((_, i) => i + 1));
  });

  test('what stands on the paper is found, before and after it was sent', async () => {
    const world = newWorld();
    const tab = await world.open();
    const [queuedOne] = await queued(world, tab, ['ann', 1]);
    const typed = ` ${queuedOne?.reference.toLowerCase().replace('-', ' ')}`;
    expect(await tab.outbox.byReference(typed)).toMatchObject({ id: queuedOne?.id });
    world.reconnect();
    await empty(tab.outbox);
    expect(await tab.outbox.byReference(typed)).toMatchObject({ id: queuedOne?.id, answer: { id: 'effect 0' } });
    expect(await tab.outbox.byReference('XXXX-9999')).toBeNull();
  });

  test('what one tab queues and another sends is seen by both', async () => {
    const world = newWorld();
    const [one, two] = [await world.open(), await world.open()];
    await queued(world, one, ['ann', 1]);
    await until(() => two.outbox.state().items.length === 1);
    world.reconnect();
    await until(() => one.outbox.state().items.length === 0 && two.outbox.state().items.length === 0);
  });

  test('nobody leaves while something is queued; after that, nothing of theirs stays', async () => {
    const world = newWorld();
    const tab = await world.open();
    await queued(world, tab, ['ann', 1]);
    await expect(tab.outbox.forget()).rejects.toMatchObject({ code: 'STILL_QUEUED' });
    world.reconnect();
    await empty(tab.outbox);
    await tab.outbox.forget();
    expect(await tab.outbox.settled()).toEqual([]);
  });
});

describe('what goes wrong on the device', () => {
  test('no room: the write is refused and nothing is sent', async () => {
    const world = newWorld();
    const { outbox } = await world.open();
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(outbox.enqueue(write('ann', 1))).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    vi.restoreAllMocks();
    expect(await outbox.unsent()).toEqual([]);
    const next = await outbox.enqueue(write('ann', 2));
    // Not even the number is gone.
    expect(next.sequence).toBe(1);
    await empty(outbox);
    expect(world.service.effects.map(({ n }) => n)).toEqual([2]);
  });

  test.each([-86_400_000, 86_400_000])(
    'a clock that is wrong by %i ms changes neither order nor times',
    async (error) => {
      const world = newWorld();
      world.clockError = error;
      const tab = await world.open();
      await tab.enqueue('ann', 0);
      await empty(tab.outbox);
      await queued(world, tab, ['ann', 1], ['ann', 2]);
      // Set right, or wrong the other way, between two sales.
      world.clockError = -error;
      tab.kill();
      const again = await world.open();
      world.clockError = error;
      world.reconnect();
      await empty(again.outbox);
      expect(world.service.effects.map(({ n }) => n)).toEqual([0, 1, 2]);
      const { outbox } = await world.open();
      expect(Math.abs(Number(outbox.clock.now()) - Date.now())).toBeLessThan(5_000);
    },
  );

  test('what is done carries the time at which it was queued, by the clock of the service', async () => {
    const world = newWorld();
    world.clockError = 86_400_000;
    const tab = await world.open();
    await tab.enqueue('ann', 0);
    await empty(tab.outbox);
    const [late] = await queued(world, tab, ['ann', 1]);
    const { occurred_at } = JSON.parse(late?.body ?? '{}') as { occurred_at: string };
    expect(Math.abs(Date.parse(occurred_at) - Date.now())).toBeLessThan(5_000);
  });

  test('a new version takes over what the old one has queued; the old tab says that it is old', async () => {
    const world = newWorld();
    const old = await world.open();
    await queued(world, old, ['ann', 1], ['ben', 2]);
    const next = await world.open(SCOPE, {
      upgrades: [
        ...UPGRADES,
        async (_database, transaction) => {
          let cursor = await transaction.objectStore('unsent').openCursor();
          while (cursor) {
            await cursor.update({ ...cursor.value, label: { ...cursor.value.label, customerName: 'upgraded' } });
            cursor = await cursor.continue();
          }
        },
      ],
    });
    expect(next.outbox.state().items.map(({ label }) => label.customerName)).toEqual(['upgraded', 'upgraded']);
    await expect(old.enqueue('ann', 3)).rejects.toMatchObject({ code: 'OUTDATED' });
    await expect(world.open()).rejects.toMatchObject({ code: 'OUTDATED' });
    world.reconnect();
    await empty(next.outbox);
    expect(world.service.effects.map(({ n }) => n)).toEqual([1, 2]);
  });
});
