/** The chart of accounts: which accounts there can be, and between which bounds each kind's balance stays. */
import { MAX_BALANCE } from './money.ts';

/** Which account is meant. The owner of the house's own accounts is the empty text. */
export interface AccountRef {
  readonly owner: string;
  readonly asset: string;
  readonly kind: AccountKind;
}

export const CUSTOMER_KINDS = ['wallet', 'receivable', 'held'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

/** A house account's kind is its family, and where it has several, what tells them apart: `clearing:stripe`. */
export type HouseFamily = 'clearing' | 'cash' | 'payout' | 'revenue' | 'bonus' | 'points' | 'sales' | 'tax';
export type AccountKind = CustomerKind | HouseFamily | `${HouseFamily}:${string}`;

/** What a customer holds with us. Never below zero. */
export const wallet = (customer: string, asset: string): AccountRef => ({ owner: customer, asset, kind: 'wallet' });

/** What a customer owes us, as a balance of zero or less. */
export const receivable = (customer: string, asset: string): AccountRef => ({
  owner: customer,
  asset,
  kind: 'receivable',
});

/** One of the house's own accounts, such as `house('GBP', 'clearing', 'stripe')`. */
export function house(asset: string, family: HouseFamily, ...parts: readonly string[]): AccountRef {
  const kind: AccountKind = parts.length === 0 ? family : `${family}:${parts.join(':')}`;
  return { owner: '', asset, kind };
}

/** Lowest and highest balance an account of this kind may ever have, in minor units. */
export function bounds(kind: AccountKind): { readonly floor: bigint; readonly ceiling: bigint } {
  switch (kind) {
    case 'wallet':
    case 'held':
      return { floor: 0n, ceiling: MAX_BALANCE };
    case 'receivable':
      return { floor: -MAX_BALANCE, ceiling: 0n };
    default:
      return { floor: -MAX_BALANCE, ceiling: MAX_BALANCE };
  }
}

/** A text that is the same for equal references and no others: ids hold no line feed. */
export const accountKey = (ref: AccountRef): string => `${ref.owner}\n${ref.asset}\n${ref.kind}`;
