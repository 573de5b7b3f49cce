/** Reads the fields of a record that somebody else wrote: a line of a file, an object of a till's API. */

/** A record that can't be taken. Names the field and what is wrong with it, never what stands in it. */
export class FeedProblem extends Error {}

/** Numbers arrive as the text that was written, so that none is changed by reading it. */
export type FeedRecord = Readonly<Record<string, unknown>>;

/** Reads JSON with numbers left as they are written. Throws SyntaxError. */
export function parseFeedJson(text: string): unknown {
  return JSON.parse(text, keepNumbers as (key: string, value: unknown) => unknown);
}

const keepNumbers = (_key: string, value: unknown, context: { readonly source?: string }): unknown =>
  typeof value === 'number' ? context.source : value;

export function asRecord(value: unknown): FeedRecord {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as FeedRecord;
  throw new FeedProblem('is not an object');
}

/** Whether the record says anything of this field: what it does not mention stays as it is. */
export const mentions = (record: FeedRecord, name: string): boolean => record[name] !== undefined;

const problem = (name: string, what: string): never => {
  throw new FeedProblem(`${name} ${what}`);
};

/** A text without the characters that no database can keep; null where it is empty. Throws FeedProblem. */
export function textOf(record: FeedRecord, name: string, most: number): string | null {
  const value = record[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') return problem(name, 'is not a text');
  const text = value.toWellFormed().replaceAll('\u0000', '').trim();
  if (text.length > most) problem(name, `is longer than ${most} characters`);
  return text === '' ? null : text;
}

export function neededText(record: FeedRecord, name: string, most: number): string {
  return textOf(record, name, most) ?? problem(name, 'is missing');
}

/** A customer's id, as the faces take it. */
const CUSTOMER_ID = /^[A-Za-z0-9._:@+|=~-]{1,100}$/;

export function customerId(record: FeedRecord, name: string): string {
  const id = neededText(record, name, 100);
  return CUSTOMER_ID.test(id) ? id : problem(name, 'has characters that an id cannot have');
}

const TIME = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** A time of ISO 8601, also in the form `{"$date": ...}`; one without a zone is UTC. Throws FeedProblem. */
export function timeOf(record: FeedRecord, name: string): Date | null {
  const value = record[name];
  const plain = typeof value === 'object' && value !== null ? { [name]: (value as FeedRecord).$date } : record;
  const text = textOf(plain, name, 40);
  if (text === null) return null;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10)) || text.length === 10 ? text : `${text}Z`;
  const time = new Date(zoned.replace(' ', 'T'));
  return TIME.test(text) && !Number.isNaN(time.getTime()) ? time : problem(name, 'is not a time of ISO 8601');
}

/** A day, `yyyy-mm-dd`; of a time, its day. */
export function dayOf(record: FeedRecord, name: string): string | null {
  const text = textOf(record, name, 40)?.slice(0, 10) ?? null;
  if (text === null) return null;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  return isDay ? text : problem(name, 'is not a day, yyyy-mm-dd');
}

/** What spreadsheets and tills write for yes and no. */
const FLAGS = new Map([
  ...['true', 'yes', 'y', '1'].map((text) => [text, true] as const),
  ...['false', 'no', 'n', '0'].map((text) => [text, false] as const),
]);

export function flagOf(record: FeedRecord, name: string): boolean {
  const value = record[name];
  if (typeof value === 'boolean') return value;
  const text = textOf(record, name, 10);
  if (text === null) return false;
  return FLAGS.get(text.toLowerCase()) ?? problem(name, 'is neither true nor false');
}

export function listOf(record: FeedRecord, name: string): readonly unknown[] {
  const value = record[name] ?? [];
  return Array.isArray(value) ? value : problem(name, 'is not a list');
}
