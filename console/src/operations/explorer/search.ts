import { day, given, minor, oneOf, text } from '../filters/search.ts';

export const STATUSES = ['POSTED', 'REVERSED', 'REVERSAL'] as const;
export type Status = (typeof STATUSES)[number];

export const ENTRY_TYPES = [
  'DEPOSIT',
  'BONUS',
  'SPEND',
  'PAYMENT',
  'WITHDRAWAL',
  'TRANSFER_OUT',
  'TRANSFER_IN',
  'SALE_ON_CREDIT',
  'CHANGE_TO_BALANCE',
  'BALANCE_CONSUMPTION',
  'SALE_VOIDED',
  'REVERSAL',
  'POINTS',
] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** The filters of the ledger explorer as its address has them. */
export interface ExplorerSearch {
  /** Days on which things happened, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly type?: EntryType | undefined;
  readonly currency?: string | undefined;
  /** Minor units of the currency. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** A kind of accounts such as `wallet`, or a family such as `cash`. */
  readonly account?: string | undefined;
  readonly customer?: string | undefined;
  readonly store?: string | undefined;
  readonly actor?: string | undefined;
  readonly reference?: string | undefined;
  readonly status?: Status | undefined;
  /** Where the page begins; the newest entries without it. */
  readonly cursor?: string | undefined;
}

export const explorerSearch = (search: Record<string, unknown>): ExplorerSearch =>
  given({
    from: day(search.from),
    to: day(search.to),
    type: oneOf(search.type, ENTRY_TYPES),
    currency: text(search.currency),
    min: minor(search.min),
    max: minor(search.max),
    account: text(search.account),
    customer: text(search.customer),
    store: text(search.store),
    actor: text(search.actor),
    reference: text(search.reference),
    status: oneOf(search.status, STATUSES),
    cursor: text(search.cursor),
  });
