/** The explorer over many entries, on tables that PostgreSQL knows nothing of and on such that it has looked at. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditPage, BEYOND } from '../src/queries/audit-log.ts';
import { type EntryFilter, explorePage, newestBlock } from '../src/queries/entry-explorer.ts';
import { flowReport } from '../src/queries/flow-report.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';

const OPERATIONS = 100_000;
const CALLER = '00000000-0000-0000-0000-000000000001';
const HASH = "decode(repeat('00', 32), 'hex')";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fill();
}, 120_000);
afterAll(() => database.drop());

/** Two entries an operation, one operation a block; the very first one is the only bonus. */
async function fill(): Promise<void> {
  const { owner } = database;
  for (const table of ['operations', 'entries', 'accounts', 'blocks', 'callers'])
    await owner.query(`alter table ${table} set (autovacuum_enabled = off)`);
  await owner.query(
    `insert into accounts (ledger_id, id, owner, asset_id, kind)
     select 1, 100 + c, 'c' || c, 1, 'wallet' from generate_series(0, 999) c union all select 1, 99, '', 1, 'clearing:cash'`,
  );
  await owner.query(
    `insert into blocks (ledger_id, height, recorded_at, operations, root, hash)
     select 1, h, '2024-01-01'::timestamptz + h * interval '1 second', 1, ${HASH}, ${HASH} from generate_series(1, $1::int) h`,
    [OPERATIONS],
  );
  await owner.query(
    `insert into operations (ledger_id, height, id, key, fingerprint, caller_id, index, operation, customer, data)
     select 1, h, gen_random_uuid(), gen_random_uuid(), 1, $2, 0, 'walletTopup', 'c' || h % 1000, '{}'
       from generate_series(1, $1::int) h`,
    [OPERATIONS, CALLER],
  );
  await owner.query(
    `insert into callers (ledger_id, id, subject, role, method, endpoint, address, user_agent)
     values (1, $1, 'till', 'service', 'POST', 'wallets.topup', '', '')`,
    [CALLER],
  );
  await owner.query(
    `insert into entries (ledger_id, account_id, seq, height, amount, balance_before, balance_after, index, direction, type)
     select 1, case d when 'CREDIT' then 100 + h % 1000 else 99 end, h, h, 1, 0, case d when 'CREDIT' then 1 else -1 end, 0,
            d::direction, (case h when 1 then 'BONUS' else 'DEPOSIT' end)::entry_type
       from generate_series(1, $1::int) h, unnest(array['CREDIT', 'DEBIT']) d`,
    [OPERATIONS],
  );
  await owner.query('update ledger_heads set height = $1 where ledger_id = 1', [OPERATIONS]);
}

const ALL: EntryFilter = {
  ...{ ledgerId: 1n, recordedFrom: null, recordedTo: null, occurredFrom: null, occurredTo: null, types: null },
  ...{ assetId: null, least: null, most: null, account: null, owner: null, customer: null, store: null, actor: null },
  ...{ reference: null, transactionId: null, status: null },
};

const search = async (filter: Partial<EntryFilter>, patience = 60_000) => {
  const snapshot = await newestBlock(database.app, 1n);
  const started = performance.now();
  const page = await explorePage(database.app, { ...ALL, ...filter }, { limit: 50, before: null, snapshot, patience });
  return { ...page, ms: performance.now() - started };
};

/** Milliseconds; a plan that reads all entries again for each row would take minutes. */
const SOON = 5_000;

describe.each(['fresh', 'analyzed'])('on %s tables', (state) => {
  beforeAll(async () => {
    if (state === 'analyzed') await database.owner.query('analyze');
  }, 60_000);

  test.each([
    ['the first page', {}, 50],
    ['a type that stands at the very beginning', { types: ['BONUS'] as const }, 2],
    ['an amount that there is not', { least: 2n }, 0],
    ['a reference that there is not', { reference: 'x' }, 0],
    ['one customer', { customer: 'c7' }, 50],
    ['one owner', { owner: 'c7' }, 50],
    ['one kind of account and status', { account: 'clearing', status: 'POSTED' as const }, 50],
    ['a time long ago', { recordedTo: new Date('2024-01-01T00:01:00Z') }, 50],
  ])('%s is found soon', async (name, filter, count) => {
    const { entries, ms } = await search(filter);
    if (process.env.EXPLORER_TIMES) console.log(`${state}: ${name}: ${ms.toFixed(0)} ms`);
    expect(entries).toHaveLength(count);
    expect(ms).toBeLessThan(SOON);
  });

  test('the audit trail of nobody, and of everybody, is found soon', async () => {
    const filter = { ledgerId: 1n, from: null, to: null, customer: null, actor: null, role: null, action: null };
    for (const actor of ['nobody', null]) {
      const started = performance.now();
      const asked = { ...filter, object: null, requestId: null, actor };
      const { lines } = await auditPage(database.app, asked, { limit: 50, before: BEYOND, patience: 60_000 });
      const ms = performance.now() - started;
      if (process.env.EXPLORER_TIMES) console.log(`${state}: audit of ${actor}: ${ms.toFixed(0)} ms`);
      expect(lines).toHaveLength(actor === null ? 50 : 0);
      expect(ms).toBeLessThan(SOON);
    }
  });

  test('the flow of a year is worked out soon, and adds up', async () => {
    const started = performance.now();
    const days = { from: '2024-01-01', to: '2024-12-31', timeZone: 'Africa/Dar_es_Salaam' };
    const [flow] = await flowReport(database.app, { ledgerId: 1n, assetId: null, by: 'occurred', ...days });
    const ms = performance.now() - started;
    if (process.env.EXPLORER_TIMES) console.log(`${state}: flow: ${ms.toFixed(0)} ms`);
    expect(flow?.days.reduce((sum, day) => sum + day.in, 0n)).toBe(BigInt(OPERATIONS));
    expect(flow?.days.at(-1)?.wallets).toBe(BigInt(OPERATIONS));
    expect(ms).toBeLessThan(SOON);
  });

  test('a search that runs out of patience says where to go on, and loses nothing by it', async () => {
    const snapshot = await newestBlock(database.app, 1n);
    const filter = { ...ALL, types: ['BONUS'] as const };
    const found = [];
    let pages = 0;
    let before: Awaited<ReturnType<typeof explorePage>>['next'] = null;
    do {
      const page = await explorePage(database.app, filter, { limit: 50, before, snapshot, patience: 0 });
      found.push(...page.entries);
      before = page.next;
      pages += 1;
    } while (before);
    expect(found).toHaveLength(2);
    expect(pages).toBeGreaterThan(1);
  });
});
