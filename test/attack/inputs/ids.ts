import type { World } from '../world.ts';
import { type BadInput, bodiesOf, everywhere, inBody, type Place, request } from './input.ts';

/** What no id may be: two of them must never look the same to a machine or to a person. */
const TEXTS = [
  '',
  ' ',
  'a b',
  ' alice',
  'alice ',
  'a\tb',
  'a\nb',
  'a\u0000b',
  '\ud800',
  'a\udfffb',
  '\u202ealice',
  '\ufeffalice',
  'ali\u200bce',
  'ali\u00adce',
  'аlice',
  'ａｌｉｃｅ',
  'jos\u00e9',
  'jose\u0301',
  '\u212bngstrom',
  'ﬁsh',
  '💰',
  'a/b',
  '../alice',
  'a\\b',
  "a'b",
  'a"b',
  'a;b',
  '<b>',
  'a&b',
  '%00',
  '$1',
  'a'.repeat(101),
] as const;
const OTHERS = ['null', 'true', '[]', '["alice"]', '{}', '1.5', '-1', '9007199254740993'] as const;

const inPath = (operation: string, url: string): Place => ({
  name: `${operation} path`,
  with: (value) =>
    request(
      operation,
      url.replace('*', () => encodeURIComponent(value.toWellFormed())),
    ),
});

export function ids(world: World): BadInput[] {
  const bodies = bodiesOf(world);
  const places = [
    inBody('walletTopup', '/api/v1/wallets/topup', bodies.movement, 'user_id'),
    inBody('slipCreate', '/api/wallet/credit-slips', bodies.slip, 'customer_id'),
    inBody('changeStore', '/api/wallet/store-change', bodies.change, 'store_id'),
    inBody('walletCreate', '/api/v1/customer/wallet', bodies.wallet, 'customerId'),
    inBody('manualPayment', '/api/customer/manual-payment', bodies.manual, 'customerId'),
  ];
  const paths = [
    inPath('walletBalance', '/api/v1/wallets/*/balance'),
    inPath('customerBalance', '/api/wallet/balance/*'),
    inPath('transactionRead', '/api/v1/transactions/*'),
    inPath('webhookRead', '/api/v1/webhooks/*'),
  ];
  return [
    ...everywhere(places, [
      ...TEXTS.map((text) => [JSON.stringify(text), JSON.stringify(text)] as const),
      ...OTHERS.map((text) => [text, text] as const),
    ]),
    ...everywhere(
      paths,
      TEXTS.map((text) => [JSON.stringify(text), text] as const),
    ),
  ];
}
