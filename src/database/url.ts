/** Session settings in a PostgreSQL address, so that every connection has them from its first moment. */

/** Adds settings such as `role` or `default_transaction_isolation`; those that the address has already stay. */
export function withSettings(address: string, settings: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value.replace(/[\\\s]/g, '\\$&')}`);
  // What comes later wins: the user's own options stand behind ours.
  const all = [...options, url.searchParams.get('options') ?? ''].filter((option) => option !== '');
  if (all.length > 0) url.searchParams.set('options', all.join(' '));
  // The driver decodes percent signs but not plus signs.
  url.search = url.search.replaceAll('+', '%20');
  return url.href;
}

/** The same server and login, another database. */
export function withDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}
