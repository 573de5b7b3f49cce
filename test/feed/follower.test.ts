import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Follower, follow } from '../../src/faces/feed/follower.ts';
import { FeedHub } from '../../src/faces/feed/hub.ts';
import { createLog } from '../../src/log.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createLedger, openEngine, recordOf, type TestEngine, topup } from '../support/engine.ts';
import { until } from '../support/until.ts';

let database: TestDatabase;
let engines: TestEngine[];
beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.query(
    'create table taken (n bigint generated always as identity, ledger_id bigint, id uuid); grant all on taken to pochi_app',
  );
  engines = [await openEngine(database.appUrl), await openEngine(database.appUrl)];
});
afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
  await database.drop();
});

test('followers that fail, and several at once, take every operation exactly once and in order', async () => {
  const ledgers = [await createLedger(database.owner), await createLedger(database.owner)];
  let turns = 0;
  const followers: Follower[] = [];
  const hubs: FeedHub[] = [];
  for (const { engine, reads } of engines) {
    const hub = new FeedHub(engine, reads);
    hubs.push(hub);
    followers.push(
      await follow(
        { database: database.app, hub, log: createLog('silent') },
        {
          consumer: 'test',
          page: 7,
          pollMs: 20,
          listened: async () => true,
          async take(client, ledgerId, records) {
            turns += 1;
            for (const { id } of records)
              await client.query('insert into taken (ledger_id, id) values ($1, $2)', [ledgerId, id]);
            // After all is written, but before it is committed.
            if (turns % 3 === 1) throw new Error('as if it had died');
          },
        },
      ),
    );
  }
  const submitted = await Promise.all(
    Array.from({ length: 100 }, async (_, n) => {
      const [engine, ledger] = [engines[n % 2]?.engine, ledgers[n % 3 === 0 ? 0 : 1] as bigint];
      const outcome = await engine?.submit(topup(ledger, `customer-${n % 5}`, 1n));
      if (!outcome) throw new Error('there is no engine');
      return { ledger, record: recordOf(outcome) };
    }),
  );
  const taken = async () =>
    (await database.owner.query<{ ledger_id: bigint; id: string }>('select ledger_id, id from taken order by n')).rows;
  await until(async () => (await taken()).length >= submitted.length);
  await Promise.all(followers.map((follower) => follower.stop()));
  for (const hub of hubs) hub.close();

  const rows = await taken();
  for (const ledger of ledgers) {
    const expected = submitted
      .filter((one) => one.ledger === ledger)
      .map(({ record }) => record)
      .toSorted((a, b) => Number(a.height - b.height) || a.index - b.index)
      .map(({ id }) => id);
    expect(rows.filter((row) => row.ledger_id === ledger).map(({ id }) => id)).toEqual(expected);
  }
});

test('a follower that nobody listens to reads nothing, and tells of what is committed after the first came', async () => {
  const [first] = engines;
  if (!first) throw new Error('there is no engine');
  const { engine, reads } = first;
  const ledger = await createLedger(database.owner);
  const hub = new FeedHub(engine, reads);
  const told: string[] = [];
  let listens = false;
  const follower = await follow(
    { database: database.app, hub, log: createLog('silent') },
    {
      consumer: 'listened',
      pollMs: 20,
      listened: async (_, ledgerId) => listens && ledgerId === ledger,
      take: async (_, __, records) => void told.push(...records.map(({ id }) => id)),
    },
  );
  const placeOf = async () => {
    const { rows } = await database.owner.query<{ height: bigint }>(
      "select height from feeds where consumer = 'listened' and ledger_id = $1",
      [ledger],
    );
    return rows[0]?.height;
  };
  const { height } = recordOf(await engine.submit(topup(ledger, 'asha', 1n)));
  await until(async () => (await placeOf()) === height + 1n);
  listens = true;
  const { id } = recordOf(await engine.submit(topup(ledger, 'asha', 1n)));
  await until(() => told.length > 0);
  await follower.stop();
  hub.close();
  expect(told).toEqual([id]);
});
