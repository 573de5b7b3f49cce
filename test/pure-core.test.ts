import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wallet } from '../src/ledger/account.ts';
import { MAX_AMOUNT, MAX_BALANCE } from '../src/ledger/money.ts';
import { walletCreate } from '../src/wallet/create.ts';
import { walletBonus, walletTopup } from '../src/wallet/credit.ts';
import { walletSpend, walletWithdraw } from '../src/wallet/debit.ts';
import type { RefusalCode } from '../src/wallet/errors.ts';
import type { Decision } from '../src/wallet/operation.ts';
import { transactionReverse } from '../src/wallet/reverse.ts';
import { walletTransfer } from '../src/wallet/transfer.ts';
import { ASSETS, PureBooks } from './support/pure-books.ts';

const NAMES = ['create', 'topup', 'bonus', 'spend', 'withdraw', 'transfer', 'reverse', 'freeze'] as const;
const CUSTOMERS = ['asha', 'ben', 'chidi', 'rich'];
const CODES = ['USD', 'USD', 'POINTS', 'NONE'];
const AMOUNTS = [1n, 2n, 3n, 7n, 100n, 150n, 999n, MAX_AMOUNT];

/** `rich` starts this far below the largest balance, so that limits are met. */
const ROOM = 1_000n;

interface Command {
  readonly name: (typeof NAMES)[number];
  readonly who: string;
  readonly other: string;
  readonly asset: string;
  readonly amount: bigint;
  /** How many operations back the transaction to reverse is. */
  readonly back: number;
}

/** One number is one command, so that a million of them are made and shrunk cheaply. */
function decode(bits: number): Command {
  const pick = <T>(list: readonly T[], shift: number) => list[(bits >>> shift) % list.length] as T;
  return {
    name: pick(NAMES, 0),
    who: pick(CUSTOMERS, 3),
    other: pick(CUSTOMERS, 5),
    asset: pick(CODES, 7),
    amount: pick(AMOUNTS, 9),
    back: (bits >>> 12) % 16,
  };
}

/** The trivial model: names of accounts with what is on them, and transactions as lists of what they added. */
class Model {
  readonly balances = new Map<string, bigint>();
  readonly frozen = new Set<string>();
  readonly #known = new Set<string>();
  readonly #moves: { added: [string, bigint][]; undoable: boolean; undone: boolean }[] = [];

  constructor() {
    for (const asset of ASSETS.keys()) {
      this.#put(`rich ${asset} wallet`, MAX_BALANCE - ROOM);
      this.#put(` ${asset} clearing:opening`, ROOM - MAX_BALANCE);
    }
    this.#known.add('rich');
  }

  get(account: string): bigint {
    return this.balances.get(account) ?? 0n;
  }

  /** Does the command; says why not where it can't be done. */
  run(command: Command): RefusalCode | null {
    const { name, who, other, asset, amount } = command;
    const mine = `${who} ${asset} wallet`;
    if (name === 'reverse') return this.#reverse(command.back);
    if (asset === 'NONE') return 'ASSET_NOT_FOUND';
    switch (name) {
      case 'create':
        if (this.balances.has(mine)) return 'WALLET_EXISTS';
        this.#known.add(who);
        this.#put(mine, 0n);
        this.#moves.push({ added: [], undoable: false, undone: false });
        return null;
      case 'topup':
        return this.#give(who, mine, ` ${asset} clearing:stripe`, amount);
      case 'bonus':
        return this.#give(who, mine, ` ${asset} bonus`, amount);
      case 'spend':
        return this.#lack(who, mine, amount) ?? this.#move(mine, ` ${asset} revenue`, amount);
      case 'withdraw':
        return this.#lack(who, mine, amount) ?? this.#move(mine, ` ${asset} payout`, amount);
      case 'transfer':
        if (who === other) return 'SAME_WALLET';
        return this.#lack(who, mine, amount) ?? this.#give(other, `${other} ${asset} wallet`, mine, amount);
      default:
        return null;
    }
  }

  #lack(who: string, account: string, amount: bigint): RefusalCode | null {
    if (!this.#known.has(who)) return 'WALLET_NOT_FOUND';
    if (this.frozen.has(who)) return 'ACCOUNT_FROZEN';
    return this.get(account) < amount ? 'INSUFFICIENT_FUNDS' : null;
  }

  #give(who: string, account: string, from: string, amount: bigint): RefusalCode | null {
    if (this.get(account) + amount > MAX_BALANCE) return 'BALANCE_LIMIT';
    this.#known.add(who);
    return this.#move(from, account, amount);
  }

  #move(from: string, to: string, amount: bigint): null {
    const added: [string, bigint][] = [
      [from, -amount],
      [to, amount],
    ];
    for (const [account, value] of added) this.#put(account, value);
    this.#moves.push({ added, undoable: true, undone: false });
    return null;
  }

  #reverse(back: number): RefusalCode | null {
    const original = this.#moves[this.#moves.length - 1 - back];
    if (!original) return 'TRANSACTION_NOT_FOUND';
    if (!original.undoable) return 'NOT_REVERSIBLE';
    if (original.undone) return 'ALREADY_REVERSED';
    if (original.added.some(([account, value]) => value < 0n && this.get(account) - value > MAX_BALANCE)) {
      return 'BALANCE_LIMIT';
    }
    original.undone = true;
    for (const [account, value] of original.added) {
      const held = this.get(account);
      if (!account.endsWith(' wallet') || value <= held) {
        this.#put(account, -value);
        continue;
      }
      // What the wallet no longer holds is owed.
      this.#put(account, -held);
      this.#put(account.replace(' wallet', ' receivable'), held - value);
    }
    this.#moves.push({ added: [], undoable: false, undone: false });
    return null;
  }

  #put(account: string, value: bigint): void {
    this.balances.set(account, this.get(account) + value);
  }
}

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
