/** When the other side wants to be asked again: RFC 9110, 10.2.3, seconds or a date. Null for what is neither. */
export function retryAfter(header: string | readonly string[] | undefined, now = Date.now()): Date | null {
  if (typeof header !== 'string') return null;
  const time = /^[0-9]{1,9}$/.test(header) ? now + Number(header) * 1000 : Date.parse(header);
  return Number.isNaN(time) ? null : new Date(time);
}
