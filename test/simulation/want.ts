/** What clients want done: each is one operation with a name of its own, which is its idempotency key. */

export const KINDS = [
  'topup',
  'bonus',
  'spend',
  'addFunds',
  'withdraw',
  'pay',
  'credit',
  'slip',
  'payment',
  'paySlip',
  'apply',
  'change',
  'void',
  'manual',
  'direct',
  'transfer',
  'batchTopup',
  'batchSpend',
  'reverse',
  'open',
] as const;
export type Kind = (typeof KINDS)[number];

export const ASSETS = ['USD', 'TZS'] as const;
export type AssetCode = (typeof ASSETS)[number];

export interface Want {
  /** Unique: the idempotency key or reference that every attempt carries. */
  readonly name: string;
  readonly kind: Kind;
  readonly customer: string;
  /** To whom a transfer goes. */
  readonly other?: string;
  readonly asset: AssetCode;
  /** Minor units; of a slip, the price of its one item. */
  readonly amount: bigint;
  /** Of a slip: when it was made out. */
  readonly at?: string;
  /** The earlier operation that this is about: the slip that is paid or voided, what is taken back. */
  readonly about?: Done;
}

/** An operation that was recorded, as its client was told. */
export interface Done {
  readonly want: Want;
  /** The parsed body of the first answer; of a batch, the outcome's data. */
  // biome-ignore lint/suspicious/noExplicitAny: answers differ by face, and are compared field by field.
  readonly answer: any;
}

/** The id of a slip that a client has made out. */
export const slipIdOf = ({ answer }: Done): string => answer.slip_id;

/** Whose balances it touches, as `customer asset`. */
export const keysOf = ({ customer, other, asset }: Want): string[] =>
  [customer, ...(other ? [other] : [])].map((who) => `${who} ${asset}`);
