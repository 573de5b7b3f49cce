import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testKey } from '../../../../test/support/checkpoints.ts';
import { openServer, type TestServer } from '../../../../test/support/http.ts';
import { checkTransactionProof } from '../../../ledger/proof-check.ts';
import { Sealer } from '../../webhooks/sealer.ts';
import { LANGUAGES, textAt } from '../languages.ts';
import { receiptPaper } from './paper.ts';
import { readShareToken, writeShareToken } from './share-links.ts';

let server: TestServer;
let sale: string;
let payment: string;
beforeAll(async () => {
  server = await openServer();
  const post = (path: string, body: object) =>
    server.call('POST', `/api/wallet/${path}`, {
      as: 'staff',
      body: { customer_id: 'asha', store_id: 'S1', currency: 'TZS', ...body },
    });
  const line = { item_id: 'tea', description: 'Chai ya "moto"', quantity: 2, unit_price_cents: 150 };
  await post('credit-slips', { lines: [line], tax_cents: 20, discount_cents: 5 });
  const tenders = [
    { method: 'CASH', amount_cents: 100 },
    { method: 'MOBILE', amount_cents: 300, reference: 'MP1' },
  ];
  await post('payments', { tenders });
  const { rows } = await server.database.owner.query('select id from operations order by height, index');
  [sale, payment] = rows.map(({ id }) => id);
});
afterAll(() => server.close());

const read = (id: string, as: object | string = 'cashier') =>
  server.call('GET', `/api/v1/transactions/${id}/receipt`, { as: as as 'cashier' });

test('of a sale has its lines and what is owed then', async () => {
  expect((await read(sale)).json.data).toMatchObject({
    operation: 'slipCreate',
    status: 'POSTED',
    customer_id: 'asha',
    store_id: 'S1',
    asset_code: 'TZS',
    decimal_places: 2,
    slip: {
      lines: [{ item_id: 'tea', description: 'Chai ya "moto"', quantity: 2, unit_price: 150, total: 300 }],
      ...{ subtotal: 300, tax: 20, discount: 5, total: 315 },
    },
    tenders: [],
    movements: [
      { account: 'receivable', type: 'SALE_ON_CREDIT', direction: 'DEBIT', amount: 315, balance_after: -315 },
    ],
  });
});

test('of a payment has its tenders, where they went, and the balances after', async () => {
  const { data } = (await read(payment)).json;
  expect(data.tenders).toEqual([
    { method: 'CASH', amount: 100, reference: null },
    { method: 'MOBILE', amount: 300, reference: 'MP1' },
  ]);
  expect(data.allocations).toMatchObject([
    { type: 'slip', amount: 315, remaining: 0 },
    { type: 'wallet', slip_id: null, amount: 85, remaining: null },
  ]);
  expect(data.movements.map(({ balance_after }: { balance_after: number }) => balance_after).at(-1)).toBe(85);
});

test("shows nothing of the house's accounts, and nothing at all to another customer", async () => {
  const { text } = await read(payment, { role: 'customer', subject: 'asha' });
  expect(text).not.toContain('cash:');
  const foreign = await read(payment, { role: 'customer', subject: 'juma' });
  expect(foreign.json.code).toBe('TRANSACTION_NOT_FOUND');
});

describe('on paper', () => {
  test.each(['58', '80', 'A4'])('of %s it is a PDF', async (width) => {
    const url = `/api/v1/transactions/${sale}/receipt.pdf?width=${width}`;
    const { status, text } = await server.call('GET', url, { as: 'cashier', headers: { 'accept-language': 'sw' } });
    expect([status, text.slice(0, 5)]).toEqual([200, '%PDF-']);
  });

  test('every word is there in every language', async () => {
    const keys = (words: object): string[] =>
      Object.entries(words).flatMap(([key, word]) =>
        typeof word === 'string' ? [key] : keys(word).map((inner) => `${key}.${inner}`),
      );
    const [first = [], ...others] = [...LANGUAGES.values()].map(({ paper }) => keys(paper).toSorted());
    for (const other of others) expect(other).toEqual(first);
    for (const id of [sale, payment]) {
      const said = JSON.stringify(receiptPaper((await read(id)).json.data, 'sw', '80'));
      expect(said).not.toContain('paper.');
      expect(said).toContain(textAt('sw', 'paper.receipt'));
    }
  });
});

describe('a link', () => {
  const share = (as: object | string = 'cashier', body: object = {}) =>
    server.call('POST', `/api/v1/receipts/${payment}/share`, { as: as as 'cashier', body });

  test('opens this receipt without signing in, and leaves a line in the audit trail', async () => {
    const { status, json } = await share();
    expect(status).toBe(201);
    const opened = await server.call('GET', json.data.path);
    expect(opened.json).toEqual((await read(payment)).json);
    expect(opened.headers['cache-control']).toBe('no-store');
    expect((await server.call('GET', `${json.data.path}/pdf`)).text.slice(0, 5)).toBe('%PDF-');
    const { rows } = await server.database.owner.query(
      "select customer, object from changes where operation = 'receiptShare'",
    );
    expect(rows).toEqual([{ customer: 'asha', object: payment }]);
  });

  test('brings the proof of this receipt, for whoever wants to check it', async () => {
    const { path } = (await share()).json.data;
    const { status, json } = await server.call('GET', `${path}/proof`);
    expect(status).toBe(200);
    const verdict = await checkTransactionProof(json.data, [testKey().publicKey.toString('base64')]);
    expect(verdict).toMatchObject({ valid: true, proven: { id: payment, customer: 'asha' } });
    expect((await server.call('GET', '/api/v1/shared-receipts/madeup/proof')).json.code).toBe('RECEIPT_NOT_FOUND');
  });

  test('is made by a customer for their own receipt alone', async () => {
    expect((await share({ role: 'customer', subject: 'asha' })).status).toBe(201);
    expect((await share({ role: 'customer', subject: 'juma' })).status).toBe(404);
  });

  test('that was changed in any letter, or made up, opens nothing', async () => {
    const { token } = (await share()).json.data;
    for (let at = 0; at < token.length; at += 7) {
      const other = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect((await server.call('GET', `/api/v1/shared-receipts/${other}`)).json.code).toBe('RECEIPT_NOT_FOUND');
    }
  });

  test('ends, and is worth nothing under another key', () => {
    const sealer = new Sealer('a key that is long enough for a test of this');
    const expiresAt = new Date('2024-01-31T00:00:00Z');
    const token = writeShareToken(sealer, { ledgerId: 1n, transactionId: payment, holder: 'asha', expiresAt });
    expect(readShareToken(sealer, token, new Date('2024-01-30T23:59:59Z'))).toMatchObject({
      ledgerId: 1n,
      holder: 'asha',
    });
    expect(readShareToken(sealer, token, expiresAt)).toBeNull();
    expect(readShareToken(new Sealer('another key'), token, new Date(0))).toBeNull();
  });
});
