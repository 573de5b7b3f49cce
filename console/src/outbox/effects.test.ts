import { expect, test } from 'vitest';
import { effectsOf } from './effects.ts';
import type { UnsentIntent } from './intent.ts';
import { bodyText } from './json.ts';

const intents = (...given: [operation: string, body: object][]) =>
  given.map(([operation, body]) => ({ operation, body: bodyText(body) }) as UnsentIntent);

test('what waits is told asset by asset: wallet, debt, and payments that the service shares out', () => {
  const lines = [
    { quantity: 2, unit_price_cents: 500n },
    { quantity: 1, unit_price_cents: 300n },
  ];
  expect(
    effectsOf(
      intents(
        ['slipCreate', { currency: 'TZS', lines, tax_cents: 20, discount_cents: 10 }],
        ['paymentProcess', { currency: 'TZS', method: 'CASH', amount_cents: 700n }],
        ['paymentProcess', { currency: 'TZS', tenders: [{ amount_cents: 1 }, { amount_cents: 2 }] }],
        [
          'paymentProcess',
          {
            currency: 'USD',
            amount_cents: 50,
            allocations: [
              { type: 'slip', slip_id: 's', applied_cents: 30 },
              { type: 'wallet', applied_cents: 20 },
            ],
          },
        ],
        ['changeStore', { currency: 'USD', change_cents: 5 }],
        ['walletTopup', { asset_code: 'USD', amount: 100 }],
        ['slipApplyWallet', { currency: 'USD', slip_id: 's' }],
        ['customerCreate', { name: 'Ann' }],
      ),
    ),
  ).toEqual([
    { asset: 'TZS', count: 3, wallet: 0n, owes: 1310n, paid: 703n },
    { asset: 'USD', count: 4, wallet: 125n, owes: -30n, paid: 0n },
  ]);
});

test('an amount that JSON can not carry exactly is refused, not rounded', () => {
  expect(bodyText({ amount: 9007199254740991n })).toBe('{"amount":9007199254740991}');
  expect(() => bodyText({ amount: 9007199254740993n })).toThrow(RangeError);
});
