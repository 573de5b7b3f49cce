import type { AccountStatus, CustomerBalance } from '../../../queries/customer-balances.ts';
import type { SlipView } from '../../../queries/slip-views.ts';
import { amountOrNull } from '../../wire/amounts.ts';
import { timeOut } from './fields.ts';
import type { Pagination } from './read-schema.ts';

/** The document's formula over all that the customer holds and owes, and beside it what the two accounts say. */
export function presentBalance(
  { wallet, receivable, openSlips, openTotal, creditLimit }: Omit<CustomerBalance, 'assetId'>,
  status: AccountStatus,
) {
  const balance = wallet + receivable;
  return {
    balance_cents: balance,
    wallet_cents: balance > 0n ? balance : 0n,
    outstanding_cents: balance < 0n ? -balance : 0n,
    open_slips_count: openSlips,
    open_slips_total: openTotal,
    wallet_available_cents: wallet,
    credit_limit_cents: amountOrNull(creditLimit),
    account_status: status,
  };
}

export const presentSlip = (slip: SlipView) => ({
  _id: slip.id,
  slip_number: slip.number,
  customer_id: slip.customer,
  store_id: slip.store,
  currency: slip.asset,
  status: slip.status,
  lines: slip.lines.map((line) => ({
    item_id: line.itemId,
    description: line.description,
    quantity: line.quantity,
    unit_price_cents: line.unitPrice,
    line_total_cents: line.total,
    paid_cents: line.paid,
    remaining_cents: line.total - line.paid,
  })),
  totals: {
    subtotal_cents: slip.total - slip.tax + slip.discount,
    tax_cents: slip.tax,
    discount_cents: slip.discount,
    grand_total_cents: slip.total,
    paid_cents: slip.paid,
    remaining_cents: slip.total - slip.paid,
  },
  occurred_at: timeOut(slip.occurredAt),
  created_at: timeOut(slip.createdAt),
  updated_at: timeOut(slip.updatedAt),
});

export function paginationOf(page: number, perPage: number, total: bigint): Pagination {
  const pages = (total + BigInt(perPage) - 1n) / BigInt(perPage);
  return {
    current_page: page,
    per_page: perPage,
    total_entries: total,
    total_pages: pages,
    has_next: BigInt(page) < pages,
    has_prev: page > 1,
  };
}
