import type { World } from '../world.ts';
import { type BadInput, everywhere, inQuery } from './input.ts';

const LIMITS = [
  '',
  '0',
  '-1',
  '1.5',
  '1e1',
  '01',
  '+1',
  ' 1',
  '1 ',
  'abc',
  'NaN',
  '100000',
  '9'.repeat(30),
  '٣',
  '1\u0000',
  '0x1',
];
const CURSORS = ['x', '0', '-1', 'null', '\u0000', '0:0', 'a'.repeat(200), "1'--", '9999999999999999999999', '💰'];

const named = (texts: readonly string[]) => texts.map((text) => [JSON.stringify(text.slice(0, 30)), text] as const);

export function paging({ customer }: World): BadInput[] {
  return [
    ...everywhere(
      [
        inQuery('walletTransactions', `/api/v1/wallets/${customer}/transactions`, 'limit'),
        inQuery('customerHistory', `/api/wallet/history/${customer}?currency=USD`, 'per_page'),
        inQuery('entryList', '/api/v1/entries', 'limit'),
        inQuery('customerSearch', '/customers/search?q=a', 'limit'),
      ],
      named(LIMITS),
    ),
    ...everywhere(
      [inQuery('eventList', '/api/v1/events', 'after'), inQuery('entryList', '/api/v1/entries', 'cursor')],
      named(CURSORS),
    ),
  ];
}
