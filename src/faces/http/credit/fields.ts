/** Fields of this face: amounts are integers that end in `_cents`, whatever the asset's minor unit is called. */
import Type from 'typebox';
import { MAX_AMOUNT, parseMinor } from '../../../ledger/money.ts';
import { PAYMENT_METHODS } from '../../../wallet/slip/rows.ts';
import { type AmountField, minorUnits } from '../../wire/amounts.ts';
import { numberText } from '../../wire/json-number.ts';
import { documented } from '../../wire/openapi-schema.ts';
import { Problem } from '../problem.ts';

// No colon, which parts the names of the house's accounts.
export const storeId = Type.String({ pattern: '^[A-Za-z0-9._@+|=~-]{1,100}$', description: "The store's id" });

export const method = Type.String({ enum: [...PAYMENT_METHODS], description: 'How it was paid' });

export const slipId = Type.String({ minLength: 1, maxLength: 100, description: "The credit slip's id" });

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id as the books know it. One that could not be ours is of no slip: throws CREDIT_SLIP_NOT_FOUND. */
export function knownSlipId(id: string): string {
  if (!UUID.test(id)) throw new Problem('CREDIT_SLIP_NOT_FOUND', { details: { slip_id: id } });
  return id;
}

const isZeroOrMore = (value: unknown): boolean => {
  const text = numberText(value);
  return text === '0' || (text !== null && parseMinor(text).ok);
};

/** A whole number of minor units, zero included. */
export const centsOrNone = Type.Unsafe<AmountField>(
  Type.Refine(
    documented({}, { type: 'integer', format: 'int64', minimum: 0, maximum: Number(MAX_AMOUNT) }),
    isZeroOrMore,
    () => `must be a whole number of minor units from 0 to ${MAX_AMOUNT}`,
  ),
);

/** The minor units of a field that `centsOrNone` has checked; 0 where it was left out. */
export const minorUnitsOrNone = (value: AmountField | undefined): bigint =>
  value === undefined || numberText(value) === '0' ? 0n : minorUnits(value);

const ISO_TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const EARLIEST = Date.UTC(1970, 0, 1);

/** Whether the calendar has this day: `Date` would read 30 February as 1 March. */
const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

function isTime(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  const day = ISO_TIME.exec(text)?.[1];
  return day !== undefined && isDay(day) && Date.parse(text) >= EARLIEST;
}

const timeField = (description: string, holds: (value: unknown) => boolean, wants: string) =>
  Type.Unsafe<string>(
    Type.Refine(documented({}, { type: 'string', format: 'date-time', description }), holds, () => wants),
  );

const WANTS_TIME = 'must be an ISO 8601 time with an offset, such as 2024-01-15T10:30:00Z, not before 1970';

/** When it happened, by the caller's clock. */
export const occurredAt = timeField('When it happened; now where it is not given', isTime, WANTS_TIME);

/** A bound of a time span: a time with an offset, or a whole day in UTC. */
export const timeBound = timeField(
  'A time with an offset, or a day in UTC',
  (value) => isTime(value) || (typeof value === 'string' && ISO_DATE.test(value) && isDay(value)),
  `${WANTS_TIME}, or a day such as 2024-01-15`,
);

const DAY_MS = 86_400_000;

/** First and last millisecond of a checked `timeBound`. */
export function spanOf(bound: string): { readonly first: Date; readonly last: Date } {
  const first = Date.parse(bound);
  return { first: new Date(first), last: new Date(ISO_DATE.test(bound) ? first + DAY_MS - 1 : first) };
}

/** A time as the document writes it: UTC, and no milliseconds where there are none. */
export const timeOut = (time: Date): string => time.toISOString().replace('.000Z', 'Z');
