import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { TcpProxy } from '../support/proxy.ts';
import { until } from '../support/until.ts';
import { oracleOf } from './oracle.ts';
import { heardInSpiteOf } from './outage.ts';
import { connect, type Instance, startInstance, type TestClient, tokenFor } from './support.ts';

/** How long the connection is lost at least: `npm run faults:sockets` waits a minute, which is as long as proxies wait. */
const OUTAGE_MS = Number(process.env.OUTAGE_SECONDS ?? 0) * 1000;

let database: TestDatabase;
let first: Instance;
let second: Instance;
beforeAll(async () => {
  database = await createTestDatabase();
  [first, second] = [await startInstance(database), await startInstance(database)];
});
afterAll(async () => {
  await Promise.all([first.stop(), second.stop()]);
  await database.drop();
});

let references = 0;
function topup(instance: Instance, user_id: string, amount = 100): Promise<unknown> {
  references += 1;
  const body = { user_id, asset_code: 'USD', amount, reference_id: `resume-${references}` };
  return instance.call('POST', '/api/v1/wallets/topup', body);
}

/** Many of them at a time, as one request. */
function topups(instance: Instance, customers: readonly string[]): Promise<unknown> {
  const operations = customers.map((user_id) => {
    references += 1;
    return { operation: 'walletTopup', user_id, asset_code: 'USD', amount: 100, reference_id: `resume-${references}` };
  });
  return instance.call('POST', '/api/v1/batch', { operations });
}

const places = (client: TestClient) => client.of().map(({ payload }) => payload.place as string);
const eventIds = (client: TestClient) => client.of().map(({ payload }) => payload.eventId as string);
const oracle = (customer: string) => oracleOf(database.owner, customer);

test('an event of one instance is heard on the other within a second', async () => {
  const client = await connect(second.base, await tokenFor('customer', 'across'));
  const waits: number[] = [];
  for (let i = 1; i <= 20; i += 1) {
    await topup(first, 'across');
    const committed = performance.now();
    await until(() => client.of('wallet:funds_added').length === i);
    waits.push(performance.now() - committed);
  }
  expect(waits.toSorted((a, b) => a - b)[18]).toBeLessThanOrEqual(1_000);
  expect(eventIds(client)).toEqual(await oracle('across'));
  client.close();
});

test('events of both instances come once and in the order of the books', async () => {
  const client = await connect(first.base, await tokenFor('customer', 'both'));
  await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      i % 4 === 0 ? topup(i % 8 === 0 ? first : second, 'both') : topup(second, 'x'),
    ),
  );
  await until(() => client.of('wallet:funds_added').length === 10);
  await until(async () => eventIds(client).length === (await oracle('both')).length);
  expect(eventIds(client)).toEqual(await oracle('both'));
  client.close();
});

describe('a client that comes back', () => {
  test('resumes on the other instance what it missed, in order and once, while more is committed', {
    timeout: 120_000 + OUTAGE_MS,
  }, async () => {
    const customer = 'traveller';
    const heard = await heardInSpiteOf({
      from: first,
      to: second,
      customer,
      whileLost: async () => {
        const end = performance.now() + OUTAGE_MS;
        for (let i = 0; i < 30 || performance.now() < end; i += 1)
          await topups(i % 2 ? first : second, ['someone', 'else', customer]);
      },
      commit: () => topup(second, customer),
      expected: () => oracle(customer),
    });
    expect(heard).toEqual(await oracle(customer));
  });

  test('whose connection is cut in the midst of everything misses nothing, cut after cut', async () => {
    const proxy = await TcpProxy.before(first.base);
    const through = new URL(proxy.through(first.base)).origin;
    const customer = 'cut';
    const token = await tokenFor('customer', customer);
    const heard: string[] = [];
    let last = (await connectAndLeave(first, token)).place;
    let committing = true;
    const commits = (async () => {
      while (committing) await topups(references % 2 ? first : second, [customer, 'noise', customer]);
    })();
    for (let cut = 0; cut < 12; cut += 1) {
      const client = await connect(through, token, { resume: true });
      const before = heard.length;
      await client.resume(last).catch(() => {});
      await until(() => client.of().length > 0 || !client.socket.connected);
      proxy.endAll('reset');
      await until(() => !client.socket.connected);
      heard.push(...eventIds(client));
      last = places(client).at(-1) ?? last;
      expect(heard.length).toBeGreaterThanOrEqual(before);
    }
    committing = false;
    await commits;
    const client = await connect(second.base, token, { resume: true });
    await client.resume(last);
    heard.push(...eventIds(client));
    expect(heard).toEqual(await oracle(customer));
    client.close();
    await proxy.stop();
  });

  test('hears nothing before it has resumed, and everything behind the last page of many', async () => {
    const customer = 'pages';
    const { place } = await connectAndLeave(first, await tokenFor('customer', customer));
    // More of them than are looked through for one page.
    for (let i = 0; i < 6; i += 1)
      await topups(
        first,
        Array.from({ length: 1_000 }, (_, n) => (n % 500 ? 'crowd' : customer)),
      );
    const client = await connect(first.base, await tokenFor('customer', customer), { resume: true });
    await topup(first, customer);
    expect(client.heard.map(({ name }) => name)).toEqual(['wallet:ready']);
    expect(await client.resume(place)).toBeGreaterThan(1);
    await topup(first, customer);
    await until(async () => eventIds(client).length >= (await oracle(customer)).length);
    expect(eventIds(client)).toEqual(await oracle(customer));
    client.close();
  });

  test('resumes all those whom it has subscribed to', async () => {
    const token = await tokenFor('staff', 'cashier');
    const { place } = await connectAndLeave(first, token);
    await topups(first, ['a1', 'b1', 'c1', 'a1']);
    const client = await connect(second.base, token, { resume: true });
    for (const customerId of ['a1', 'b1']) await client.ask('wallet:subscribe', { customerId });
    await client.resume(place);
    const told = client.of('wallet:funds_added').map(({ payload }) => payload.customerId);
    expect(told.toSorted()).toEqual(['a1', 'a1', 'b1']);
    client.close();
  });

  test.each([['x'], [''], ['1.2'], ['999999.0.0'], [7], [null]])('is refused a place %j', async (after) => {
    const client = await connect(first.base, await tokenFor('customer', 'lost'), { resume: true });
    expect(await client.ask('wallet:resume', { after })).toMatchObject({ status: 'error', code: 'VALIDATION_ERROR' });
    client.close();
  });

  test('is let go at once when the service stops', async () => {
    const third = await startInstance(database);
    const clients = await Promise.all(
      ['websocket', 'polling'].map(async (transport) =>
        connect(third.base, await tokenFor('customer', transport), {}, { transports: [transport as 'polling'] }),
      ),
    );
    const began = performance.now();
    await third.stop();
    expect(performance.now() - began).toBeLessThan(5_000);
    await until(() => clients.every(({ socket }) => !socket.connected));
  });
});

async function connectAndLeave(instance: Instance, token: string): Promise<{ place: string }> {
  const client = await connect(instance.base, token);
  const { place } = await client.ready();
  client.close();
  return { place };
}
