/** How a customer is called and told apart at the till. */
import type { CachedCustomer } from '../../cache/records.ts';

/** The name that is on their papers, else whatever they are known by. */
export const nameOf = ({ name, nickname, id }: Pick<CachedCustomer, 'name' | 'nickname' | 'id'>): string =>
  name ?? nickname ?? id;

const SHOWN_DIGITS = 3;

/** Enough of a number to know whose it is, and too little to call it: others look at a till's screen as well. */
export function maskedPhone(phone: string | null): string | null {
  const digits = phone?.replace(/\D/g, '') ?? '';
  return digits.length <= SHOWN_DIGITS ? null : `••• ${digits.slice(-SHOWN_DIGITS)}`;
}
