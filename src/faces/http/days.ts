/** Days of the calendar, and whose calendar is meant. */
import Type from 'typebox';
import { invalid } from './problem.ts';

const DAY_MS = 86_400_000;

export const day = (description: string) => Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description });

export const timeZone = Type.String({
  pattern: '^[A-Za-z0-9_+-]{1,40}(?:/[A-Za-z0-9_+-]{1,40}){0,2}$',
  default: 'UTC',
  description: 'Whose days are meant, such as Africa/Dar_es_Salaam',
});

export interface Days {
  readonly from: string;
  readonly to: string;
  readonly time_zone: string;
}

/** Throws VALIDATION_ERROR for a day or time zone that there is not, and for days that are out of order or more than `most`. */
export function assertDays({ from, to, time_zone }: Days, most: number): void {
  for (const [field, text] of Object.entries({ from, to })) {
    if (!new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)) throw invalid(field, 'must be a day, yyyy-mm-dd');
  }
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days < 1) throw invalid('to', 'is before from');
  if (days > most) throw invalid('to', `must be at most ${most} days after from`);
  assertTimeZone(time_zone);
}

/** Throws VALIDATION_ERROR. */
export function assertTimeZone(name: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    throw invalid('time_zone', 'is not known');
  }
}
