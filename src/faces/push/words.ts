import { formatMajor } from '../../ledger/money.ts';
import type { PushChoices } from '../../queries/push-subscriptions.ts';
import { textAt } from '../http/languages.ts';
import { type PushMessage, urlOf } from './contract.ts';
import type { Notice } from './notices.ts';

/**
 * A notice as its customer reads it. Whoever passes by reads it too, from a locked screen: so it tells no amount, unless
 * the customer wants it to. `decimalPlaces` are those of the notice's asset.
 */
export function messageOf(notice: Notice, { language, showAmounts }: PushChoices, decimalPlaces: number): PushMessage {
  const { kind, id, transaction, at } = notice;
  const amount = showAmounts ? amountText(notice, language, decimalPlaces) : null;
  const text = (part: string) => textAt(language, `notices.${kind}.${part}`, amount === null ? {} : { amount });
  return {
    id,
    title: text('title'),
    body: text(amount === null ? 'body' : 'with_amount'),
    tag: id,
    url: urlOf(transaction),
    at: at.toISOString(),
  };
}

/** Such as `TZS 12,500.00`; a reversal's with its sign. */
function amountText({ kind, amount, asset }: Notice, language: string, decimalPlaces: number): string | null {
  if (amount === null || asset === null) return null;
  const number = new Intl.NumberFormat(language, {
    minimumFractionDigits: decimalPlaces,
    maximumFractionDigits: decimalPlaces,
    signDisplay: kind === 'reversal' ? 'always' : 'auto',
  });
  // From its text, so that no digit goes through a float.
  return `${asset} ${number.format(formatMajor(amount, decimalPlaces) as Intl.StringNumericLiteral)}`;
}
