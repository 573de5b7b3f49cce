/** Books with a bit of everything in them, and what somebody with all rights could do to them. */
import { expect } from 'vitest';
import type { Pool } from '../../src/database/pool.ts';
import type { LedgerEngine } from '../../src/engine/engine.ts';
import type { Submission } from '../../src/engine/submission.ts';
import { walletCreate } from '../../src/wallet/create.ts';
import { walletBonus } from '../../src/wallet/credit.ts';
import { walletWithdraw } from '../../src/wallet/debit.ts';
import { transactionReverse } from '../../src/wallet/reverse.ts';
import { walletTransfer } from '../../src/wallet/transfer.ts';
import { createLedger, recordOf, reference, spend, submission, topup } from './engine.ts';

const UNICODE = { metadata: { note: 'Zażółć \u2028 gęślą 🦓 "\\\n\u0001', ключ: ['ü', { 值: null }] } };

/** A ledger with every operation of the wallet in it, some of them in one block. */
export async function writeBooks(owner: Pool, engine: LedgerEngine): Promise<bigint> {
  const ledger = await createLedger(owner);
  const record = async <Input>(one: Submission<Input>) => recordOf(await engine.submit(one));
  const usd = { asset: 'USD', data: {} };
  const first = await record({ ...topup(ledger, 'alice', 1000n, reference('first')), occurredAt: new Date(1e12 + 7) });
  await Promise.all([
    record({ ...topup(ledger, 'bob', 500n), input: { ...topup(ledger, 'bob', 500n).input, data: UNICODE } }),
    record(topup(ledger, 'Ünal', 70n, { scope: 'caller', value: 'their key' })),
    record(spend(ledger, 'alice', 100n)),
    record(submission(ledger, walletCreate, { customer: 'carol', asset: 'EUR' })),
  ]);
  await record(submission(ledger, walletBonus, { customer: 'bob', amount: 5n, ...usd }));
  await record(submission(ledger, walletWithdraw, { customer: 'bob', amount: 200n, ...usd }));
  await record(submission(ledger, walletTransfer, { sender: 'alice', recipient: 'bob', amount: 300n, ...usd }));
  // Alice no longer has what she was credited: the rest is owed.
  await record(submission(ledger, transactionReverse, { transactionId: first.id, reason: 'bounced' }));
  await record(spend(ledger, 'bob', 1n, reference('last')));
  return ledger;
}

const TABLES = ['blocks', 'accounts', 'callers', 'operations', 'entries', 'wallet_balances', 'checkpoints'];

/** What only the owner of the tables can do, and only by taking the guards away for a moment. */
export async function tamper(owner: Pool, sql: string, ledger: bigint): Promise<void> {
  const toggle = (how: string) => TABLES.map((table) => `alter table ${table} ${how} trigger all`).join(';');
  const client = await owner.connect();
  try {
    await client.query(`begin; ${toggle('disable')}`);
    const { rowCount } = await client.query(sql, [ledger]);
    expect(rowCount).toBeGreaterThan(0);
    await client.query(`${toggle('enable')}; commit`);
  } finally {
    client.release(true);
  }
}

const ALICE = `(select id from accounts where ledger_id = $1 and owner = 'alice' and kind = 'wallet')`;
const BOB = `(select id from accounts where ledger_id = $1 and owner = 'bob' and kind = 'wallet')`;
const LAST = '(select max(height) from blocks where ledger_id = $1)';
export const OF_LEDGER = 'where ledger_id = $1';

export interface Corruption {
  readonly what: string;
  readonly sql: string;
  /** An expression for the row that must be named, before it is changed. */
  readonly row: string;
  /** Exactly the checks that must find something. */
  readonly named: readonly string[];
}

