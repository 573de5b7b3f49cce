import { describe, expect, test } from 'vitest';
import type { UnsentIntent } from '../outbox/intent.ts';
import { corrected, correctionsOf, isAllocated, unchanged } from './fixes.ts';

const queued = (operation: string, body: object): UnsentIntent => ({
  ...{ scope: '', sequence: 1, id: 'key', reference: 'K7QM-0001', operation, customer: 'asha', method: 'POST' },
  ...{ path: '/somewhere', label: { amount: '300', asset: 'TZS', customerName: 'Asha' }, queuedAt: null },
  ...{ state: 'attention', body: JSON.stringify(body), attempts: 1, hindrance: null, problem: null },
});

const slip = queued('slipCreate', {
  occurred_at: '2026-11-21T08:00:00Z',
  lines: [
    { item_id: 'tea', description: 'Tea', quantity: 2, unit_price_cents: 100 },
    { item_id: 'rice', description: 'Rice', quantity: 1, unit_price_cents: 150 },
  ],
  discount_cents: 50,
});

describe('a slip', () => {
  test('is mended by its quantities, and keeps the time at which it was made', () => {
    expect(correctionsOf(slip).map(({ name, value }) => [name, value])).toEqual([
      ['Tea', 2n],
      ['Rice', 1n],
    ]);
    const next = corrected(slip, new Map([['0', 1n]]));
    expect(next.body).toMatchObject({
      occurred_at: '2026-11-21T08:00:00Z',
      lines: [{ quantity: 1n }, { quantity: 1n }],
    });
    expect(next.label.amount).toBe('200');
  });

  test('loses a line of which nothing is left', () => {
    expect(corrected(slip, new Map([['0', 0n]])).body).toMatchObject({ lines: [{ item_id: 'rice' }] });
  });
});

test('a payment is mended by its tenders, and the service shares it out anew', () => {
  const payment = queued('paymentProcess', {
    tenders: [
      { method: 'CASH', amount_cents: 100 },
      { method: 'MOBILE', amount_cents: 200, reference: 'MP1' },
    ],
    allocations: [{ type: 'slip', slip_id: 's', applied_cents: 300 }],
  });
  expect(isAllocated(payment)).toBe(true);
  const next = corrected(payment, new Map([['1', 250n]]));
  expect(next.body).toEqual({
    tenders: [
      { method: 'CASH', amount_cents: 100n },
      { method: 'MOBILE', amount_cents: 250n, reference: 'MP1' },
    ],
  });
  expect(next.label.amount).toBe('350');
});

test.each([
  ['walletTopup', { user_id: 'asha', amount: 300 }, 'amount'],
  ['changeStore', { change_cents: 300 }, 'change_cents'],
])('%s is mended by its amount', (operation, body, field) => {
  const intent = queued(operation, body);
  expect(correctionsOf(intent)).toEqual([{ id: field, kind: 'amount', name: null, value: 300n }]);
  const next = corrected(intent, new Map([[field, 250n]]));
  expect(next).toMatchObject({ operation, body: { ...body, [field]: 250n }, label: { amount: '250' } });
});

test('what is sent again unchanged is the same request', () => {
  expect(unchanged(slip)).toMatchObject({ body: JSON.parse(slip.body), label: { amount: '300' } });
});
