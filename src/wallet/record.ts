/** An operation as it stands in the books: what every answer, replay, history and event is made of. */
import type { AccountRef } from '../ledger/account.ts';
import type { Direction, EntryType } from '../ledger/posting.ts';
import type { JsonObject } from './operation.ts';

export interface RecordedEntry {
  readonly account: AccountRef & { readonly id: bigint };
  readonly direction: Direction;
  /** Minor units of the account's asset, as are the balances. */
  readonly amount: bigint;
  readonly type: EntryType;
  /** The account's running number: 1 for its first entry, without gaps. */
  readonly seq: bigint;
  readonly balanceBefore: bigint;
  readonly balanceAfter: bigint;
}

export interface OperationRecord {
  /** Also the id of its transaction, where it moved money. */
  readonly id: string;
  readonly operation: string;
  /** Where it stands in its ledger: the block, and its place in the block. */
  readonly height: bigint;
  readonly index: number;
  readonly customer: string | null;
  readonly reference: string | null;
  readonly reverses: string | null;
  readonly data: JsonObject;
  /** When it happened, as its caller says. */
  readonly occurredAt: Date;
  /** When it was recorded, by the database's clock. */
  readonly recordedAt: Date;
  readonly entries: readonly RecordedEntry[];
}

/** The entry of an operation in its own customer's wallet: what it moved, not the points that it earned. */
export function movementOf({ id, customer, entries }: OperationRecord): RecordedEntry {
  const entry = entries.find(
    ({ account, type }) => account.kind === 'wallet' && account.owner === customer && type !== 'POINTS',
  );
  if (!entry) throw new Error(`operation ${id} moved nothing in a wallet`);
  return entry;
}
