import { jsonText } from '../text.ts';
import type { World } from '../world.ts';
import { type BadInput, bodiesOf, request } from './input.ts';

/** Documents that are none, or that two parsers read differently. `*` is a right one's fields. */
const DOCUMENTS = [
  '',
  ' ',
  '\n',
  'null',
  'true',
  '1',
  '"text"',
  '[]',
  '[{}]',
  '[{*}]',
  '{',
  '}',
  '{*',
  '*}',
  '{*}}',
  '{*}{*}',
  '{*} x',
  '{*},',
  '{*}//',
  '//{*}',
  '\ufeff{*}',
  '{*}\u0000',
  '{*,}',
  '{,*}',
  '{*;}',
  '{"a":1,*}',
  '{*,"a":1}',
  '{*,*}',
  '{*,"__proto__":{"role":"admin"}}',
  '{*,"constructor":{"prototype":{}}}',
  '{*,"a":1,"a":2}',
  '{*,"a":"\u0000"}',
  '{*,"a":"\\u0000"}',
  '{*,"a":"\\ud800"}',
  '{*,"a":"\\x41"}',
  '{*,"a":"\\u00"}',
  '{*,"a":"line\nbreak"}',
  "{*,'a':1}",
  '{*,a:1}',
  '{*,"a":undefined}',
  '{*,"a":NaN}',
  '{*,"a":-}',
  '{*,"a":1e400}',
  '{*,"a":tru}',
  `{*,"a":${'['.repeat(40)}${']'.repeat(40)}}`,
  `{*,"a":${'{"a":'.repeat(40)}1${'}'.repeat(40)}}`,
  '['.repeat(10_000),
  '{"a":'.repeat(10_000),
  `{*,${Array.from({ length: 2000 }, (_, index) => `"k${index}":0`).join()}}`,
  `{*,"${'k'.repeat(5000)}":0}`,
] as const;

export function documents(world: World): BadInput[] {
  const bodies = bodiesOf(world);
  const takers: [operation: string, url: string, body: object][] = [
    ['walletTopup', '/api/v1/wallets/topup', bodies.movement],
    ['slipCreate', '/api/wallet/credit-slips', bodies.slip],
    ['walletAddFunds', '/api/v1/customer/wallet/add-funds', bodies.addFunds],
    ['manualPayment', '/api/customer/manual-payment', bodies.manual],
    ['operationBatch', '/api/v1/batch', bodies.batch],
  ];
  return takers.flatMap(([operation, url, body]) =>
    DOCUMENTS.map((document) => ({
      name: `${operation}: ${document.slice(0, 40)}`,
      request: request(
        operation,
        url,
        document.replaceAll('*', () => jsonText(body).slice(1, -1)),
      ),
    })),
  );
}
