/**
 * What goes over a socket: names, and what comes with them. It imports nothing, so that a client can share it.
 * A place is where an event stands in its ledger, `height.index.n`; they grow, and `after` takes any of them.
 */

/** A number where the customer's id is one, as everywhere on the customer-wallet face. */
export type CustomerId = number | string;

/** How clients know an event again: `eventId` is the same however often it is told. */
export interface FeedPlace {
  readonly eventId: string;
  readonly place: string;
}

interface OfWallet {
  readonly customerId: CustomerId;
  readonly walletId: number;
}

/** Amounts are major units of their currency. */
export interface WalletCreated extends FeedPlace, OfWallet {
  readonly id: number;
  readonly user_id: CustomerId;
  readonly type: string;
  readonly currency: string;
  readonly balance: number;
}

export interface Movement {
  readonly id: number;
  readonly wallet_id: number;
  readonly type: string;
  readonly amount: number;
  readonly currency: string;
  readonly status: string;
}

export interface WalletMoved extends FeedPlace, OfWallet, Movement {}

export interface PaymentProcessed extends FeedPlace, OfWallet {
  readonly id: number;
  readonly customer_id: CustomerId;
  readonly order_id: CustomerId;
  readonly amount: number;
  readonly payment_method: string;
  readonly status: string;
}

/** Any change of any of the customer's accounts, whatever made it. */
export interface BalanceChanged extends FeedPlace {
  readonly customerId: CustomerId;
  /** Null for what they owe, and for what is held: these are not wallets. */
  readonly walletId: number | null;
  /** `wallet`, `receivable` or `held`. */
  readonly account: string;
  readonly currency: string;
  readonly transactionId: string;
  readonly change: number;
  readonly balance: number;
  /** The account's running number: of two balances the one with the higher version is the newer. */
  readonly version: number;
}

/** A reading is not recorded, and so has no place. */
export interface BalanceRetrieved extends OfWallet {
  readonly balance: number;
  readonly currency: string;
  readonly type: string;
}

export interface TransactionsRetrieved extends OfWallet {
  readonly transactions: readonly Movement[];
}

export interface Ready {
  /** Where the ledger stands now. */
  readonly place: string;
  /** True where nothing is sent before `wallet:resume`, because the client said `resume` in its `auth`. */
  readonly held: boolean;
  /** When the token ends, in milliseconds since 1970. */
  readonly expires: number;
}

export interface SocketError {
  readonly status: 'error';
  readonly code: string;
  /** One sentence in the language of the handshake's Accept-Language. */
  readonly message: string;
}

export type Answer<Data> = SocketError | { readonly status: 'success'; readonly data: Data };
type Ack<Data> = (answer: Answer<Data>) => void;

/** What the client says in `auth`. */
export interface SocketAuth {
  readonly token: string;
  /** Hold everything back until `wallet:resume`. */
  readonly resume?: boolean;
}

export interface Resumed {
  /** Everything that was missed has been sent, and live events follow. Otherwise resume again, after `next`. */
  readonly complete: boolean;
  readonly next: string;
}

export interface ServerEvents {
  'wallet:created': (event: WalletCreated) => void;
  'wallet:funds_added': (event: WalletMoved) => void;
  'wallet:funds_withdrawn': (event: WalletMoved) => void;
  'wallet:payment_processed': (event: PaymentProcessed) => void;
  'wallet:gamification_reward': (event: WalletMoved) => void;
  'wallet:balance_retrieved': (event: BalanceRetrieved) => void;
  'wallet:transactions_retrieved': (event: TransactionsRetrieved) => void;
  'wallet:balance_changed': (event: BalanceChanged) => void;
  'wallet:ready': (event: Ready) => void;
  /** Said before the server ends a connection. */
  'wallet:error': (error: SocketError) => void;
}

export interface ClientEvents {
  'wallet:subscribe': (input: { readonly customerId: CustomerId }, ack: Ack<{ customerId: CustomerId }>) => void;
  'wallet:unsubscribe': (input: { readonly customerId: CustomerId }, ack: Ack<{ customerId: CustomerId }>) => void;
  'wallet:resume': (input: { readonly after: string }, ack: Ack<Resumed>) => void;
  'wallet:authenticate': (input: { readonly token: string }, ack: Ack<{ expires: number }>) => void;
}

export type ServerEvent = keyof ServerEvents;
export type ClientEvent = keyof ClientEvents;
