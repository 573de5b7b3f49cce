import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handleMessage } from '../../src/faces/amqp/handle.ts';
import { AssetRegistry } from '../../src/queries/asset-registry.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createLedger, openEngine, type TestEngine } from '../support/engine.ts';
import { balancesOf, violations } from '../support/truth.ts';

let database: TestDatabase;
let opened: TestEngine;
let assets: AssetRegistry;
beforeAll(async () => {
  database = await createTestDatabase();
  opened = await openEngine(database.appUrl);
  assets = new AssetRegistry(opened.reads);
  await assets.refresh();
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const CUSTOMERS = ['asha', 'ben', 'chidi'];

interface Message {
  readonly kind: 'signup' | 'topup' | 'transfer' | 'failed';
  readonly transaction: number;
}

/** What a transaction is about follows from its number, so that a message that comes again is the same. */
const contentOf = (transaction: number) => ({
  cents: BigInt(1 + ((transaction * 7) % 5)),
  one: CUSTOMERS[transaction % 3] as string,
  other: CUSTOMERS[(transaction + 1) % 3] as string,
});

/** The trivial model: what each holds and owes, and what became of each transaction. */
class Model {
  readonly accounts = new Map<string, bigint>();
  readonly #known = new Set<string>();
  readonly #transactions = new Map<string, { added: [string, bigint][] | null; final: boolean }>();

  run({ kind, transaction }: Message): void {
    const { cents, one, other } = contentOf(transaction);
    const id = kind === 'transfer' ? `transfer-${transaction}` : `topup-${transaction}`;
    switch (kind) {
      case 'signup':
        this.#known.add(one);
        this.#add(`${one} USD wallet`, 0n);
        return;
      case 'failed':
        this.#fail(id);
        return;
      case 'topup':
        if (this.#transactions.has(id)) return;
        this.#complete(id, [[`${one} USD wallet`, cents]]);
        this.#known.add(one);
        return;
      case 'transfer': {
        if (this.#transactions.has(id)) return;
        if ((this.accounts.get(`${one} USD wallet`) ?? 0n) < cents || !this.#known.has(one)) {
          this.#transactions.set(id, { added: null, final: true });
          return;
        }
        this.#complete(id, [
          [`${one} USD wallet`, -cents],
          [`${other} USD wallet`, cents],
        ]);
        this.#known.add(other);
      }
    }
  }

  #complete(id: string, added: [string, bigint][]): void {
    for (const [account, amount] of added) this.#add(account, amount);
    this.#transactions.set(id, { added, final: false });
  }

  #fail(id: string): void {
    const done = this.#transactions.get(id);
    this.#transactions.set(id, { added: null, final: true });
    if (!done?.added) return;
    for (const [account, amount] of done.added) {
      const held = this.accounts.get(account) ?? 0n;
      if (amount <= held) {
        this.#add(account, -amount);
        continue;
      }
      // What the wallet no longer holds is owed.
      this.#add(account, -held);
      this.#add(account.replace('wallet', 'receivable'), held - amount);
    }
  }

  #add(account: string, amount: bigint): void {
    this.accounts.set(account, (this.accounts.get(account) ?? 0n) + amount);
  }
}

function wire({ kind, transaction }: Message): [string, Buffer] {
  const { cents, one, other } = contentOf(transaction);
  const json = (key: string, body: object): [string, Buffer] => [key, Buffer.from(JSON.stringify(body))];
  const amount = Number(cents) / 100;
  switch (kind) {
    case 'signup':
      return json('user.signup', { userId: one });
    case 'failed':
      return json('transaction.failed', { transactionId: `topup-${transaction}` });
    case 'topup':
      return json('transaction.completed', {
        transactionId: `topup-${transaction}`,
        type: 'topup',
        amount,
        userId: one,
      });
    case 'transfer':
      return json('transaction.completed', {
        transactionId: `transfer-${transaction}`,
        type: 'transfer',
        amount,
        senderId: one,
        recipientId: other,
      });
  }
}

const message = fc.record({
  kind: fc.constantFrom<Message['kind']>('signup', 'topup', 'topup', 'transfer', 'transfer', 'failed'),
  transaction: fc.nat(8),
});

test('any sequence of messages, repeated as it may be, leaves the books that the model has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 40 }), async (sequence) => {
      const ledgerId = await createLedger(database.owner);
      const context = { engine: opened.engine, database: opened.reads, assets, ledgerId, defaultCurrency: 'USD' };
      const model = new Model();
      for (const one of sequence) {
        model.run(one);
        const [key, content] = wire(one);
        await handleMessage(key, content, context);
      }
      const balances = await balancesOf(database.owner, ledgerId);
      for (const customer of CUSTOMERS) {
        for (const kind of ['wallet', 'receivable']) {
          const account = `${customer} USD ${kind}`;
          expect(balances.get(account) ?? 0n, account).toBe(model.accounts.get(account) ?? 0n);
        }
      }
      expect(await violations(database.owner, ledgerId)).toEqual([]);
    }),
    { numRuns: Number(process.env.EVENT_SEQUENCES ?? 40) },
  );
});
