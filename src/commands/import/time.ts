const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2}))?$/;

/** Reads a day, which is its midnight in UTC, or a time with its offset; null where the text is neither. */
export function parseTime(text: string): Date | null {
  const [, day, time = '00:00', offset = 'Z'] = TIME.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return null;
  const date = new Date(`${day}T${time}${offset}`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** The 30th of February would silently be the 2nd of March. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
