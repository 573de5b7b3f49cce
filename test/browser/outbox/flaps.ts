/** Three real tabs, a bad network, and tabs that are closed or loaded again while they send. */
import type { Page } from 'playwright-core';
import { seeded } from '../../../console/src/outbox/simulation/flaps.ts';
import { until } from '../../support/until.ts';
import { change, Till } from './till.ts';

export interface BrowserFlapOptions {
  readonly writes: number;
  readonly seed: number;
  readonly kills: number;
  readonly without?: readonly ('no-lock' | 'no-key')[];
}

export interface BrowserFindings {
  /** Writes that reached the service. */
  readonly requests: number;
  readonly duplicates: number;
  readonly lost: number;
  /** Effects of what nobody wrote. */
  readonly strangers: number;
  /** Customers whose effects are not exactly their writes, in their order. */
  readonly wrongCustomers: number;
  readonly overlaps: number;
}

const TABS = 3;
const CUSTOMERS = 5;
const FAULTS = 0.35;
const PATIENCE_MS = 600_000;

export async function browserFlap(options: BrowserFlapOptions): Promise<BrowserFindings> {
  const { writes, seed, kills, without = [] } = options;
  const random = seeded(seed);
  const till = await Till.open(random, without);
  try {
    const tabs = await Promise.all(Array.from({ length: TABS }, () => till.openTab()));
    const saved = await queueOffline(till, tabs, writes, random);
    till.proxy.faults = FAULTS;
    till.proxy.online = true;
    for (let killed = 0; killed < kills; killed += 1) {
      await until(() => till.proxy.writes > ((killed + 1) * writes) / (kills + 2), PATIENCE_MS);
      await kill(till, tabs, Math.floor(random() * TABS), killed % 2 === 0);
    }
    const unsent = () => (tabs[0] as Page).evaluate(async () => (await (await window.outboxPage).unsent()).length);
    await until(async () => (await unsent()) === 0, PATIENCE_MS);
    return await audit(till, saved);
  } finally {
    await till.close();
  }
}

/** Amounts by customer, in the order of the queue. */
async function queueOffline(
  till: Till,
  tabs: readonly Page[],
  writes: number,
  random: () => number,
): Promise<Map<string, number[]>> {
  till.proxy.online = false;
  const shares = tabs.map((_, tab) =>
    Array.from({ length: writes }, (_, n) => change(`customer-${Math.floor(random() * CUSTOMERS)}`, n + 1)).filter(
      (_, n) => n % TABS === tab,
    ),
  );
  // All tabs queue at once.
  const placed = await Promise.all(
    tabs.map(async (tab, i) => {
      const share = shares[i] ?? [];
      const saved = await tab.evaluate(async (intents) => (await window.outboxPage).enqueue(intents), share);
      return saved.map(({ sequence }, n) => ({ sequence, intent: share[n] }));
    }),
  );
  const ordered = placed.flat().sort((a, b) => a.sequence - b.sequence);
  return new Map(
    [...Map.groupBy(ordered, ({ intent }) => intent?.customer ?? '')].map(([customer, own]) => [
      customer,
      own.map(({ intent }) => Number(intent?.label.amount)),
    ]),
  );
}

async function kill(till: Till, tabs: Page[], place: number, close: boolean): Promise<void> {
  const tab = tabs[place] as Page;
  if (!close) return till.load(tab);
  await tab.close({ runBeforeUnload: false });
  tabs[place] = await till.openTab();
}

async function audit(till: Till, saved: ReadonlyMap<string, readonly number[]>): Promise<BrowserFindings> {
  const findings = { duplicates: 0, lost: 0, strangers: 0, wrongCustomers: 0 };
  for (const [customer, written] of saved) {
    const effects = await till.credited(customer);
    const distinct = new Set(effects);
    findings.duplicates += effects.length - distinct.size;
    findings.lost += written.filter((amount) => !distinct.has(amount)).length;
    findings.strangers += [...distinct].filter((amount) => !written.includes(amount)).length;
    if (effects.join() !== written.join()) findings.wrongCustomers += 1;
  }
  const { writes: requests, overlaps } = till.proxy;
  return { requests, overlaps, ...findings };
}
