/** Approvers and what they have approved. Secrets come in as hashes. */
import { type Change, changeLine, changeValues } from './changes.ts';
import type { Database } from './database.ts';

export const MOST_FAILURES = 5;

export interface Approver {
  readonly subject: string;
  readonly role: string;
  readonly locked: boolean;
  readonly changedAt: Date;
}

export interface SealedPin {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

export async function approvers(database: Database, ledgerId: bigint): Promise<Approver[]> {
  const { rows } = await database.query<Omit<Approver, 'changedAt'> & { changed_at: Date }>(
    'select subject, role, failures >= $2 as locked, changed_at from approvers where ledger_id = $1 order by subject',
    [ledgerId, MOST_FAILURES],
  );
  return rows.map(({ changed_at, ...row }) => ({ ...row, changedAt: changed_at }));
}

/** Sets the PIN of whoever makes the change; it counts again where it was locked. */
export async function putPin(database: Database, ledgerId: bigint, pin: SealedPin, change: Change): Promise<void> {
  await database.query(
    `with line as (${changeLine(5)})
     insert into approvers (ledger_id, subject, role, salt, hash, changed_at)
     values ($1, $${8 + 1}, $2, $3, $4, date_trunc('milliseconds', now()))
     on conflict (ledger_id, subject) do update
       set role = excluded.role, salt = excluded.salt, hash = excluded.hash, failures = 0, changed_at = excluded.changed_at`,
    [ledgerId, change.caller.role, pin.salt, pin.hash, ...changeValues(change)],
  );
}

/** Whether there was one. */
export async function removeApprover(database: Database, ledgerId: bigint, subject: string, change: Change) {
  const { rows } = await database.query(
    `with gone as (delete from approvers where ledger_id = $1 and subject = $2 returning subject),
          line as (${changeLine(3, 'gone')})
     select from gone`,
    [ledgerId, subject, ...changeValues(change)],
  );
  return rows.length > 0;
}

/**
 * The PIN to compare with, counted as a wrong one already: so many tries at once are as many as one after another.
 * `locked` where there were too many before; null where the person has none.
 */
export async function tryPin(
  database: Database,
  ledgerId: bigint,
  subject: string,
): Promise<SealedPin | 'locked' | null> {
  const counted = await database.query<SealedPin>(
    `update approvers set failures = failures + 1
      where ledger_id = $1 and subject = $2 and failures < $3 returning salt, hash`,
    [ledgerId, subject, MOST_FAILURES],
  );
  if (counted.rows[0]) return counted.rows[0];
  const { rows } = await database.query('select from approvers where ledger_id = $1 and subject = $2', [
    ledgerId,
    subject,
  ]);
  return rows.length > 0 ? 'locked' : null;
}

export interface NewApproval {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly requestHash: Buffer;
  readonly operation: string;
  readonly approver: string;
  readonly requester: string;
  readonly lifetimeSeconds: number;
}

/** Records an approval whose PIN was right, and gives the time at which it ends. */
export async function addApproval(
  database: Database,
  ledgerId: bigint,
  approval: NewApproval,
  change: Change,
): Promise<Date> {
  const { id, tokenHash, requestHash, operation, approver, requester, lifetimeSeconds } = approval;
  const { rows } = await database.query<{ expires_at: Date }>(
    `with right_pin as (update approvers set failures = 0 where ledger_id = $1 and subject = $6),
          line as (${changeLine(9)})
     insert into approvals (ledger_id, id, token_hash, request_hash, operation, approver, requester, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, date_trunc('milliseconds', now()),
             date_trunc('milliseconds', now()) + $8 * interval '1 second')
     returning expires_at`,
    [ledgerId, id, tokenHash, requestHash, operation, approver, requester, lifetimeSeconds, ...changeValues(change)],
  );
  return (rows[0] as { expires_at: Date }).expires_at;
}

export interface Redemption {
  readonly tokenHash: Buffer;
  readonly requestHash: Buffer;
  readonly requester: string;
  /** The idempotency key of the request: the first one is the only one, and may come as often as it likes. */
  readonly key: string;
}

/** Who approved this very request; null where nobody did, the approval is over, or it went to another key. */
export async function redeemApproval(
  database: Database,
  ledgerId: bigint,
  redemption: Redemption,
): Promise<string | null> {
  const { tokenHash, requestHash, requester, key } = redemption;
  const { rows } = await database.query<{ approver: string }>(
    `update approvals set used_key = $5, used_at = coalesce(used_at, date_trunc('milliseconds', now()))
      where ledger_id = $1 and token_hash = $2 and request_hash = $3 and requester = $4
        and (used_key = $5 or (used_key is null and expires_at > now()))
     returning approver`,
    [ledgerId, tokenHash, requestHash, requester, key],
  );
  return rows[0]?.approver ?? null;
}
