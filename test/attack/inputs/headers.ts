import { jsonText } from '../text.ts';
import type { World } from '../world.ts';
import { type BadInput, bodiesOf, request } from './input.ts';

const KEYS = ['', 'k'.repeat(256), 'k\u00e9', '\u00a0', 'k\u00ff', '4111111111111111', '4111 1111 1111 1111'] as const;

/** Headers under which a body is not what it seems. */
const MEANINGS: readonly Record<string, string>[] = [
  { 'content-type': 'text/plain' },
  { 'content-type': 'text/json' },
  { 'content-type': 'application/xml' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/octet-stream' },
  { 'content-type': 'application/jsonp' },
  { 'content-type': '*/*' },
  { 'content-type': 'json' },
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'br' },
  { 'content-encoding': 'gzip, identity' },
];

export function headers(world: World): BadInput[] {
  const bodies = bodiesOf(world);
  const takers: [operation: string, url: string, body: object][] = [
    ['walletTopup', '/api/v1/wallets/topup', { ...bodies.movement, reference_id: undefined }],
    ['slipCreate', '/api/wallet/credit-slips', bodies.slip],
    ['paymentProcess', '/api/wallet/payments', bodies.payment],
    ['changeStore', '/api/wallet/store-change', bodies.change],
    ['walletAddFunds', '/api/v1/customer/wallet/add-funds', bodies.addFunds],
    ['walletPay', '/api/v1/customer/wallet/pay', bodies.pay],
    ['manualPayment', '/api/customer/manual-payment', bodies.manual],
    ['creditLimitSet', '/api/v1/credit-limits/USD', bodies.limit],
  ];
  return takers.flatMap(([operation, url, body]) => {
    const text = JSON.stringify(body);
    return [
      ...KEYS.map((key) => ({
        name: `${operation}: the key ${JSON.stringify(key.slice(0, 20))}`,
        request: request(operation, url, text, { headers: { 'idempotency-key': key } }),
      })),
      ...MEANINGS.map((meaning) => ({
        name: `${operation}: ${jsonText(meaning)}`,
        request: request(operation, url, text, { headers: { 'idempotency-key': `${world.customer}-h`, ...meaning } }),
        status: 415,
      })),
    ];
  });
}