export const CORRUPTIONS: readonly Corruption[] = [
  {
    what: 'an amount of an entry',
    row: `'account ' || ${ALICE}`,
    sql: `update entries set amount = amount + 1, balance_after = balance_after + 1 ${OF_LEDGER} and account_id = ${ALICE} and seq = 1`,
    named: ['accounts-chain', 'balances-equal-entries', 'reversals-mirror', 'transactions-balance', 'journal-hashes'],
  },
  {
    what: 'the amounts of both sides, with all balances that follow, in the last block',
    row: `'block ' || ${LAST}`,
    sql: `with e as (update entries set amount = amount + 1,
                       balance_after = balance_before + case direction when 'CREDIT' then amount + 1 else -amount - 1 end
                      ${OF_LEDGER} and height = ${LAST} returning account_id, balance_after)
          update wallet_balances b set balance = e.balance_after from e where b.ledger_id = $1 and b.account_id = e.account_id`,
    named: ['journal-hashes'],
  },
  {
    what: 'an entry that is gone',
    row: `'account ' || ${BOB}`,
    sql: `delete from entries ${OF_LEDGER} and account_id = ${BOB} and seq = 2`,
    named: ['accounts-chain', 'balances-equal-entries', 'transactions-balance', 'journal-hashes'],
  },
  {
    what: 'a transaction whose entries are gone',
    row: `(select id::text from operations ${OF_LEDGER} and reference = 'last')`,
    sql: `delete from entries ${OF_LEDGER} and height = ${LAST}`,
    named: ['balances-equal-entries', 'transactions-balance', 'journal-hashes'],
  },
  {
    what: 'an entry that was added',
    row: `'account ' || ${BOB}`,
    sql: `insert into entries select ledger_id, account_id, seq + 1, height, 5, balance_after, balance_after + 5, index, 'CREDIT', type
            from entries ${OF_LEDGER} and account_id = ${BOB} order by seq desc limit 1`,
    named: ['balances-equal-entries', 'transactions-balance', 'journal-hashes'],
  },
  {
    what: 'two entries of an account that changed places, with balances to match',
    row: `'account ' || ${BOB}`,
    sql: `update entries e set height = o.height, index = o.index, amount = o.amount, type = o.type,
                 balance_before = case e.seq when 1 then 0 else e.amount end,
                 balance_after = case e.seq when 1 then 0 else e.amount end + o.amount
            from entries o where e.ledger_id = $1 and o.ledger_id = $1 and e.account_id = ${BOB} and o.account_id = ${BOB}
             and e.seq in (1, 2) and o.seq = 3 - e.seq`,
    named: ['accounts-chain'],
  },
  {
    what: 'a gap in the numbers of an account',
    row: `'account ' || ${BOB}`,
    sql: `update entries set seq = seq + 1 ${OF_LEDGER} and account_id = ${BOB} and seq = (select max(seq) from entries ${OF_LEDGER} and account_id = ${BOB})`,
    named: ['accounts-chain'],
  },
  {
    what: 'the direction of an entry',
    row: `'account ' || ${BOB}`,
    sql: `update entries set direction = 'DEBIT', balance_after = balance_before - amount ${OF_LEDGER} and account_id = ${BOB} and seq = 2`,
    named: ['accounts-chain', 'balances-equal-entries', 'transactions-balance', 'journal-hashes'],
  },
  {
    what: 'the type of an entry',
    row: "'block 1'",
    sql: `update entries set type = 'BONUS' ${OF_LEDGER} and account_id = ${ALICE} and seq = 1`,
    named: ['journal-hashes'],
  },
  {
    what: 'a balance',
    row: `'account ' || ${BOB}`,
    sql: `update wallet_balances set balance = balance + 100 ${OF_LEDGER} and account_id = ${BOB}`,
    named: ['assets-sum-to-zero', 'balances-equal-entries'],
  },
  {
    what: 'the version of an account',
    row: `'account ' || ${BOB}`,
    sql: `update wallet_balances set seq = seq + 1 ${OF_LEDGER} and account_id = ${BOB}`,
    named: ['balances-equal-entries'],
  },
  {
    what: 'the floor of an account',
    row: `'account ' || ${BOB}`,
    sql: `update wallet_balances set floor = -1000 ${OF_LEDGER} and account_id = ${BOB}`,
    named: ['balances-within-bounds'],
  },
  {
    what: 'the ceiling of an account',
    row: `'account ' || ${BOB}`,
    sql: `update wallet_balances set ceiling = ceiling + 1 ${OF_LEDGER} and account_id = ${BOB}`,
    named: ['balances-within-bounds'],
  },
  {
    what: 'the asset of a balance',
    row: `'account ' || ${BOB}`,
    sql: `update wallet_balances set asset_id = 2 ${OF_LEDGER} and account_id = ${BOB}`,
    named: ['accounts-have-balances'],
  },
  {
    what: 'the asset of an account',
    row: `'account ' || ${BOB}`,
    sql: `update accounts set asset_id = 2 ${OF_LEDGER} and id = ${BOB}`,
    named: ['accounts-have-balances', 'assets-sum-to-zero', 'transactions-balance', 'journal-hashes'],
  },
  {
    what: 'a balance row that is gone',
    row: `'account ' || ${BOB}`,
    sql: `delete from wallet_balances ${OF_LEDGER} and account_id = ${BOB}`,
    named: ['accounts-have-balances', 'assets-sum-to-zero', 'balances-equal-entries'],
  },
  {
    what: 'the owner of an account',
    row: "'block 2'",
    sql: `update accounts set owner = 'mallory' ${OF_LEDGER} and id = ${BOB}`,
    named: ['journal-hashes'],
  },
  {
    what: 'the owner of an account without entries',
    row: `(select id::text from operations ${OF_LEDGER} and customer = 'carol')`,
    sql: `update accounts set owner = 'mallory' ${OF_LEDGER} and owner = 'carol'`,
    named: ['wallets-exist'],
  },
  {
    what: 'an owner whose name passes for several fields',
    row: `'account ' || ${BOB}`,
    sql: `update accounts set owner = e'bob\\nUSD' ${OF_LEDGER} and id = ${BOB}`,
    named: ['accounts-are-named', 'journal-hashes'],
  },
  {
    what: 'the data of an operation, by white space alone',
    row: "'block 2'",
    sql: `update operations set data = (data::text || ' ')::json ${OF_LEDGER} and data::text like '%metadata%'`,
    named: ['journal-hashes'],
  },
  {
    what: 'the customer of an operation',
    row: `'block ' || ${LAST}`,
    sql: `update operations set customer = 'mallory' ${OF_LEDGER} and height = ${LAST}`,
    named: ['journal-hashes'],
  },
  {
    what: 'the time of an operation, by a microsecond',
    row: "'block 1'",
    sql: `update operations set occurred_at = occurred_at + interval '1 microsecond' ${OF_LEDGER} and reference = 'first'`,
    named: ['journal-hashes'],
  },
  {
    what: 'a time that never comes',
    row: "'block 1'",
    sql: `update operations set occurred_at = 'infinity' ${OF_LEDGER} and reference = 'first'`,
    named: ['journal-hashes'],
  },
  {
    what: 'the key of an operation, so that a retry is recorded again',
    row: `(select id::text from operations ${OF_LEDGER} and reference = 'last')`,
    sql: `update operations set key = gen_random_uuid() ${OF_LEDGER} and reference = 'last'`,
    named: ['keys-follow'],
  },
  {
    what: 'the reference of an operation',
    row: `(select id::text from operations ${OF_LEDGER} and reference = 'last')`,
    sql: `update operations set reference = 'other' ${OF_LEDGER} and reference = 'last'`,
    named: ['journal-hashes', 'keys-follow'],
  },
  {
    what: 'the id of an operation',
    row: `'block ' || ${LAST}`,
    sql: `update operations set id = gen_random_uuid() ${OF_LEDGER} and reference = 'last'`,
    named: ['journal-hashes'],
  },
  {
    what: 'an operation that is gone, and its entries are not',
    row: `'block ' || ${LAST}`,
    sql: `delete from operations ${OF_LEDGER} and height = ${LAST}`,
    named: ['blocks-complete', 'transactions-balance', 'journal-hashes'],
  },
  {
    what: 'what a caller was',
    row: `(select 'caller ' || id from callers ${OF_LEDGER})`,
    sql: `update callers set role = 'admin' ${OF_LEDGER}`,
    named: ['callers-follow'],
  },
  {
    what: 'a caller who is gone',
    row: `(select id::text from operations ${OF_LEDGER} and reference = 'last')`,
    sql: `delete from callers ${OF_LEDGER}`,
    // The key of the one who gave a key of their own cannot be derived without them.
    named: ['operations-have-callers', 'keys-follow'],
  },
  {
    what: 'a reversal that names another transaction',
    row: `(select id::text from operations ${OF_LEDGER} and reverses is not null)`,
    sql: `update operations set reverses = (select id from operations ${OF_LEDGER} and reference = 'last') ${OF_LEDGER} and reverses is not null`,
    named: ['reversals-mirror', 'journal-hashes'],
  },
  {
    what: 'a reversal of nothing',
    row: `(select id::text from operations ${OF_LEDGER} and reverses is not null)`,
    sql: `update operations set reverses = gen_random_uuid() ${OF_LEDGER} and reverses is not null`,
    named: ['reversals-mirror', 'journal-hashes'],
  },
  {
    what: 'the last block that is gone',
    row: `'block ' || ${LAST}`,
    sql: `delete from blocks ${OF_LEDGER} and height = ${LAST}`,
    named: ['blocks-complete', 'blocks-in-order'],
  },
  {
    what: 'a block in the middle that is gone',
    row: "'block 2'",
    sql: `delete from blocks ${OF_LEDGER} and height = 2`,
    named: ['blocks-complete', 'blocks-in-order', 'journal-hashes'],
  },
  {
    what: 'the time of a block',
    row: "'block 3'",
    sql: `update blocks set recorded_at = recorded_at - interval '1 day' ${OF_LEDGER} and height = 3`,
    named: ['blocks-in-order', 'journal-hashes'],
  },
  {
    what: 'the root of a block',
    row: "'block 3'",
    sql: `update blocks set root = sha256(root) ${OF_LEDGER} and height = 3`,
    named: ['journal-hashes'],
  },
  {
    what: 'the hash of the head',
    row: "'the head'",
    sql: `update ledger_heads set hash = sha256(hash) ${OF_LEDGER}`,
    named: ['blocks-in-order'],
  },
  {
    what: 'the height of the head',
    row: "'the head'",
    sql: `update ledger_heads set height = height + 1 ${OF_LEDGER}`,
    named: ['blocks-in-order'],
  },
  {
    what: 'a head that is gone',
    row: "'the head'",
    sql: `delete from ledger_heads ${OF_LEDGER}`,
    named: ['blocks-in-order'],
  },
];

/** The row that a verification must name, as it will call it. */
export async function rowToName(owner: Pool, { row }: Corruption, ledger: bigint): Promise<string> {
  const { rows } = await owner.query<{ subject: string }>(`select ${row} as subject where $1::bigint > 0`, [ledger]);
  return rows[0]?.subject ?? '';
}
