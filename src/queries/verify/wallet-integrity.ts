/** Proves that what the books say of one customer is sound, or names what is not: the wallet's part of `verifyLedger`. */
import type { ClientBase, Pool } from 'pg';
import { type Check, readChecks, runCheck } from './checks.ts';
import type { CheckResult } from './report.ts';
import { inSnapshot } from './snapshot.ts';

export interface WalletIntegrityReport {
  readonly customer: string;
  /** Whether no check found anything. */
  readonly sound: boolean;
  readonly checks: readonly CheckResult[];
  /** What was looked at. */
  readonly accounts: number;
  readonly transactions: number;
}

/**
 * The checks are those of database/checks; what differs is what they get to see. In front of each stand tables of the
 * names that it reads, with the rows that concern the customer alone.
 */
interface Scope {
  readonly tables: string;
  readonly checks: readonly string[];
}

/** The customer's own accounts, with all that ever moved on them: balances, and the entries in their sequence. */
const ACCOUNTS: Scope = {
  tables: `
    accounts as (select * from accounts where ledger_id = $1 and owner = $2),
    wallet_balances as (select b.* from accounts a join wallet_balances b on b.ledger_id = $1 and b.account_id = a.id),
    entries as (select e.* from accounts a join entries e on e.ledger_id = $1 and e.account_id = a.id)`,
  checks: [
    'accounts-are-named',
    'accounts-have-balances',
    'accounts-chain',
    'balances-equal-entries',
    'balances-within-bounds',
  ],
};

/** Every transaction that concerns the customer, with all of its entries: none is missing, none belongs to nothing. */
const TRANSACTIONS: Scope = {
  tables: `
    places as materialized (
      select e.height, e.index
        from accounts a
        join entries e on e.ledger_id = $1 and e.account_id = a.id
       where a.ledger_id = $1 and a.owner = $2
      union
      select height, index from operations where ledger_id = $1 and customer = $2
      union
      select height, index from payment_records where ledger_id = $1 and customer = $2
    ),
    payment_records as (
      select r.* from places p join payment_records r on r.ledger_id = $1 and r.height = p.height and r.index = p.index
    ),
    operations as (
      select o.* from places p join operations o on o.ledger_id = $1 and o.height = p.height and o.index = p.index
    ),
    entries as (
      select e.* from places p join entries e on e.ledger_id = $1 and e.height = p.height and e.index = p.index
    )`,
  checks: ['operations-have-callers', 'payment-records-linked', 'transactions-balance', 'wallets-exist'],
};

// Larger histories are for the verification of the whole ledger, which nobody waits for.
const SETTINGS = ['statement_timeout = "8s"'];

/**
 * Recomputes the balances of one customer's accounts, follows the running numbers and balances of their entries, looks
 * for transactions that are missing, orphaned or off balance, and follows the links between payment records and wallet
 * transactions both ways. Gives null where the books hold nothing of the customer. What a change would need to be hidden
 * from this, the journal's hashes show: those are checked for the whole ledger, see `verifyLedger`. (spec/payment-records,
 * "Integrity Verification".)
 */
export const verifyWalletTransactionIntegrity = (
  database: Pool,
  ledgerId: bigint,
  customer: string,
): Promise<WalletIntegrityReport | null> =>
  inSnapshot(database, [SETTINGS], async ([client]) => {
    const values = [ledgerId, customer];
    const sizes = await sizesOf(client, values);
    if (sizes.accounts === 0 && sizes.transactions === 0) return null;
    const all = await readChecks();
    const results: CheckResult[] = [];
    for (const [scope, checked] of [
      [ACCOUNTS, sizes.entries],
      [TRANSACTIONS, sizes.transactions],
    ] as const) {
      for (const check of checksOf(scope, all)) results.push(await runCheck(client, check, values, checked));
    }
    const sound = results.every(({ rows }) => rows === 0);
    return { customer, sound, checks: results, accounts: sizes.accounts, transactions: sizes.transactions };
  });

/** The checks of a scope, each written so that it sees the scope's tables. */
function checksOf({ tables, checks }: Scope, all: readonly Check[]): Check[] {
  return checks.map((name) => {
    const check = all.find((one) => one.name === name);
    if (!check) throw new Error(`there is no check ${name}`);
    return { ...check, sql: `with ${tables} select * from (\n${check.sql}\n) violations` };
  });
}

async function sizesOf(client: ClientBase, values: readonly unknown[]) {
  const { rows } = await client.query<{ accounts: number; entries: number; transactions: number }>(
    `with ${TRANSACTIONS.tables}
     select (select count(*) from accounts where ledger_id = $1 and owner = $2)::integer as accounts,
            (select count(*) from entries)::integer as entries, (select count(*) from places)::integer as transactions`,
    [...values],
  );
  return rows[0] as { accounts: number; entries: number; transactions: number };
}
