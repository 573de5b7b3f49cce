import type { Outbound } from '../outbound/outbound.ts';
import { fieldSentence } from '../wire/field-error.ts';
import { Problem } from './problem.ts';

/** Throws ADDRESS_REFUSED, with the name of the field, for an address that must not be called. */
export async function assertCallable(outbound: Outbound, field: string, url: string): Promise<void> {
  const refusal = await outbound.check(url);
  if (!refusal) return;
  const errors = [{ field, message: refusal.message }];
  throw new Problem('ADDRESS_REFUSED', { detail: fieldSentence(errors), errors });
}
