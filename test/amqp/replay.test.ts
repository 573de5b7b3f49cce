import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replayEvents } from '../../src/faces/amqp/replay.ts';
import { AssetRegistry } from '../../src/queries/asset-registry.ts';
import { headOf } from '../../src/queries/feed.ts';
import type { EventType } from '../../src/wallet/events.ts';
import { brokerUrl, MAIN, TestBroker } from '../support/amqp.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openEngine, recordOf, topup } from '../support/engine.ts';

const POCHI = new URL('../../src/main.ts', import.meta.url).pathname;

describe.skipIf(brokerUrl === null)('over a real RabbitMQ, a replay', () => {
  let database: TestDatabase;
  let broker: TestBroker;
  let ids: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    broker = await TestBroker.open(brokerUrl as string);
    // Nobody publishes: as before the first start with a broker.
    const { engine, close } = await openEngine(database.appUrl);
    ids = [];
    for (let n = 0; n < 4; n += 1) ids.push(recordOf(await engine.submit(topup(MAIN, 'asha', 1n))).id);
    await close();
  });
  afterAll(async () => {
    await broker.remove();
    await database.drop();
  });

  async function replay(from: bigint, to: bigint, types: readonly EventType[] | null = null) {
    const tally = await replayEvents(
      {
        url: brokerUrl as string,
        topology: broker,
        database: database.app,
        assets: new AssetRegistry(database.app),
        onProgress: () => {},
      },
      { ledgerId: MAIN, from, to, types: types && new Set(types) },
    );
    return { tally, heard: await broker.take(broker.heard) };
  }

  const heardIds = (heard: readonly { properties: { messageId: string } }[]) =>
    heard.map(({ properties }) => properties.messageId);

  test('sends all events of its blocks in order, under their own ids, and says that it is one', async () => {
    const { tally, heard } = await replay(1n, await headOf(database.app, MAIN));
    expect(tally).toEqual({ published: 8, unheard: 0 });
    expect(heardIds(heard)).toEqual(ids.flatMap((id) => [`${id}-0`, `${id}-1`]));
    expect(heard.every(({ properties }) => properties.headers?.replayed === true)).toBe(true);
  });

  test('sends only the blocks and types that are asked for', async () => {
    const { tally, heard } = await replay(2n, 3n, ['wallet.balance_changed']);
    expect(tally).toEqual({ published: 2, unheard: 0 });
    expect(heardIds(heard)).toEqual([`${ids[1]}-1`, `${ids[2]}-1`]);
  });

  describe('by the command', () => {
    /** What `pochi events replay` answers; rejects with its exit code and what it says of the error. */
    const pochi = (...args: string[]) =>
      promisify(execFile)(process.execPath, [POCHI, 'events', 'replay', ...args], {
        env: { ...process.env, ...broker.environment, DATABASE_URL: database.ownerUrl, AMQP_URL: brokerUrl as string },
      });

    test('publishes what is asked for and says how many that were', async () => {
      const { stdout } = await pochi('--from', '2', '--to', '3', '--types', 'wallet.funds_added');
      expect(stdout).toBe('2 events published\n');
      expect(heardIds(await broker.take(broker.heard))).toEqual([`${ids[1]}-0`, `${ids[2]}-0`]);
    });

    test('begins at a time, too, and says what no queue is bound for', async () => {
      await broker.unbind();
      await broker.bind('wallet.funds_added');
      const { stdout } = await pochi('--from', '2020-01-31T00:00:00Z');
      expect(stdout).toBe('4 events published; 4 that no queue is bound for\n');
      expect(heardIds(await broker.take(broker.heard))).toEqual(ids.map((id) => `${id}-0`));
    });

    test.each([
      ['a type', ['--from', '1', '--types', 'wallet.gone'], 'wallet.gone is none of'],
      ['a ledger', ['--from', '1', '--ledger', 'gone'], 'there is no ledger gone'],
    ])('fails over %s that is none, and says so', async (_name, args, message) => {
      await expect(pochi(...args)).rejects.toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringContaining(message),
      });
    });
  });
});
