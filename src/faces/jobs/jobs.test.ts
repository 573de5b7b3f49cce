import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { TcpProxy } from '../../../test/support/proxy.ts';
import { until } from '../../../test/support/until.ts';
import { createLog } from '../../log.ts';
import type { JsonObject } from '../../wallet/operation.ts';
import { addJobs } from './add.ts';
import { BATCH_MS, type Jobs, type JobsOptions, startJobs, type Task } from './jobs.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const task = (run: Task['run'], more: Partial<Task> = {}): Task => ({
  run,
  attempts: 3,
  firstRetryMs: 1,
  longestRetryMs: 10,
  ...more,
});

/** A runner as an instance of the service has it, by default on the straight way to the database. */
async function start(tasks: JobsOptions['tasks'], more: Partial<JobsOptions> & { url?: string } = {}) {
  const registries: Parameters<typeof startJobs>[0]['registries'] = [];
  const { url = database.appUrl, ...options } = more;
  const jobs = await startJobs(
    { log: createLog('silent'), databaseUrl: url, registries },
    { name: 'test', concurrency: 5, pollMs: 20, tasks, ...options },
  );
  const metric = async (name: string): Promise<number> => {
    const found = await registries[0]?.getSingleMetric(`pochi_test_jobs_${name}`)?.get();
    return (found?.values ?? []).reduce((sum, { value }) => sum + value, 0);
  };
  return { ...jobs, metric };
}

const add = (name: string, ...payloads: JsonObject[]) =>
  addJobs(
    database.app,
    payloads.map((payload) => ({ task: name, payload })),
  );

async function left(): Promise<number> {
  const { rows } = await database.owner.query('select count(*)::int as jobs from graphile_worker.jobs');
  return rows[0].jobs;
}

test('a job is done with its data, once, by the role that owns nothing', async () => {
  const done: unknown[] = [];
  const jobs = await start({ once: task(async (data) => void done.push(data)) });
  await add('once', { n: 1 }, { n: 2 });
  await until(() => done.length === 2);
  await jobs.stop();
  expect(done).toEqual(expect.arrayContaining([{ n: 1 }, { n: 2 }]));
  expect(await left()).toBe(0);
});

test('a job of a transaction that is rolled back is not done; one of a transaction that commits is', async () => {
  const done: unknown[] = [];
  const jobs = await start({ bound: task(async ({ from }) => void done.push(from)) });
  const client = await database.app.connect();
  for (const [from, end] of [
    ['rolled back', 'rollback'],
    ['committed', 'commit'],
  ] as const) {
    await client.query('begin');
    await addJobs(client, [{ task: 'bound', payload: { from } }]);
    await client.query(end);
  }
  client.release();
  await until(async () => done.length > 0 && (await left()) === 0);
  await jobs.stop();
  expect(done).toEqual(['committed']);
});

test('a job that fails is tried again, knows how often it did, and is dropped after the last time', async () => {
  const tries: number[] = [];
  const jobs = await start({
    fails: task(async (_, { failures }) => {
      tries.push(failures);
      throw new Error('not today');
    }),
  });
  await add('fails', {});
  await until(async () => (await jobs.metric('dropped_total')) === 1);
  await until(async () => (await left()) === 0);
  expect(tries).toEqual([0, 1, 2]);
  expect(await jobs.metric('failed_total')).toBe(3);
  await jobs.stop();
});

test('a job with a key takes the place of the one that waits', async () => {
  const done: unknown[] = [];
  const soon = new Date(Date.now() + 200);
  for (const n of [1, 2]) await addJobs(database.app, [{ task: 'keyed', payload: { n }, key: 'the one', runAt: soon }]);
  const jobs = await start({ keyed: task(async ({ n }) => void done.push(n)) });
  await until(async () => (await left()) === 0);
  await jobs.stop();
  expect(done).toEqual([2]);
});

test('jobs whose flag is skipped wait, while others go on', async () => {
  const done: unknown[] = [];
  const skipped = ['slow'];
  const jobs = await start({ flagged: task(async ({ n }) => void done.push(n)) }, { skip: () => skipped });
  await addJobs(database.app, [
    { task: 'flagged', payload: { n: 1 }, flag: 'slow' },
    { task: 'flagged', payload: { n: 2 }, flag: 'quick' },
  ]);
  await until(() => done.includes(2));
  expect(done).toEqual([2]);
  await until(async () => (await jobs.metric('waiting')) === 1);
  skipped.pop();
  await until(() => done.includes(1));
  await jobs.stop();
});

