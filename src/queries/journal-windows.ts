/** Searches go back through the journal window by window, so that none reads more than it can answer for. */
import type { Span } from './audit.ts';
import type { Database } from './database.ts';

/** Operations in the first window of a search, and in the largest one. */
export const FIRST_WINDOW = 2_000;
export const LARGEST_WINDOW = 50_000;

/** What is searched for, as far as an index tells where it can be. */
export interface Meant {
  readonly ledgerId: bigint;
  readonly transactionId: string | null;
  readonly customer: string | null;
  readonly owner: string | null;
}

export interface Window extends Span {
  /** The only blocks in which there can be something, where an index tells. */
  readonly heights: readonly bigint[] | null;
}

const WINDOW = `
  select min(height) as low
    from (select height, sum(operations) over (order by height desc) - operations as newer
            from blocks where ledger_id = $1 and height between $2 and $3 order by height desc limit $4) b
   where newer < $4`;

// Materialized, so that the customer's or account's own index is what is read, however many blocks there are.
const OF_CUSTOMER = `
  with own as materialized (select height from operations where ledger_id = $1 and customer = $5)
  select distinct height from own where height between $2 and $3 order by height desc limit $4`;
const OF_OWNER = `
  with own as materialized (select id from accounts where ledger_id = $1 and owner = $5)
  select distinct e.height
    from own cross join lateral (
      select height
        from (select height from entries where ledger_id = $1 and account_id = own.id order by seq desc offset 0) of_account
       where height between $2 and $3 limit $4
    ) e
   order by e.height desc limit $4`;
const OF_TRANSACTION = `
  select height from operations where ledger_id = $1 and id = $5 and height between $2 and $3 limit $4`;

/** The newest part of a span that has about `size` operations, or that many blocks of those that are meant; null for nothing. */
export async function nextWindow(
  database: Database,
  filter: Meant,
  { low, high }: Span,
  size: number,
): Promise<Window | null> {
  const [statement, value] =
    filter.transactionId !== null
      ? [OF_TRANSACTION, filter.transactionId]
      : filter.customer !== null
        ? [OF_CUSTOMER, filter.customer]
        : filter.owner !== null && filter.owner !== ''
          ? [OF_OWNER, filter.owner]
          : [null, null];
  if (statement === null) {
    const { rows } = await database.query<{ low: bigint | null }>(WINDOW, [filter.ledgerId, low, high, size]);
    const first = rows[0]?.low ?? null;
    return first === null ? null : { low: first, high, heights: null };
  }
  const { rows } = await database.query<{ height: bigint }>(statement, [filter.ledgerId, low, high, size, value]);
  const heights = rows.map(({ height }) => height);
  const last = heights.at(-1);
  if (last === undefined) return null;
  return { low: heights.length < size ? low : last, high, heights };
}
