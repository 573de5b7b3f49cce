/** The read before a decision: accounts, customers, keys, and earlier transactions and slips, for a whole batch at once. */
import type { Pool } from 'pg';
import { plainArray, textArray } from '../database/arrays.ts';
import { type AccountKind, type AccountRef, accountKey } from '../ledger/account.ts';
import type { AssetRegistry } from '../queries/asset-registry.ts';
import type { Database } from '../queries/database.ts';
import type { RulesInForce } from '../queries/point-rule-registry.ts';
import { loadRecords } from '../queries/records.ts';
import { findOpenSlips, loadSlips } from '../queries/slips.ts';
import { loadTransactions } from '../queries/transactions-to-reverse.ts';
import type { Needs, RecordedTransaction } from '../wallet/operation.ts';
import type { OperationRecord } from '../wallet/record.ts';
import { reversalAccounts } from '../wallet/reverse.ts';
import { reversalSlips } from '../wallet/slip/reopen.ts';
import type { SlipState } from '../wallet/slip/slip.ts';
import { slipAccounts } from '../wallet/slip/void.ts';
import type { AccountBook } from './account-book.ts';
import { answered } from './failure.ts';
import { needsOf } from './needs.ts';
import type { Pending } from './pending.ts';
import { inSnapshot } from './snapshot.ts';

const LOOK = { name: 'ledger_look', text: 'select * from ledger_look($1, $2, $3, $4, $5)' };

interface LookRow {
  owners: string[] | null;
  assets: number[] | null;
  kinds: AccountKind[] | null;
  ids: bigint[] | null;
  balances: bigint[] | null;
  seqs: bigint[] | null;
  known: string[] | null;
  frozen: string[] | null;
  limited: string[] | null;
  limit_assets: number[] | null;
  limits: bigint[] | null;
  used_keys: string[] | null;
  used_by: string[] | null;
  fingerprints: bigint[] | null;
}

export interface UsedKey {
  readonly fingerprint: bigint;
  readonly record: OperationRecord;
}

export interface Looked {
  /** What stands in the books under the keys of these operations. */
  readonly used: ReadonlyMap<string, UsedKey>;
  readonly transactions: ReadonlyMap<string, RecordedTransaction>;
  readonly slips: ReadonlyMap<string, SlipState>;
  /** How many of the accounts are not in the books: at most so many will be opened. */
  readonly absent: number;
}

export interface LookSources {
  readonly looks: Pool;
  readonly assets: AssetRegistry;
}

/** Reads what these operations need, the accounts into the book. Throws Unanswered. */
export async function look(
  { looks, assets }: LookSources,
  ledgerId: bigint,
  book: AccountBook,
  pendings: readonly Pending[],
  rules: RulesInForce,
): Promise<Looked> {
  const needs = pendings.map(({ submission }) => needsOf(submission, rules));
  const keys = pendings.map(({ key }) => key);
  await answered(knowAssets(assets, needs));
  // One statement sees one state of the books; where it takes several, a snapshot holds them together.
  if (!needs.some(beyondAccounts)) return answered(readAll(looks, assets, ledgerId, book, needs, keys));
  return answered(inSnapshot(looks, (database) => readAll(database, assets, ledgerId, book, needs, keys)));
}

/** Whether an operation builds on more than accounts. */
export const beyondAccounts = ({ transactions, slips, openSlips }: Needs): boolean =>
  Boolean(transactions?.length || slips?.length || openSlips?.length);

async function readAll(
  database: Database,
  assets: AssetRegistry,
  ledgerId: bigint,
  book: AccountBook,
  needs: readonly Needs[],
  keys: readonly string[],
): Promise<Looked> {
  const transactions = await loadTransactions(database, ledgerId, [...named(needs, 'transactions')]);
  const open = await findOpenSlips(
    database,
    ledgerId,
    needs.flatMap((need) => need.openSlips ?? []),
  );
  const reopened = [...transactions.values()].flatMap(reversalSlips);
  const slips = await loadSlips(database, ledgerId, [...new Set([...named(needs, 'slips'), ...open, ...reopened])]);

  const refs = new Map<string, AccountRef>();
  const add = (ref: AccountRef) => refs.set(accountKey(ref), ref);
  for (const need of needs) need.accounts.forEach(add);
  for (const transaction of transactions.values()) reversalAccounts(transaction.postings).forEach(add);
  for (const slip of slips.values()) slipAccounts(slip).forEach(add);
  const listed = [...refs.values()].filter((ref) => assets.get(ref.asset));

  const { rows } = await database.query<LookRow>({
    ...LOOK,
    values: [
      ledgerId,
      textArray(listed.map((ref) => ref.owner)),
      plainArray(listed.map((ref) => assets.get(ref.asset)?.id ?? null)),
      textArray(listed.map((ref) => ref.kind)),
      plainArray(keys),
    ],
  });
  const row = rows[0] as LookRow;
  const found = remember(book, assets, listed, row);
  return { used: await loadUsed(database, ledgerId, row), transactions, slips, absent: listed.length - found };
}

const named = (needs: readonly Needs[], what: 'transactions' | 'slips'): Set<string> =>
  new Set(needs.flatMap((need) => need[what] ?? []));

async function knowAssets(assets: AssetRegistry, needs: readonly Needs[]): Promise<void> {
  if (needs.some((need) => need.accounts.some((ref) => !assets.get(ref.asset)))) await assets.refresh();
}

function remember(book: AccountBook, assets: AssetRegistry, listed: readonly AccountRef[], row: LookRow): number {
  const ids = row.ids ?? [];
  ids.forEach((id, i) => {
    const assetId = row.assets?.[i] as number;
    const ref = { owner: row.owners?.[i] ?? '', asset: assets.byId(assetId).code, kind: row.kinds?.[i] as AccountKind };
    book.put({ ref, id, assetId, balance: row.balances?.[i] ?? 0n, seq: row.seqs?.[i] ?? 0n });
  });
  for (const customer of row.known ?? []) book.putCustomer(customer);
  for (const { owner, asset, kind } of listed) {
    book.setFrozen(owner, false);
    if (kind === 'receivable') book.setCreditLimit(owner, asset, null);
  }
  for (const customer of row.frozen ?? []) book.setFrozen(customer, true);
  row.limited?.forEach((customer, i) => {
    const { code } = assets.byId(row.limit_assets?.[i] as number);
    book.setCreditLimit(customer, code, row.limits?.[i] ?? null);
  });
  return ids.length;
}

async function loadUsed(database: Database, ledgerId: bigint, row: LookRow): Promise<Map<string, UsedKey>> {
  const ids = row.used_by ?? [];
  const records = await loadRecords(database, ledgerId, ids);
  const used = new Map<string, UsedKey>();
  ids.forEach((id, i) => {
    const record = records.get(id);
    const [key, fingerprint] = [row.used_keys?.[i], row.fingerprints?.[i]];
    if (!record || !key || fingerprint === undefined) throw new Error(`operation ${id} cannot be read back`);
    used.set(key, { fingerprint, record });
  });
  return used;
}
