import type { World } from '../world.ts';
import { type BadInput, bodiesOf, everywhere, inBody, inQuery } from './input.ts';

/** What no asset's code can be, or none is. */
const TEXTS = [
  'usd',
  'Usd',
  '',
  ' ',
  ' USD',
  'USD ',
  'US D',
  'U',
  'US$',
  '$',
  'US\tD',
  'US\u0000D',
  'ＵＳＤ',
  'UЅD',
  'US\u0301D',
  '\u202eDSU',
  '1USD',
  'U'.repeat(51),
  'ZZZ',
  "USD'--",
  '840',
  '__proto__',
] as const;
const OTHERS = ['[]', '["USD"]', '{}', 'true', '840'] as const;

export function currencies(world: World): BadInput[] {
  const bodies = bodiesOf(world);
  const customerWallet = '/api/v1/customer/wallet';
  const inBodies = [
    inBody('walletTopup', '/api/v1/wallets/topup', bodies.movement, 'asset_code'),
    inBody('walletSpend', '/api/v1/wallets/spend', bodies.movement, 'asset_code'),
    inBody('slipCreate', '/api/wallet/credit-slips', bodies.slip, 'currency'),
    inBody('paymentProcess', '/api/wallet/payments', bodies.payment, 'currency'),
    inBody('changeStore', '/api/wallet/store-change', bodies.change, 'currency'),
    inBody('walletCreate', customerWallet, bodies.wallet, 'currency'),
    inBody('manualPayment', '/api/customer/manual-payment', bodies.manual, 'currency'),
  ];
  const inQueries = [
    inQuery('walletBalance', `/api/v1/wallets/${world.customer}/balance`, 'asset_code'),
    inQuery('customerBalance', `/api/wallet/balance/${world.customer}`, 'currency'),
    inQuery('walletInfo', `/api/customer/wallet-info?customerId=${world.customer}`, 'currency'),
  ];
  return [
    ...everywhere(inBodies, [
      ...TEXTS.map((text) => [JSON.stringify(text), JSON.stringify(text)] as const),
      ...OTHERS.map((text) => [text, text] as const),
    ]),
    ...everywhere(
      inQueries,
      TEXTS.map((text) => [JSON.stringify(text), text] as const),
    ),
  ];
}
