import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replayEvents } from '../../src/faces/amqp/replay.ts';
import { AssetRegistry } from '../../src/queries/asset-registry.ts';
import { headOf } from '../../src/queries/feed.ts';
import type { EventType } from '../../src/wallet/events.ts';
import { brokerUrl, MAIN, TestBroker } from '../support/amqp.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openEngine, recordOf, topup } from '../support/engine.ts';

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
    const sent = await replayEvents(
      {
        url: brokerUrl as string,
        topology: broker,
        database: database.app,
        assets: new AssetRegistry(database.app),
        onProgress: () => {},
      },
      { ledgerId: MAIN, from, to, types: types && new Set(types) },
    );
    return { sent, heard: await broker.take(broker.heard) };
  }

  test('sends all events of its blocks in order, under their own ids, and says that it is one', async () => {
    const { sent, heard } = await replay(1n, await headOf(database.app, MAIN));
    expect(sent).toBe(8);
    expect(heard.map(({ properties }) => properties.messageId)).toEqual(ids.flatMap((id) => [`${id}-0`, `${id}-1`]));
    expect(heard.every(({ properties }) => properties.headers?.replayed === true)).toBe(true);
  });

  test('sends only the blocks and types that are asked for', async () => {
    const { sent, heard } = await replay(2n, 3n, ['wallet.balance_changed']);
    expect(sent).toBe(2);
    expect(heard.map(({ properties }) => properties.messageId)).toEqual([`${ids[1]}-1`, `${ids[2]}-1`]);
  });
});
