/** A credit slip: goods that a customer took and has not, or not wholly, paid. */

/** OPEN: nothing paid. PARTIALLY_PAID. CLOSED: wholly paid. VOID: taken back, for ever. */
export const SLIP_STATUSES = ['OPEN', 'PARTIALLY_PAID', 'CLOSED', 'VOID'] as const;
export type SlipStatus = (typeof SLIP_STATUSES)[number];

/** Something to be paid, in minor units of the slip's asset. What remains follows, so that the two always add up. */
export interface Part {
  readonly total: bigint;
  readonly paid: bigint;
}

export const remaining = (part: Part): bigint => part.total - part.paid;

export interface SlipLine extends Part {
  readonly itemId: string;
  readonly description: string;
  readonly quantity: bigint;
  readonly unitPrice: bigint;
}

/** A slip as it stands; its own total is the grand total, always above zero: subtotal + tax - discount. */
export interface SlipState extends Part {
  readonly id: string;
  readonly number: string;
  /** The transaction that booked the sale. */
  readonly transaction: string;
  readonly customer: string;
  readonly store: string;
  readonly asset: string;
  readonly occurredAt: Date;
  readonly status: SlipStatus;
  readonly lines: readonly SlipLine[];
  readonly tax: bigint;
  readonly discount: bigint;
  /** Tax less discount: what is paid after the lines. Below zero where the discount is the larger. */
  readonly charges: Part;
  /** 1 when created, one more with each change. */
  readonly version: number;
}

export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

export const isOpen = (slip: SlipState): boolean => slip.status === 'OPEN' || slip.status === 'PARTIALLY_PAID';

/** What a sale brings the house. The discount reduces the sales; what is more than the goods cost reduces the tax. */
export function proceeds(slip: Pick<SlipState, 'total' | 'charges' | 'tax' | 'discount'>): {
  readonly sales: bigint;
  readonly tax: bigint;
} {
  const subtotal = slip.total - slip.charges.total;
  const off = least(slip.discount, subtotal);
  return { sales: subtotal - off, tax: slip.tax - (slip.discount - off) };
}

/** `CS-<yyyymmddhhmmss, UTC>-<8 hex>`. The hex is the end of the slip's uuid, which is its random part. */
export function slipNumber(id: string, occurredAt: Date): string {
  const time = occurredAt
    .toISOString()
    .replace(/\.[0-9]+Z$/, '')
    .replace(/[^0-9]/g, '');
  return `CS-${time}-${id.slice(-8).toUpperCase()}`;
}