test('several instances share the jobs, and do each of them once', async () => {
  const done: unknown[] = [];
  const byInstance = [0, 0, 0];
  const instances = await Promise.all(
    byInstance.map((_, i) =>
      start({
        shared: task(async ({ n }) => {
          done.push(n);
          byInstance[i] = (byInstance[i] ?? 0) + 1;
        }),
      }),
    ),
  );
  await add('shared', ...Array.from({ length: 200 }, (_, n) => ({ n })));
  await until(() => done.length >= 200);
  await Promise.all(instances.map((instance) => instance.stop()));
  expect(done.toSorted()).toEqual(Array.from({ length: 200 }, (_, n) => n).toSorted());
  expect(byInstance.filter((count) => count > 0).length).toBeGreaterThan(1);
});

test('stopping waits for the jobs in hand, and leaves the others for the next start', async () => {
  const done: unknown[] = [];
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const slow = task(async ({ n }) => {
    begun.resolve();
    await goOn.promise;
    done.push(n);
  });
  const first = await start({ slow }, { concurrency: 1 });
  await add('slow', { n: 1 }, { n: 2 });
  await begun.promise;
  const stopped = first.stop();
  goOn.resolve();
  await stopped;
  expect(done).toEqual([1]);
  const second = await start({ slow });
  await until(async () => (await left()) === 0);
  await second.stop();
  expect(done).toEqual([1, 2]);
});

test('the jobs of an instance that died are done by another one', async () => {
  const hanging = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const proxy = await TcpProxy.before(database.appUrl);
  const dead = await start(
    {
      orphan: task(async () => {
        begun.resolve();
        await hanging.promise;
      }),
    },
    { url: proxy.through(database.appUrl), deadAfterS: 1 },
  );
  await add('orphan', {});
  await begun.promise;
  // As a machine that is switched off: nothing of it reaches the database any more.
  proxy.refusing = true;
  proxy.endAll();
  const done: unknown[] = [];
  const alive = await start({ orphan: task(async (data) => void done.push(data)) }, { deadAfterS: 1 });
  await until(() => done.length === 1);
  await alive.stop();
  hanging.resolve();
  await dead.stop();
  await proxy.stop();
});

test('what is left of a job that another one took the place of is removed', async () => {
  await addJobs(database.app, [{ task: 'spent', payload: {} }]);
  await database.owner.query(
    `update graphile_worker._private_jobs set attempts = max_attempts, updated_at = now() - interval '2 days'`,
  );
  const jobs = await start({ spent: task(async () => {}) });
  await until(async () => (await left()) === 0);
  await jobs.stop();
});

test('the runner outlives the loss of the database, and goes on when it is back', async () => {
  const proxy = await TcpProxy.before(database.appUrl);
  const done: unknown[] = [];
  const jobs: Jobs = await start(
    { after: task(async ({ n }) => void done.push(n)) },
    { url: proxy.through(database.appUrl) },
  );
  await add('after', { n: 1 });
  await until(() => done.includes(1));
  proxy.refusing = true;
  proxy.endAll();
  await add('after', { n: 2 });
  await until(() => proxy.connections === 0);
  proxy.refusing = false;
  await until(() => done.includes(2));
  await jobs.stop();
  await proxy.stop();
});

test('the runner goes on after several times in a row in which it could not tell the database what is done', async () => {
  const proxy = await TcpProxy.before(database.appUrl);
  const gates = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
  const begun: unknown[] = [];
  const done: unknown[] = [];
  const jobs = await start(
    {
      held: task(async ({ n }) => {
        begun.push(n);
        await gates[Number(n)]?.promise;
      }),
      free: task(async ({ n }) => void done.push(n)),
    },
    { url: proxy.through(database.appUrl), deadAfterS: 1 },
  );
  await add('held', ...gates.map((_, n) => ({ n })));
  await until(() => begun.length === gates.length);
  proxy.refusing = true;
  proxy.endAll();
  // Each is told of apart from the others, and fails before the next one is done.
  for (const gate of gates) {
    gate.resolve();
    await delay(BATCH_MS * 5);
  }
  proxy.refusing = false;
  await add('free', { n: 1 });
  await until(() => done.length === 1);
  await until(async () => (await jobs.metric('waiting')) === 0);
  await jobs.stop();
  await proxy.stop();
});

test('a job that was given to a runner in an answer that got lost is done by it soon, and not left in its hands', async () => {
  const proxy = await TcpProxy.before(database.appUrl);
  const done: unknown[] = [];
  const jobs = await start(
    { unheard: task(async (data) => void done.push(data)) },
    { url: proxy.through(database.appUrl), deadAfterS: 1 },
  );
  let lost = 0;
  proxy.rule = ({ direction, bytes }) => {
    if (direction === 'request' || lost > 0 || !bytes.includes('a word to know it by')) return 'pass';
    lost += 1;
    return { upTo: 0, end: 'reset' };
  };
  await add('unheard', { it: 'a word to know it by' });
  await until(() => done.length === 1);
  expect(lost).toBe(1);
  await until(async () => (await jobs.metric('waiting')) === 0);
  await jobs.stop();
  await proxy.stop();
});
