/** What a screen wants done, and what becomes of it on its way to the service. */
import type { ApiError } from '../api/problems.ts';

/** Whose queue it is: nobody else on a shared till ever sees it. */
export interface Scope {
  readonly ledger: string;
  readonly subject: string;
}

/** What the outbox shows of an intent. */
export interface IntentLabel {
  /** Minor units of the asset, as text. */
  readonly amount: string | null;
  readonly asset: string | null;
  readonly customerName: string | null;
}

/** One write: sent as it is, however late. Amounts in the body may be `bigint`. */
export interface Intent {
  /** The operation's name, such as `slipCreate`. */
  readonly operation: string;
  readonly customer: string | null;
  readonly method: 'POST';
  readonly path: string;
  readonly body: unknown;
  readonly label: IntentLabel;
  /** A supervisor's leave for exactly this request, as the service has given it. */
  readonly approval?: string | undefined;
}

/** Why the service refused: what is kept of an `ApiError`. */
export type Problem = Pick<ApiError, 'status' | 'code' | 'message' | 'requestId' | 'fields' | 'details'>;

/** Why an intent still waits after an attempt. */
export type Hindrance = 'unreachable' | 'busy' | 'failing' | 'signIn';

interface Saved {
  /** Of the scope: the first part of the key. */
  readonly scope: string;
  /** The place in the queue; it counts writes, so that no clock has a say in their order. */
  readonly sequence: number;
  /** The idempotency key. */
  readonly id: string;
  /** What the customer's paper says until the official number is known, such as `K7QM-0147`. */
  readonly reference: string;
  readonly operation: string;
  readonly customer: string | null;
  readonly method: 'POST';
  readonly path: string;
  readonly label: IntentLabel;
  /** When it was queued, by the service's clock; null where that was never heard. */
  readonly queuedAt: string | null;
}

/** An intent that the service has not answered for good. */
export interface UnsentIntent extends Saved {
  readonly state: 'waiting' | 'sending' | 'attention';
  /** The request's body to the letter: the same key always carries the same text. */
  readonly body: string;
  readonly approval?: string | undefined;
  readonly attempts: number;
  readonly hindrance: Hindrance | null;
  /** Set while it needs attention. */
  readonly problem: Problem | null;
}

/** What the service says of a deed that it has done. */
export interface Carried {
  readonly answer: unknown;
  /** Whether the answer came from an earlier attempt, the answer of which was lost. */
  readonly replayed: boolean;
  /** What it stands under in the books; null where it is not of money. */
  readonly transaction: string | null;
}

/** An intent that was carried out. */
export interface SettledIntent extends Saved, Carried {
  readonly state: 'done';
}

export type QueuedIntent = UnsentIntent | SettledIntent;

/** An unsent intent that a supervisor took out of the queue. */
export interface Discard {
  readonly scope: string;
  readonly sequence: number;
  readonly intent: UnsentIntent;
  readonly by: string;
  readonly reason: string;
  readonly at: string | null;
}

export const scopeName = ({ ledger, subject }: Scope): string => JSON.stringify([ledger, subject]);

/** Which intents keep their order: those of one customer; one without a customer is alone. */
export const laneOf = ({ customer, id }: Pick<Saved, 'customer' | 'id'>): string =>
  customer === null ? `intent ${id}` : `customer ${customer}`;
