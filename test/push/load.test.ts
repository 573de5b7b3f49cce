import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createLedger, spend, topup } from '../support/engine.ts';
import { until } from '../support/until.ts';
import { openPush, type PushInstance, subscribe } from './instance.ts';
import { type Browser, type Fault, PushService } from './service.ts';

const EVENTS = Number(process.env.PUSH_EVENTS ?? 300);
const CUSTOMERS = 100;
/** Two instances share the work, as in production. */
const INSTANCES = 2;
const PATIENCE_MS = 30_000 + EVENTS * 60;

/** One message in five meets one of these. */
const FAULTS: readonly Fault[] = [
  { status: 500 },
  { status: 503, headers: { 'retry-after': '1' } },
  { status: 429 },
  'cut',
  'cut-after',
];
const FAULTY = 0.2;

let database: TestDatabase;
let ledger: bigint;
let service: PushService;
let instances: PushInstance[];
beforeAll(async () => {
  database = await createTestDatabase();
  ledger = await createLedger(database.owner);
  service = await PushService.open();
  // Longer than any wait of a busy machine: an answer that is late would count as lost.
  const outbound = { timeoutMs: 60_000 };
  instances = await Promise.all(Array.from({ length: INSTANCES }, () => openPush(database, { outbound })));
});
afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.close()));
  await service.close();
  await database.drop();
});

test(
  `of ${EVENTS} events, with one message in five failing, each is shown, once by its id, and none before its commit`,
  async () => {
    const browsers = new Map<string, Browser>();
    for (let i = 0; i < CUSTOMERS; i += 1) {
      const browser = service.browser();
      browsers.set(`customer-${i}`, browser);
      await subscribe(database, ledger, `customer-${i}`, browser);
    }
    let faults = 0;
    service.fault = () => {
      if (Math.random() >= FAULTY) return null;
      faults += 1;
      return FAULTS[faults % FAULTS.length] ?? null;
    };
    const ids = new Set<string>();
    const early: Promise<string | null>[] = [];
    service.onShown = ({ id }) => {
      ids.add(id);
      early.push(uncommitted(id.slice(0, -'-0'.length)));
    };
    const begun = performance.now();
    const submitted = await Promise.all(
      Array.from({ length: EVENTS }, async (_, n) => {
        const customer = `customer-${n % CUSTOMERS}`;
        const engine = instances[n % INSTANCES]?.engine;
        const outcome = await engine?.submit(topup(ledger, customer, 100n));
        // What is refused is not told.
        if (n % 10 === 0) await engine?.submit(spend(ledger, customer, 1_000_000_000n));
        if (!outcome?.ok) throw new Error(`event ${n} was refused`);
        return { customer, id: `${outcome.record.id}-0` };
      }),
    );
    const expected = Map.groupBy(submitted, ({ customer }) => customer);
    await until(() => ids.size >= EVENTS, PATIENCE_MS);
    await until(async () => (await waiting()) === 0, PATIENCE_MS);
    const seconds = (performance.now() - begun) / 1000;

    expect(service.complaints).toEqual([]);
    const asked = [...browsers.values()].reduce((sum, browser) => sum + browser.asked, 0);
    const shown = [...browsers.values()].reduce((sum, browser) => sum + browser.shown.length, 0);
    for (const [customer, events] of expected) {
      const deliveries = browsers.get(customer)?.shown ?? [];
      // Nothing but their own, and each by the id under which a browser shows it once.
      expect(new Set(deliveries.map(({ message }) => message.id))).toEqual(new Set(events.map(({ id }) => id)));
    }
    expect((await Promise.all(early)).filter((id) => id !== null)).toEqual([]);
    // A message comes twice only where the service's answer was lost on its way.
    expect(shown - EVENTS).toBe(Math.floor(faults / FAULTS.length) + (faults % FAULTS.length === 4 ? 1 : 0));
    expect(faults).toBeGreaterThan(EVENTS / 10);
    console.log(`${EVENTS} events, ${asked} messages, ${faults} faults, ${shown} shown: ${seconds.toFixed(1)} s`);
  },
  PATIENCE_MS * 3,
);

/** The operation's id, if nobody else can see it yet. */
async function uncommitted(id: string): Promise<string | null> {
  const { rows } = await database.owner.query('select from operations where ledger_id = $1 and id = $2', [ledger, id]);
  return rows.length === 1 ? null : id;
}

const waiting = async () =>
  (await database.owner.query<{ n: number }>('select count(*)::integer as n from graphile_worker.jobs')).rows[0]?.n;
