/** Taking something back: what can be, by which request, and what comes of it. */
import type { Intent } from '../../outbox/intent.ts';
import type { Posting, Transaction } from './Entry.tsx';

/** Whether the service would hear of it at all; it decides. A reversal is final, and what was reversed stays so. */
export const isReversible = ({ reversed_by, reverses, operation }: Transaction): boolean =>
  reversed_by === null && reverses === null && operation !== 'slipVoid';

/** The same accounts and amounts, the other way round. */
export const mirrorOf = (postings: readonly Posting[]): Posting[] =>
  postings.map((posting) => ({ ...posting, direction: posting.direction === 'DEBIT' ? 'CREDIT' : 'DEBIT' }));

/** A sale is voided with its slip; whatever else is mirrored. */
export function reversalOf(transaction: Transaction, reason: string, customerName: string): Intent {
  const { operation, transaction_id, user_id, entries } = transaction;
  const slip = operation === 'slipCreate' ? slipOf(transaction) : null;
  const first = entries[0];
  return {
    operation: slip === null ? 'transactionReverse' : 'slipVoid',
    customer: user_id,
    method: 'POST',
    path:
      slip === null
        ? `/api/v1/transactions/${transaction_id}/reverse`
        : `/api/wallet/credit-slips/${encodeURIComponent(slip)}/void`,
    body: { reason },
    label: { amount: first ? String(first.amount) : null, asset: first?.asset_code ?? null, customerName },
  };
}

function slipOf({ details }: Transaction): string | null {
  const { slip_id } = (details ?? {}) as { slip_id?: unknown };
  return typeof slip_id === 'string' ? slip_id : null;
}

export type Consequence = 'kept' | 'slipVoid' | 'slipPaidBack' | 'slipReopens' | 'walletLess' | 'walletMore';

/** What somebody should know before they do it. */
export function consequencesOf({ operation, entries }: Transaction): Consequence[] {
  if (operation === 'slipCreate') return ['slipVoid', 'slipPaidBack', 'kept'];
  const moved = (kind: string, direction: string) =>
    entries.some((entry) => entry.owner !== null && entry.kind === kind && entry.direction === direction);
  return [
    ...(moved('receivable', 'CREDIT') ? (['slipReopens'] as const) : []),
    ...(moved('wallet', 'CREDIT') ? (['walletLess'] as const) : []),
    ...(moved('wallet', 'DEBIT') ? (['walletMore'] as const) : []),
    'kept',
  ];
}
