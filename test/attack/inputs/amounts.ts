import type { World } from '../world.ts';
import { type BadInput, bodiesOf, everywhere, inBody } from './input.ts';

/** What is no amount anywhere, in the letters that a body has. */
const NEVER = [
  '0',
  '-0',
  '0.0',
  '-1',
  '-0.01',
  '1e2',
  '1E2',
  '1e-2',
  '01',
  '+1',
  '.5',
  '1.',
  '0x10',
  '1_000',
  '1,000',
  'NaN',
  'Infinity',
  '-Infinity',
  '1000000000001000',
  '9007199254740993',
  '9223372036854775808',
  `1${'0'.repeat(39)}`,
  `1${'0'.repeat(400)}`,
  `0.${'0'.repeat(60)}1`,
  '0.123456789',
  '"1"',
  '""',
  '[]',
  '[1]',
  '{}',
  'true',
] as const;
const named = NEVER.map((text) => [text.slice(0, 30), text] as const);

export function amounts(world: World): BadInput[] {
  const bodies = bodiesOf(world);
  const customerWallet = '/api/v1/customer/wallet';
  return everywhere(
    [
      inBody('walletTopup', '/api/v1/wallets/topup', bodies.movement, 'amount'),
      inBody('walletBonus', '/api/v1/wallets/bonus', bodies.movement, 'amount'),
      inBody('walletSpend', '/api/v1/wallets/spend', bodies.movement, 'amount'),
      inBody('paymentProcess', '/api/wallet/payments', bodies.tenders, 'tenders.0.amount_cents'),
      inBody('slipCreate', '/api/wallet/credit-slips', bodies.slip, 'lines.0.quantity'),
      inBody('paymentProcess', '/api/wallet/payments', bodies.payment, 'amount_cents'),
      inBody('changeStore', '/api/wallet/store-change', bodies.change, 'change_cents'),
      inBody('walletAddFunds', `${customerWallet}/add-funds`, bodies.addFunds, 'amount'),
      inBody('walletWithdrawFunds', `${customerWallet}/withdraw-funds`, bodies.withdraw, 'amount'),
      inBody('walletPay', `${customerWallet}/pay`, bodies.pay, 'amount'),
      inBody('walletCredit', `${customerWallet}/credit`, bodies.credit, 'amount'),
      inBody('manualPayment', '/api/customer/manual-payment', bodies.manual, 'amount'),
      inBody('cardPaymentRecord', '/api/customer/direct-payment', bodies.direct, 'amount'),
    ],
    named,
  );
}
