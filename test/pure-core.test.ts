import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wallet } from '../src/ledger/account.ts';
import { MAX_BALANCE } from '../src/ledger/money.ts';
import { walletCreate } from '../src/wallet/create.ts';
import { walletBonus, walletTopup } from '../src/wallet/credit.ts';
import { walletSpend, walletWithdraw } from '../src/wallet/debit.ts';
import type { Decision } from '../src/wallet/operation.ts';
import { transactionReverse } from '../src/wallet/reverse.ts';
import { walletTransfer } from '../src/wallet/transfer.ts';
import { ASSETS, PureBooks } from './support/pure-books.ts';
import { type Command, decode, Model, ROOM } from './support/wallet-model.ts';

function submit(books: PureBooks, command: Command, id: number): Decision {
  const { name, who, other, asset, amount, back } = command;
  const debit = { customer: who, asset, amount, data: {} };
  switch (name) {
    case 'create':
      return books.submit(walletCreate, { customer: who, asset }, `${id}`);
    case 'topup':
      return books.submit(walletTopup, { ...debit, method: 'stripe' }, `${id}`);
    case 'bonus':
      return books.submit(walletBonus, debit, `${id}`);
    case 'spend':
      return books.submit(walletSpend, { ...debit, entryType: 'SPEND' }, `${id}`);
    case 'withdraw':
      return books.submit(walletWithdraw, debit, `${id}`);
    case 'transfer':
      return books.submit(walletTransfer, { sender: who, recipient: other, asset, amount, data: {} }, `${id}`);
    default:
      return books.submit(transactionReverse, { transactionId: `${id - 1 - back}`, reason: 'model' }, `${id}`);
  }
}

const named = (key: string): string => key.replaceAll('\n', ' ');

test('10,000 sequences of up to 200 operations do what a trivial model says, to the unit and to the refusal', {
  timeout: 120_000,
}, () => {
  const seen = new Map<string, number>();
  let longest = 0;
  const sequence = fc.uint32Array({ maxLength: 200, size: 'max' });

  fc.assert(
    fc.property(sequence, (numbers) => {
      const model = new Model();
      const books = new PureBooks();
      for (const asset of ASSETS.keys()) books.seed(wallet('rich', asset), MAX_BALANCE - ROOM);
      let recorded = 0;

      for (const number of numbers) {
        const command = decode(number);
        if (command.name === 'freeze') {
          // Every other number thaws, so that most of the time most customers can act.
          const change = number & 0x10000 ? 'delete' : 'add';
          model.frozen[change](command.who);
          books.frozen[change](command.who);
          continue;
        }
        const expected = model.run(command);
        const decision = submit(books, command, recorded);
        const actual = 'refusal' in decision ? decision.refusal.code : null;
        if (actual !== expected) throw new Error(`${command.name} gave ${actual}, not ${expected}`);
        if (!actual) recorded += 1;
        seen.set(`${command.name} ${actual ?? 'done'}`, (seen.get(`${command.name} ${actual ?? 'done'}`) ?? 0) + 1);
        compare(books, model);
      }
      longest = Math.max(longest, numbers.length);
    }),
    { numRuns: 10_000 },
  );

  expect(longest).toBe(200);
  expect([...seen.keys()].sort()).toEqual(EVERY_OUTCOME);
});

/** Every balance is the model's, no customer's account is out of its bounds, and each asset's books come to nothing. */
function compare(books: PureBooks, model: Model): void {
  const sums = new Map<string, bigint>();
  for (const [key, balance] of books.balances) {
    const account = named(key);
    if (balance !== model.get(account)) throw new Error(`${account} has ${balance}, not ${model.get(account)}`);
    if (account.endsWith(' wallet') && balance < 0n) throw new Error(`${account} is below zero`);
    if (account.endsWith(' receivable') && balance > 0n) throw new Error(`${account} is above zero`);
    const asset = account.split(' ')[1] as string;
    sums.set(asset, (sums.get(asset) ?? 0n) + balance);
  }
  for (const [asset, sum] of sums) if (sum !== 0n) throw new Error(`the books of ${asset} are off by ${sum}`);
  for (const [account, balance] of model.balances) {
    if (balance !== 0n && !books.balances.has(account.replaceAll(' ', '\n'))) throw new Error(`${account} is missing`);
  }
}

/** What 10,000 sequences must have met: a generator that no longer gets there would prove nothing. */
const EVERY_OUTCOME = [
  'bonus ASSET_NOT_FOUND',
  'bonus BALANCE_LIMIT',
  'bonus done',
  'create ASSET_NOT_FOUND',
  'create WALLET_EXISTS',
  'create done',
  'reverse ALREADY_REVERSED',
  'reverse BALANCE_LIMIT',
  'reverse NOT_REVERSIBLE',
  'reverse TRANSACTION_NOT_FOUND',
  'reverse done',
  'spend ACCOUNT_FROZEN',
  'spend ASSET_NOT_FOUND',
  'spend INSUFFICIENT_FUNDS',
  'spend WALLET_NOT_FOUND',
  'spend done',
  'topup ASSET_NOT_FOUND',
  'topup BALANCE_LIMIT',
  'topup done',
  'transfer ACCOUNT_FROZEN',
  'transfer ASSET_NOT_FOUND',
  'transfer BALANCE_LIMIT',
  'transfer INSUFFICIENT_FUNDS',
  'transfer SAME_WALLET',
  'transfer WALLET_NOT_FOUND',
  'transfer done',
  'withdraw ACCOUNT_FROZEN',
  'withdraw ASSET_NOT_FOUND',
  'withdraw INSUFFICIENT_FUNDS',
  'withdraw WALLET_NOT_FOUND',
  'withdraw done',
];
