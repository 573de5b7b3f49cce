import { Compile } from 'typebox/compile';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsAfter } from '../src/faces/events/page.ts';
import { eventBody } from '../src/faces/events/present.ts';
import { PUBLISHED } from '../src/faces/events/published.ts';
import { AssetRegistry } from '../src/queries/asset-registry.ts';
import { walletCreate } from '../src/wallet/create.ts';
import { walletBonus } from '../src/wallet/credit.ts';
import { customerErase, customerFreeze, customerUnfreeze } from '../src/wallet/customer.ts';
import { walletWithdraw } from '../src/wallet/debit.ts';
import { type DomainEvent, EVENT_TYPES } from '../src/wallet/events.ts';
import { completionKey, transactionFail } from '../src/wallet/fail.ts';
import type { Operation } from '../src/wallet/operation.ts';
import { cardPaymentRecord } from '../src/wallet/payment-record.ts';
import { transactionReverse } from '../src/wallet/reverse.ts';
import { slipApplyWallet } from '../src/wallet/slip/apply.ts';
import { changeStore } from '../src/wallet/slip/change.ts';
import { slipCreate } from '../src/wallet/slip/create.ts';
import { paymentProcess } from '../src/wallet/slip/payment.ts';
import { slipVoid } from '../src/wallet/slip/void.ts';
import { walletTransfer } from '../src/wallet/transfer.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';
import { createLedger, openEngine, recordOf, spend, submission, type TestEngine, topup } from './support/engine.ts';

let database: TestDatabase;
let opened: TestEngine;
let assets: AssetRegistry;
let ledgerId: bigint;
let events: readonly DomainEvent[];

const who = { customer: 'asha', asset: 'USD' };
const money = (amount: bigint) => ({ ...who, amount, data: {} });

const run = async <Input>(operation: Operation<string, Input>, input: Input) =>
  recordOf(await opened.engine.submit(submission(ledgerId, operation, input)));

async function newSlip(): Promise<string> {
  const slipId = uuidv7();
  await run(slipCreate, {
    made: { slipId, occurredAt: new Date() },
    ...who,
    store: 'S1',
    lines: [{ itemId: 'i', description: 'tea', quantity: 2n, unitPrice: 150n }],
    tax: 10n,
    discount: 0n,
  });
  return slipId;
}

beforeAll(async () => {
  database = await createTestDatabase();
  opened = await openEngine(database.appUrl);
  assets = new AssetRegistry(opened.reads);
  await assets.refresh();
  ledgerId = await createLedger(database.owner);

  await run(walletCreate, who);
  recordOf(await opened.engine.submit(topup(ledgerId, 'asha', 10_000n)));
  await run(walletBonus, money(500n));
  recordOf(await opened.engine.submit(spend(ledgerId, 'asha', 100n)));
  await run(walletWithdraw, money(200n));
  const transfer = await run(walletTransfer, {
    sender: 'asha',
    recipient: 'ben',
    asset: 'USD',
    amount: 300n,
    data: {},
  });
  await run(transactionReverse, { transactionId: transfer.id, reason: 'mistake' });
  await run(changeStore, { ...who, store: 'S1', amount: 5n });
  const paid = await newSlip();
  const tenders = [{ method: 'CASH' as const, amount: 100n, reference: null }];
  const allocations = [{ slip: paid, amount: 100n }];
  await run(paymentProcess, { made: { paymentId: uuidv7() }, ...who, store: 'S1', tenders, allocations });
  await run(slipApplyWallet, { ...who, slipId: paid });
  await run(slipVoid, { slipId: await newSlip(), reason: 'returned' });
  await run(cardPaymentRecord, {
    made: { paymentRecordId: uuidv7() },
    ...who,
    amount: 700n,
    provider: 'stripe',
    providerReference: 'ch_1',
    serviceId: null,
    description: null,
  });
  await run(customerFreeze, { customer: 'asha', reason: 'test' });
  await run(customerUnfreeze, { customer: 'asha', reason: 'test' });
  await run(customerErase, { customer: 'asha', reason: 'customer_request', made: { hadProfile: false } });
  const failed = { transactionId: 'lost', customer: null, reason: 'test' };
  await opened.engine.submit(submission(ledgerId, transactionFail, failed, completionKey('lost')));

  const page = await eventsAfter(opened.reads, ledgerId, { after: null, limit: 1_000, types: null });
  expect(page.end).toBe(true);
  events = page.events;
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const wire = (event: DomainEvent): unknown => JSON.parse(JSON.stringify(eventBody(event, assets)));

test('every type of event is told by some operation', () => {
  expect(new Set(events.map(({ type }) => type))).toEqual(new Set(EVENT_TYPES));
});

test.each(EVENT_TYPES)('%s is as its schema says', (type) => {
  const check = Compile(PUBLISHED[type].data);
  const told = events.filter((event) => event.type === type);
  expect(told.length).toBeGreaterThan(0);
  for (const event of told) expect([...check.Errors(wire(event))], JSON.stringify(wire(event))).toEqual([]);
});

test('each event has an id of its own, which follows from the books', async () => {
  const ids = events.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const again = await eventsAfter(database.app, ledgerId, { after: null, limit: 1_000, types: null });
  expect(again.events).toEqual(events);
});

test('amounts are major units, exact', () => {
  const one = (type: string) => wire(events.find((event) => event.type === type) as DomainEvent);
  expect(one('wallet.funds_added')).toMatchObject({ amount: 100, balanceBefore: 0, balanceAfter: 100 });
  expect(one('wallet.transfer_processed')).toMatchObject({ senderId: 'asha', recipientId: 'ben', amount: 3 });
  expect(one('wallet.slip_created')).toMatchObject({ amount: 3.1 });
  expect(one('wallet.slip_voided')).toMatchObject({ toWallet: 0, reason: 'returned' });
  expect(one('wallet.transactionFinalized')).toEqual({ transactionId: 'lost', status: 'failed' });
});

test('a change of balance is told to both sides of a transfer', () => {
  const at = events.findIndex(({ type }) => type === 'wallet.transfer_processed');
  expect(events.slice(at + 1, at + 3).map((event) => [event.customer, wire(event)])).toEqual([
    ['asha', expect.objectContaining({ change: -3, account: 'wallet', version: 5 })],
    ['ben', expect.objectContaining({ change: 3, balance: 3, version: 1 })],
  ]);
});
