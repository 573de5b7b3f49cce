/** The commands of the trivial model as the engine takes them. */
import { randomUUID } from 'node:crypto';
import { house, wallet } from '../../src/ledger/account.ts';
import { MAX_BALANCE } from '../../src/ledger/money.ts';
import { move } from '../../src/ledger/posting.ts';
import { walletCreate } from '../../src/wallet/create.ts';
import { walletBonus, walletTopup } from '../../src/wallet/credit.ts';
import { walletSpend, walletWithdraw } from '../../src/wallet/debit.ts';
import type { Operation } from '../../src/wallet/operation.ts';
import { transactionReverse } from '../../src/wallet/reverse.ts';
import { walletTransfer } from '../../src/wallet/transfer.ts';
import { ASSETS } from './pure-books.ts';
import { type Command, ROOM } from './wallet-model.ts';

/** An operation and its input, whichever they are: the engine does not mind. */
export interface Asked {
  readonly operation: Operation<string, unknown>;
  readonly input: unknown;
}

const asked = <Input>(operation: Operation<string, Input>, input: Input): Asked => ({
  operation: operation as Operation<string, unknown>,
  input,
});

/** `original` is the transaction that a reversal takes back; null for one that does not exist. */
export function askFor(command: Command, original: string | null): Asked {
  const { name, who, other, asset, amount } = command;
  const input = { customer: who, asset, amount, data: {} };
  switch (name) {
    case 'create':
      return asked(walletCreate, { customer: who, asset });
    case 'topup':
      return asked(walletTopup, { ...input, method: 'stripe' });
    case 'bonus':
      return asked(walletBonus, input);
    case 'spend':
      return asked(walletSpend, { ...input, entryType: 'SPEND' as const });
    case 'withdraw':
      return asked(walletWithdraw, input);
    case 'transfer':
      return asked(walletTransfer, { sender: who, recipient: other, asset, amount, data: {} });
    case 'reverse':
      return asked(transactionReverse, { transactionId: original ?? randomUUID(), reason: 'model' });
    default:
      throw new Error(`the engine has no operation for ${name}`);
  }
}

const opening: Operation<'openingBalance', object> = {
  name: 'openingBalance',
  needs: () => ({ accounts: openings().flatMap(({ from, to }) => [from, to]) }),
  decide: () => ({
    facts: { customer: 'rich', postings: openings().flatMap(({ from, to }) => move(from, to, OPENING, 'DEPOSIT')) },
  }),
};

const OPENING = MAX_BALANCE - ROOM;
const openings = () =>
  [...ASSETS.keys()].map((asset) => ({ from: house(asset, 'clearing', 'opening'), to: wallet('rich', asset) }));

/** Puts a real ledger where the model starts. */
export const openingBalance: Asked = asked(opening, {});
