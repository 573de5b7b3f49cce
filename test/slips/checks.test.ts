/** Each check of slips finds the fault that it is there for: planted by the owner, with every guard taken away. */
import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readChecks } from '../../src/queries/verify/checks.ts';
import { transactionReverse } from '../../src/wallet/reverse.ts';
import { slipApplyWallet } from '../../src/wallet/slip/apply.ts';
import { changeStore } from '../../src/wallet/slip/change.ts';
import { slipCreate } from '../../src/wallet/slip/create.ts';
import { paymentProcess } from '../../src/wallet/slip/payment.ts';
import { slipVoid } from '../../src/wallet/slip/void.ts';
import { checkViolations } from '../support/checks.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createLedger, openEngine, recordOf, submission } from '../support/engine.ts';

const NAMES = ['slips-add-up', 'slips-have-sales', 'payments-add-up', 'allocations-add-up', 'slips-match-receivable'];
const PARTY = { customer: 'asha', store: 'S1', asset: 'USD' };

let database: TestDatabase;
let ledgerId: bigint;
beforeAll(async () => {
  database = await createTestDatabase();
  ledgerId = await createLedger(database.owner);
  const { engine, close } = await openEngine(database.appUrl);
  const send = async (operation: Parameters<typeof submission>[1], input: unknown) =>
    recordOf(await engine.submit(submission(ledgerId, operation, input as never)));
  const slip = async () => {
    const slipId = randomUUID();
    const line = { itemId: 'I', description: 'Tea', quantity: 2n, unitPrice: 500n };
    const made = { slipId, occurredAt: new Date() };
    await send(slipCreate as never, { made, ...PARTY, lines: [line, line], tax: 30n, discount: 10n });
    return slipId;
  };
  const pay = (amount: bigint) => {
    const tenders = [{ method: 'CASH', amount, reference: null }];
    return send(paymentProcess as never, { made: { paymentId: randomUUID() }, ...PARTY, tenders, allocations: [] });
  };
  const first = await slip();
  const second = await slip();
  await pay(500n);
  await send(slipVoid as never, { slipId: first, reason: 'test' });
  const reversed = await pay(700n);
  await send(transactionReverse as never, { transactionId: reversed.id, reason: 'test' });
  await pay(3000n);
  await send(changeStore as never, { ...PARTY, amount: 100n });
  const third = await slip();
  await send(slipApplyWallet as never, { customer: 'asha', slipId: third, asset: 'USD' });
  await slip();
  expect(second).not.toBe(third);
  await close();
  for (const table of ['allocations', 'payments', 'payment_tenders', 'slips', 'slip_lines', 'operations', 'entries']) {
    await database.owner.query(`alter table ${table} disable trigger all`);
  }
});
afterAll(() => database.drop());

test('the checks of sound books find nothing', async () => {
  expect((await readChecks()).map(({ name }) => name)).toEqual(expect.arrayContaining(NAMES));
  expect(await checkViolations(database.owner, ledgerId, NAMES)).toEqual([]);
});

const PAID = "where status = 'PARTIALLY_PAID'";

test.each([
  ['slips-add-up', `update slip_lines set paid = paid - 1 where paid > 0`],
  ['slips-add-up', `update slips set tax = tax + 1, charges_total = charges_total + 1 ${PAID}`],
  ['slips-add-up', `update slips set status = 'CLOSED' ${PAID}`, 'drop'],
  ['slips-add-up', `delete from slip_lines`],
  ['slips-add-up', `update slip_lines set total = total + 1`, 'drop'],
  ['slips-add-up', `update slip_lines set slip_id = gen_random_uuid() where place = 1`],
  ['payments-add-up', `update payment_tenders set payment_id = gen_random_uuid(), amount = amount`],
  ['slips-have-sales', `update slips set height = height + 1 ${PAID}`],
  ['slips-have-sales', `update slips set customer = 'ben' ${PAID}`],
  ['slips-have-sales', `update slips set status = 'OPEN' where status = 'VOID'`],
  ['slips-have-sales', `update slips set status = 'VOID', paid = 0, charges_paid = 0 ${PAID}`],
  ['slips-have-sales', `update operations set operation = 'slipSell' where operation = 'slipCreate'`],
  ['payments-add-up', `update payment_tenders set amount = amount + 1`],
  ['payments-add-up', `update payments set amount = amount + 1`],
  ['payments-add-up', `update allocations set amount = amount + 1 where slip_id is null`],
  ['payments-add-up', `delete from payment_tenders`],
  ['payments-add-up', `update operations set operation = 'paymentTake' where operation = 'paymentProcess'`],
  ['allocations-add-up', `update allocations set amount = amount + 1 where slip_id is not null`],
  ['allocations-add-up', `update allocations set remaining = remaining + 1 where slip_id is not null`],
  ['allocations-add-up', `update allocations set status = 'OPEN' where status = 'PARTIALLY_PAID'`],
  ['allocations-add-up', `delete from allocations`],
  ['slips-match-receivable', `update slips set paid = paid - 1 ${PAID}`],
  [
    'slips-match-receivable',
    `update entries set amount = amount + 1, balance_after = balance_after - 1
                               where type = 'SALE_ON_CREDIT' and direction = 'DEBIT'`,
  ],
  ['slips-match-receivable', `update allocations set amount = amount - 1 where amount < 0 and payment_id is null`],
])('%s finds: %s', async (name, fault, guards?: string) => {
  const client = await database.owner.connect();
  try {
    await client.query('begin');
    if (guards === 'drop') await dropChecks(client);
    await client.query(fault);
    const sql = (await readChecks()).find((check) => check.name === name)?.sql ?? '';
    const { rows } = await client.query<{ subject: string; problem: string }>(sql, [ledgerId]);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toEqual({ subject: expect.any(String), problem: expect.any(String) });
  } finally {
    await client.query('rollback');
    client.release();
  }
});

async function dropChecks(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name from pg_constraint
      where contype = 'c' and conrelid in ('slips'::regclass, 'slip_lines'::regclass)`,
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
}
