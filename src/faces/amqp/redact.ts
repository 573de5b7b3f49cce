/** Takes card numbers out of what is kept of a message, as none is ever to be kept. */
import { isUtf8 } from 'node:buffer';
import { fieldWithCard, hasCardNumber } from '../card-data.ts';
import { parseJson } from '../wire/json.ts';

/** Fields by which a message is known again. Any other one may hold what belongs to a card, such as its code. */
const TELLING = ['transactionId', 'type', 'amount', 'currency', 'userId', 'senderId', 'recipientId'];

/** The body as it came; of one with a card number, the telling fields that have none in them. */
export function redactBody(content: Buffer): Buffer {
  // What is no UTF-8 is looked at byte by byte: digits are the same there.
  const text = content.toString(isUtf8(content) ? 'utf8' : 'latin1');
  const value = readable(text);
  if (!holdsCard(text) && fieldWithCard(text, value) === null) return content;
  if (typeof value !== 'object' || value === null) return Buffer.from('{}');
  const kept = Object.entries(value).filter(
    ([name, part]) => TELLING.includes(name) && !holdsCard(JSON.stringify(part)),
  );
  return Buffer.from(JSON.stringify(Object.fromEntries(kept)));
}

/** Properties or headers without those that hold a card number. */
export const redactFields = <Fields extends object>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !holdsCard(`${name} ${JSON.stringify(value)}`)),
  ) as Partial<Fields>;

/** Whether a card number stands in the text, its digits written as they are or as JSON's escapes. */
export const holdsCard = (text: string): boolean => hasCardNumber(text.replace(ESCAPE, unescaped));

const ESCAPE = /\\u([0-9a-f]{4})/gi;
const unescaped = (_escape: string, code: string): string => String.fromCharCode(Number.parseInt(code, 16));

function readable(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
