import type { World } from '../world.ts';
import { type BadInput, bodiesOf, request } from './input.ts';

const MEBIBYTE = 1024 * 1024;

/** Whole bodies that are too large, or of another kind than the route takes. */
const BODIES: [name: string, text: string, status: number][] = [
  ['one byte more than 1 MiB', ' '.repeat(MEBIBYTE + 1), 413],
  ['2 MiB in one text', `{"a":"${'a'.repeat(2 * MEBIBYTE)}"}`, 413],
  ['1 MiB of nothing', ' '.repeat(MEBIBYTE), 400],
  ['100,000 keys', `{${Array.from({ length: 80_000 }, (_, index) => `"${index}":0`).join()}}`, 400],
  ['100,000 items', `[${'0,'.repeat(100_000)}0]`, 400],
  ['a form', 'amount=1&user_id=a', 400],
  ['XML', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 400],
  ['bytes of a zip file', 'PK\u0003\u0004', 400],
  ['a template', '{{7*7}}', 400],
  ['a query', "'; drop table entries; --", 400],
];

export function bodies(world: World): BadInput[] {
  const takers: [operation: string, url: string][] = [
    ['walletTopup', '/api/v1/wallets/topup'],
    ['walletSpend', '/api/v1/wallets/spend'],
    ['slipCreate', '/api/wallet/credit-slips'],
    ['walletPay', '/api/v1/customer/wallet/pay'],
    ['manualPayment', '/api/customer/manual-payment'],
    ['customerCreate', '/api/v1/customers'],
    ['webhookCreate', '/api/v1/webhooks'],
  ];
  const { movement } = bodiesOf(world);
  return takers.flatMap(([operation, url]) => [
    ...BODIES.map(([name, text, status]) => ({
      name: `${operation}: ${name}`,
      request: request(operation, url, text),
      status,
    })),
    {
      name: `${operation}: names that set what is not the caller's to set`,
      request: request(operation, url, JSON.stringify({ ...movement, balance: 1, status: 'x', role: 'admin', id: 1 })),
      status: 400,
    },
  ]);
}
