/** The audit trail: every operation of every face, newest first, with who asked for it. Operations are never taken away. */
import type { Database } from './database.ts';

export interface AuditFilter {
  readonly ledgerId: bigint;
  readonly customer: string | null;
  /** Names of operations; null for all. */
  readonly operations: readonly string[] | null;
  /** Recorded at this time or later, and at this time or earlier. */
  readonly from: Date | null;
  readonly to: Date | null;
}

export interface AuditEntry {
  readonly id: string;
  readonly operation: string;
  readonly customer: string | null;
  readonly reverses: string | null;
  /** As it was recorded, to the letter, as JSON text. */
  readonly data: string | null;
  readonly recordedAt: Date;
  /** What the operation moved, in minor units, and of which asset; null where it moved nothing. */
  readonly amount: bigint | null;
  readonly asset: string | null;
  readonly subject: string;
  readonly role: string;
  readonly method: string;
  readonly endpoint: string;
  readonly address: string;
  readonly userAgent: string;
}

/** Blocks of the journal, both included; their times never run backwards. */
export interface Span {
  readonly low: bigint;
  readonly high: bigint;
}

const SPAN = `
  select case when $2::timestamptz is null then 1
              else coalesce((select height from blocks where ledger_id = $1 and recorded_at >= $2
                              order by recorded_at, height limit 1), h.height + 1)
         end as low,
         case when $3::timestamptz is null then h.height
              else coalesce((select height from blocks where ledger_id = $1 and recorded_at <= $3
                              order by recorded_at desc, height desc limit 1), 0)
         end as high
    from ledger_heads h where h.ledger_id = $1`;

/** The blocks that were recorded in this time, up to the last one of all. */
export async function blockSpan(
  database: Database,
  { ledgerId, from, to }: Pick<AuditFilter, 'ledgerId' | 'from' | 'to'>,
): Promise<Span> {
  const { rows } = await database.query<Span>(SPAN, [ledgerId, from, to]);
  return rows[0] ?? { low: 1n, high: 0n };
}

const MATCHES = `o.ledger_id = $1 and o.height between $2 and $3
   and ($4::text is null or o.customer = $4) and ($5::text[] is null or o.operation = any ($5))`;

const COUNT = `select count(*) as count from operations o where ${MATCHES}`;

// Only the page's own rows are read whole; what its operations moved is read block by block.
const pageStatement = (order: 'asc' | 'desc') => `
  with places as materialized (
    select o.height, o.index from operations o where ${MATCHES}
     order by o.height ${order}, o.index ${order} offset $6 limit $7
  ),
  moved as (
    select distinct on (p.height, p.index) p.height, p.index, s.code as asset, sum(e.amount)::bigint as amount
      from places p
      join entries e on e.ledger_id = $1 and e.height = p.height and e.index = p.index and e.direction = 'DEBIT'
      join accounts a on a.ledger_id = $1 and a.id = e.account_id
      join assets s on s.id = a.asset_id
     group by p.height, p.index, s.id, s.code
     order by p.height, p.index, s.id
  )
  select o.id, o.operation, o.customer, o.reverses, o.data::text, b.recorded_at, m.amount, m.asset,
         c.subject, c.role, c.method, c.endpoint, c.address, c.user_agent
    from places p
    join operations o on o.ledger_id = $1 and o.height = p.height and o.index = p.index
    join blocks b on b.ledger_id = $1 and b.height = p.height
    join callers c on c.ledger_id = $1 and c.id = o.caller_id
    left join moved m on m.height = p.height and m.index = p.index
   order by p.height desc, p.index desc`;

const PAGE = { desc: pageStatement('desc'), asc: pageStatement('asc') };

interface Row {
  id: string;
  operation: string;
  customer: string | null;
  reverses: string | null;
  data: string | null;
  recorded_at: Date;
  amount: bigint | null;
  asset: string | null;
  subject: string;
  role: string;
  method: string;
  endpoint: string;
  address: string;
  user_agent: string;
}

const REMEMBERED_COUNTS = 1000;

export class AuditTrail {
  readonly #database: Database;
  /** How many operations matched up to which block: that stays true, and only the newer ones are counted again. */
  readonly #counts = new Map<string, { readonly upTo: bigint; readonly count: bigint }>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** A page, from 1, of what matches, and how much that is in all. */
  async page(
    filter: AuditFilter,
    page: number,
    perPage: number,
  ): Promise<{ readonly total: bigint; readonly entries: AuditEntry[] }> {
    const span = await blockSpan(this.#database, filter);
    const total = await this.#count(filter, span);
    const newer = BigInt(page - 1) * BigInt(perPage);
    if (newer >= total) return { total, entries: [] };
    const limit = total - newer < BigInt(perPage) ? total - newer : BigInt(perPage);
    const older = total - newer - limit;
    // From whichever end is nearer.
    const [statement, skipped] = newer <= older ? [PAGE.desc, newer] : [PAGE.asc, older];
    const { rows } = await this.#database.query<Row>(statement, [...matching(filter, span), skipped, limit]);
    return { total, entries: rows.map(toEntry) };
  }

  async #count(filter: AuditFilter, span: Span): Promise<bigint> {
    if (filter.from !== null || filter.to !== null) return this.#countIn(filter, span);
    const key = JSON.stringify([filter.ledgerId.toString(), filter.customer, filter.operations]);
    const known = this.#counts.get(key) ?? { upTo: 0n, count: 0n };
    // A count that a neighbour has just brought further than our span cannot be used for it.
    if (known.upTo > span.high) return this.#countIn(filter, span);
    const count = known.count + (await this.#countIn(filter, { low: known.upTo + 1n, high: span.high }));
    if (this.#counts.size >= REMEMBERED_COUNTS) this.#counts.clear();
    this.#counts.set(key, { upTo: span.high, count });
    return count;
  }

  async #countIn(filter: AuditFilter, span: Span): Promise<bigint> {
    if (span.low > span.high) return 0n;
    const { rows } = await this.#database.query<{ count: bigint }>(COUNT, matching(filter, span));
    return (rows[0] as { count: bigint }).count;
  }
}

const matching = ({ ledgerId, customer, operations }: AuditFilter, { low, high }: Span) => [
  ledgerId,
  low,
  high,
  customer,
  operations,
];

const toEntry = ({ recorded_at, user_agent, ...row }: Row): AuditEntry => ({
  ...row,
  recordedAt: recorded_at,
  userAgent: user_agent,
});
