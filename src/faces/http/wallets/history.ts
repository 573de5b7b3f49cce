import { type WalletAccount, walletAccounts } from '../../../queries/balances.ts';
import { accountHistory, type HistoryEntry } from '../../../queries/history.ts';
import type { Services } from '../app.ts';
import { withAssets } from '../assets/lookup.ts';
import { Problem } from '../problem.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { presentEntry } from './present.ts';

export interface HistoryRequest {
  readonly ledgerId: bigint;
  readonly customer: string;
  /** Null for all assets, newest first over all of them. */
  readonly assetId: number | null;
  readonly limit: number;
  readonly cursor: string | undefined;
}

/** One page of a customer's wallet. Throws WALLET_NOT_FOUND, and VALIDATION_ERROR for a bad cursor. */
export async function historyPage({ database, assets }: Services, request: HistoryRequest) {
  const from = request.cursor === undefined ? null : readCursor(request.cursor);
  const accounts = await walletAccounts(database, request.ledgerId, request.customer);
  if (!accounts) throw new Problem('WALLET_NOT_FOUND', { details: { customer: request.customer } });
  const wanted = accounts.filter(({ assetId }) => request.assetId === null || assetId === request.assetId);
  const start = new Map(
    wanted.map((account) => [account.id, from ? (from.get(account.assetId) ?? 0n) : account.seq + 1n]),
  );
  const bounds = [...start].map(([accountId, before]) => ({ accountId, before }));

  // One more than asked for tells whether there is another page.
  const found = await accountHistory(database, request.ledgerId, bounds, request.limit + 1);
  const page = found.slice(0, request.limit);
  const assetIds = new Map(wanted.map(({ id, assetId }) => [id, assetId]));
  const rows = page.map((entry) => ({ entry, assetId: assetIds.get(entry.accountId) as number }));
  return {
    user_id: request.customer,
    transactions: await withAssets(assets, rows, ({ entry }, asset) => presentEntry(entry, asset.code)),
    next_cursor: found.length > page.length ? writeCursor(cursorAfter(page, wanted, start)) : null,
  };
}

function cursorAfter(page: readonly HistoryEntry[], accounts: readonly WalletAccount[], start: Map<bigint, bigint>) {
  const before = new Map(start);
  for (const { accountId, seq } of page) before.set(accountId, seq);
  return new Map(accounts.map(({ id, assetId }) => [assetId, before.get(id) as bigint]));
}
