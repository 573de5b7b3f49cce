/**
 * A year of a real shop as credit slips: every invoice a slip, then one payment a customer of all that they owe.
 * `RETAIL_CSV=<file> npm run test:retail`; the file has invoice_no, invoice_date, customer_id and total_gbp.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { parseMajor } from '../../src/ledger/money.ts';
import { addAsset } from '../../src/queries/assets.ts';
import { customerBalances } from '../../src/queries/customer-balances.ts';
import { verifyLedger } from '../../src/queries/verify/verify.ts';
import { slipCreate } from '../../src/wallet/slip/create.ts';
import { paymentProcess } from '../../src/wallet/slip/payment.ts';
import { createTestDatabase } from '../support/database.ts';
import { openEngine, recordOf, submission } from '../support/engine.ts';

const FILE = process.env.RETAIL_CSV;
const [LEDGER, STORE, ASSET] = [1n, 'UK', 'GBP'];
const LIMIT_MS = 120_000;
const TILLS = 128;

interface Invoice {
  readonly number: string;
  readonly date: Date;
  readonly customer: string;
  readonly total: bigint;
}

async function invoices(file: string): Promise<Invoice[]> {
  const rows: Record<string, string>[] = parse(await readFile(file), { columns: true });
  return rows.map(({ invoice_no = '', invoice_date, customer_id = '', total_gbp = '' }) => {
    const total = parseMajor(total_gbp, 2);
    if (!total.ok) throw new Error(`invoice ${invoice_no} comes to ${total_gbp}`);
    const date = new Date(`${invoice_date}T00:00:00Z`);
    return { number: invoice_no, date, customer: customer_id, total: total.amount };
  });
}

describe.skipIf(FILE === undefined)('a year of a shop, from RETAIL_CSV', async () => {
  if (FILE === undefined) return;
  const database = await createTestDatabase();
  await addAsset(database.owner, { code: ASSET, name: 'Pound Sterling', decimalPlaces: 2 });
  const { engine, close } = await openEngine(database.appUrl);
  afterAll(async () => {
    await close();
    await database.drop();
  });

  test('18,532 slips are all closed by one payment a customer, and nothing is owed', { timeout: 300_000 }, async () => {
    const all = await invoices(FILE);
    expect(all).toHaveLength(18_532);
    const start = performance.now();

    await eachOf(all, async (invoice) => recordOf(await engine.submit(sale(invoice))));
    const sold = performance.now();

    const byCustomer = Map.groupBy(all, ({ customer }) => customer);
    expect(byCustomer.size).toBe(4338);
    await eachOf([...byCustomer], async ([customer, own]) => {
      const known = await customerBalances(database.app, LEDGER, customer);
      const owed = -(known?.balances[0]?.receivable ?? 0n);
      expect(owed).toBe(own.reduce((sum, { total }) => sum + total, 0n));
      recordOf(await engine.submit(payment(customer, owed)));
    });
    const paid = performance.now();

    const { rows } = await database.owner.query(
      `select count(*) filter (where status = 'CLOSED') as closed, count(*) as slips, sum(remaining)::bigint as remaining,
              (select sum(balance)::bigint from wallet_balances b join accounts a using (ledger_id)
                where a.id = b.account_id and a.kind = 'sales:UK') as sales,
              (select count(*) from wallet_balances b join accounts a using (ledger_id)
                where a.id = b.account_id and a.owner <> '' and b.balance <> 0) as not_zero
         from slips where ledger_id = $1`,
      [LEDGER],
    );
    expect(rows).toEqual([{ closed: 18_532n, slips: 18_532n, remaining: 0n, sales: 891_140_790n, not_zero: 0n }]);
    const report = await verifyLedger(database.app, LEDGER);
    expect(report.checks.filter(({ violations }) => violations.length > 0)).toEqual([]);
    expect(report.sound).toBe(true);
    const end = performance.now();
    console.info(
      `slips ${ms(sold - start)}, payments ${ms(paid - sold)}, verification ${ms(end - paid)}, in all ${ms(end - start)}`,
    );
    expect(end - start).toBeLessThan(LIMIT_MS);
  });
});

/** Does it for all of them, as many tills at once as a large shop has. */
async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const rest = items.values();
  const till = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: TILLS }, till));
}

const ms = (time: number): string => `${Math.round(time)} ms`;

const sale = ({ number, date, customer, total }: Invoice) =>
  submission(LEDGER, slipCreate, {
    made: { slipId: randomUUID(), occurredAt: date },
    customer,
    store: STORE,
    asset: ASSET,
    lines: [{ itemId: number, description: `Invoice ${number}`, quantity: 1n, unitPrice: total }],
    tax: 0n,
    discount: 0n,
  });

const payment = (customer: string, amount: bigint) =>
  submission(LEDGER, paymentProcess, {
    made: { paymentId: randomUUID() },
    customer,
    store: STORE,
    asset: ASSET,
    tenders: [{ method: 'CARD' as const, amount, reference: null }],
    allocations: [],
  });
