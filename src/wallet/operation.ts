/**
 * The form of every change of money: what an operation needs to see, and a pure decision over it.
 * No I/O, no clock and no randomness in here; they come in as arguments.
 */
import type { AccountRef } from '../ledger/account.ts';
import type { Asset } from '../ledger/asset.ts';
import type { Posting } from '../ledger/posting.ts';
import type { Refusal } from './errors.ts';
import type { Earning, PointAction, PointRule } from './points.ts';
import type { ProductFacts } from './slip/rows.ts';
import type { SlipState } from './slip/slip.ts';

/** A value that JSON can carry. Whole numbers only: amounts inside are texts of minor units. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** What the engine loads, set-wise for a whole batch, before it asks for a decision. */
export interface Needs {
  readonly accounts: readonly AccountRef[];
  /** Ids of earlier transactions, for an operation that builds on them; their reversalAccounts and reversalSlips come along. */
  readonly transactions?: readonly string[];
  /** Ids of credit slips; their slipAccounts come along. */
  readonly slips?: readonly string[];
  /** Customers whose open slips in an asset must all be seen. */
  readonly openSlips?: readonly { readonly customer: string; readonly asset: string }[];
  /** What may earn points: where a rule for it is in force, its pointAccounts come along. */
  readonly earns?: Earning;
}

/** An account as it stands at this point of the batch. One that was never used has a balance of zero. */
export interface AccountState {
  readonly exists: boolean;
  /** Minor units of the account's asset. */
  readonly balance: bigint;
}

/** An earlier transaction as it is recorded. */
export interface RecordedTransaction {
  readonly id: string;
  readonly operation: string;
  readonly customer: string | null;
  readonly reverses: string | null;
  readonly reversed: boolean;
  readonly postings: readonly Posting[];
  /** Where its money went, if it paid credit slips; null is the wallet. */
  readonly allocations?: readonly { readonly slip: string | null; readonly amount: bigint }[];
}

/** The state that an operation decides over: committed rows, and what its elders in the batch decided. */
export interface View {
  asset(code: string): Asset | null;
  account(ref: AccountRef): AccountState;
  /** Whether any account of this customer was ever opened in this ledger. */
  knows(customer: string): boolean;
  /** Whether this customer's accounts take no debits for now. */
  frozen(customer: string): boolean;
  /** How much the customer may owe in an asset, in minor units; null for no limit. For customers whose receivable is needed. */
  creditLimit(customer: string, asset: string): bigint | null;
  transaction(id: string): RecordedTransaction | null;
  slip(id: string): SlipState | null;
  /** The rule by which an action in an asset earns points, where one is in force. */
  pointRule(action: PointAction, asset: string): PointRule | null;
  /** The open and partially paid slips of a customer in an asset, by occurredAt, then by id. */
  openSlips(customer: string, asset: string): readonly SlipState[];
}

/** The facts to record. */
export interface Facts {
  /** Whom it concerns, for the audit trail and the events; null for the house alone. */
  readonly customer: string | null;
  /** Empty for an operation that moves no money, otherwise balanced in each asset. */
  readonly postings: readonly Posting[];
  /** Accounts to open even though nothing is posted to them. */
  readonly opens?: readonly AccountRef[];
  /** Accounts whose exact balance this decision was made on: if it is another at commit, the operation decides again. */
  readonly exact?: readonly AccountRef[];
  /** The transaction that this one takes back; at most one can ever do so. */
  readonly reverses?: string;
  /** The rows of slips and payments that stand beside the entries. */
  readonly product?: ProductFacts;
  /** What the answer, the audit trail and the events need beyond the entries. */
  readonly data?: JsonObject;
}

export type Decision = { readonly refusal: Refusal } | { readonly facts: Facts };

export interface Operation<Name extends string = string, Input = never> {
  readonly name: Name;
  needs(input: Input): Needs;
  /** Checks in order of precedence; after the last of them the operation must succeed. */
  decide(input: Input, view: View): Decision;
}

export const decided = (facts: Facts): Decision => ({ facts });
