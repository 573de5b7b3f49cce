/** What spec/customer-wallet.md tells of a wallet. */
import type { FastifyReply } from 'fastify';
import { placeOf } from '../../../ledger/transaction-number.ts';
import type { Database } from '../../../queries/database.ts';
import { type Wallet, walletEntries, walletEntriesAt } from '../../../queries/wallets.ts';
import { everyone } from '../access.ts';
import type { App, Services } from '../app.ts';
import { principalOf } from '../principal.ts';
import { invalid, Problem } from '../problem.ts';
import { type WalletFinder, walletNumber } from './find.ts';
import { presentBalance, presentEntry, presentTransaction } from './present.ts';
import { balanceSchema, transactionSchema, transactionsSchema } from './schema.ts';

const NUMBER = /^[1-9][0-9]{0,15}$/;

export function customerWalletReadRoutes(app: App, { database, tellRead }: Services, finder: WalletFinder): void {
  const config = { access: everyone('handler') };
  const success = <Data>(data: Data) => ({ status: 'success' as const, data });

  app.get('/:walletId/balance', { schema: balanceSchema, config }, async (request) => {
    const principal = principalOf(request);
    const { wallet, asset } = await finder.read(principal, walletNumber(request.params.walletId));
    const data = presentBalance(wallet, asset);
    tellRead?.({ kind: 'balance', ledgerId: principal.ledgerId, wallet, data });
    return success(data);
  });

  app.get('/:walletId/transactions', { schema: transactionsSchema, config }, async (request, reply) => {
    const principal = principalOf(request);
    const { wallet, asset } = await finder.read(principal, walletNumber(request.params.walletId));
    const { limit } = request.query;
    const before = await startOf(database, principal.ledgerId, wallet, request.query);
    const page = await walletEntries(database, principal.ledgerId, wallet.id, { before, limit });
    const data = page.map((entry) => presentEntry(wallet, entry, asset));
    reply.header('x-total-count', wallet.seq.toString());
    const [last, lastEntry] = [data.at(-1), page.at(-1)];
    if (last && lastEntry && lastEntry.seq > 1n) linkNext(reply, wallet, last.id, limit);
    tellRead?.({ kind: 'transactions', ledgerId: principal.ledgerId, wallet, data });
    return success(data);
  });

  app.get('/:walletId/transactions/:id', { schema: transactionSchema, config }, async (request) => {
    const principal = principalOf(request);
    const { id } = request.params;
    const { wallet, asset } = await finder.read(principal, walletNumber(request.params.walletId));
    const entries = NUMBER.test(id)
      ? await walletEntriesAt(database, principal.ledgerId, wallet.id, placeOf(BigInt(id)))
      : [];
    const [entry] = entries;
    if (!entry) throw new Problem('TRANSACTION_NOT_FOUND', { details: { transaction_id: id } });
    return success(presentTransaction(wallet, entry, asset));
  });
}

interface Page {
  readonly limit: number;
  readonly page?: number;
  readonly cursor?: string;
}

/** The running number below which a page begins. Throws VALIDATION_ERROR. */
async function startOf(
  database: Database,
  ledgerId: bigint,
  wallet: Wallet,
  { limit, page, cursor }: Page,
): Promise<bigint> {
  if (cursor === undefined) return wallet.seq + 1n - BigInt((page ?? 1) - 1) * BigInt(limit);
  if (page !== undefined) throw invalid('page', 'must not stand beside cursor');
  const seen = await walletEntriesAt(database, ledgerId, wallet.id, placeOf(BigInt(cursor)));
  const last = seen.at(-1);
  if (!last) throw invalid('cursor', 'must be the id of a transaction of this wallet');
  return last.seq;
}

const linkNext = (reply: FastifyReply, { id }: Wallet, last: bigint, limit: number): void => {
  const next = `/api/v1/customer/wallet/${id}/transactions?limit=${limit}&cursor=${last}`;
  reply.header('link', `<${next}>; rel="next"`);
};
