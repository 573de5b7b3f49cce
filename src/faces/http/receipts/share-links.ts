/** Links that open one receipt for whoever has them, for a while: all that they say is sealed, so that none can be made up. */
import type { Sealer } from '../../webhooks/sealer.ts';

export interface SharedReceipt {
  readonly ledgerId: bigint;
  readonly transactionId: string;
  /** Whose receipt it is. */
  readonly holder: string | null;
  readonly expiresAt: Date;
}

const PLACE = 'shared receipt';

export function writeShareToken(sealer: Sealer, { ledgerId, transactionId, holder, expiresAt }: SharedReceipt): string {
  const text = JSON.stringify([ledgerId.toString(), transactionId, holder, expiresAt.getTime()]);
  return sealer.seal(text, PLACE).toString('base64url');
}

/** Null for what is not a token of ours, or not any more. */
export function readShareToken(sealer: Sealer, token: string, now: Date): SharedReceipt | null {
  let text: string;
  try {
    text = sealer.open(Buffer.from(token, 'base64url'), PLACE);
  } catch {
    return null;
  }
  const [ledger, transactionId, holder, expires] = JSON.parse(text) as [string, string, string | null, number];
  const expiresAt = new Date(expires);
  return expiresAt > now ? { ledgerId: BigInt(ledger), transactionId, holder, expiresAt } : null;
}
