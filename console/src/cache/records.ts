/** What a till knows without asking. Amounts are minor units; every balance says as of when it is known. */

export interface CachedCustomer {
  readonly id: string;
  readonly name: string | null;
  readonly nickname: string | null;
  readonly phone: string | null;
  readonly code: string | null;
  readonly frozen: boolean;
}

export interface KnownBalance {
  readonly currency: string;
  readonly wallet: bigint;
  /** What is owed, as a positive number. */
  readonly owes: bigint;
  /** The most that may be owed, null for no limit; absent where it was not read with the balance. */
  readonly creditLimit?: bigint | null;
}

export interface OpenSlip {
  readonly id: string;
  readonly number: string;
  readonly currency: string;
  readonly status: string;
  readonly occurredAt: string;
  readonly total: bigint;
  readonly paid: bigint;
  readonly remaining: bigint;
}

export interface KnownAccount {
  readonly customer: string;
  /** By the service's clock. */
  readonly asOf: string;
  readonly balances: readonly KnownBalance[];
  /** Absent where it was not read with the balances. */
  readonly frozen?: boolean;
  /** Oldest first; null where only the balances are known. */
  readonly slips: readonly OpenSlip[] | null;
}

export interface StorePrice {
  readonly store: string;
  /** Null where the till asks for it. */
  readonly price: bigint | null;
  readonly available: boolean;
}

export interface CachedVariant {
  readonly id: string;
  /** Its options, such as `Large / Hot`; empty where the product has one variant. */
  readonly name: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly price: bigint | null;
  readonly stores: readonly StorePrice[];
}

export interface CachedProduct {
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  readonly color: string | null;
  readonly variants: readonly CachedVariant[];
}

export interface Catalogue {
  readonly currency: string;
  readonly products: readonly CachedProduct[];
}

/** So many customers as the service gives at a time, and what they had then. */
export interface CustomerPage {
  readonly asOf: string;
  readonly customers: readonly { readonly customer: CachedCustomer; readonly balances: readonly KnownBalance[] }[];
}
