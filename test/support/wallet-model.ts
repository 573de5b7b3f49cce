/**
 * The trivial model of the wallet: names of accounts with what is on them. Tests run it beside the pure core, and
 * beside the engine on a real database.
 */
import { MAX_AMOUNT, MAX_BALANCE } from '../../src/ledger/money.ts';
import type { RefusalCode } from '../../src/wallet/errors.ts';
import { ASSETS } from './pure-books.ts';

export const NAMES = ['create', 'topup', 'bonus', 'spend', 'withdraw', 'transfer', 'reverse', 'freeze'] as const;
const CUSTOMERS = ['asha', 'ben', 'chidi', 'rich'];
const CODES = ['USD', 'USD', 'POINTS', 'NONE'];
const AMOUNTS = [1n, 2n, 3n, 7n, 100n, 150n, 999n, MAX_AMOUNT];

/** `rich` starts this far below the largest balance, so that limits are met. */
export const ROOM = 1_000n;

export interface Command {
  readonly name: (typeof NAMES)[number];
  readonly who: string;
  readonly other: string;
  readonly asset: string;
  readonly amount: bigint;
  /** How many operations back the transaction to reverse is. */
  readonly back: number;
}

/** One number is one command, so that a million of them are made and shrunk cheaply. */
export function decode(bits: number): Command {
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
export class Model {
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
