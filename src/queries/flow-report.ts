/** Money in and out, and what is held and owed, day by day: from the entries, in one statement and so of one moment. */
import type { Database } from './database.ts';

export interface FlowQuery {
  readonly ledgerId: bigint;
  /** Null for all assets. */
  readonly assetId: number | null;
  /** Days of the calendar of the time zone, both included. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /** Whether an entry counts on the day that its caller names, or on that on which it was recorded. */
  readonly by: 'occurred' | 'recorded';
}

export interface FlowDay {
  readonly day: string;
  /** Minor units, as are the others: what came into the house's tills and clearing accounts, and what left them. */
  readonly in: bigint;
  readonly out: bigint;
  /** At the end of the day: what customers hold, and what they owe. */
  readonly wallets: bigint;
  readonly owed: bigint;
}

export interface TenderFlow {
  /** Such as CASH or mpesa. */
  readonly method: string;
  /** The accounts that it went through, as a filter of entries takes them: `cash:*:CASH`, `clearing:mpesa`. */
  readonly account: string;
  readonly in: bigint;
  readonly out: bigint;
  readonly entries: bigint;
}

export interface AssetFlow {
  readonly asset: string;
  readonly decimalPlaces: number;
  readonly opening: { readonly wallets: bigint; readonly owed: bigint };
  readonly days: readonly FlowDay[];
  readonly tenders: readonly TenderFlow[];
}

interface Row {
  asset: string;
  decimal_places: number;
  kind: string;
  /** Null for all days before the first one. */
  day: string | null;
  debit: bigint;
  credit: bigint;
  entries: bigint;
}

const TIME = { occurred: 'coalesce(o.occurred_at, b.recorded_at)', recorded: 'b.recorded_at' };

const statement = (by: FlowQuery['by']) => `
  with dated as (
    select e.account_id, e.direction, e.amount, (${TIME[by]} at time zone $5)::date as day
      from entries e
      join operations o on o.ledger_id = $1 and o.height = e.height and o.index = e.index
      join blocks b on b.ledger_id = $1 and b.height = e.height
     where e.ledger_id = $1
  )
  select s.code as asset, s.decimal_places, a.kind,
         case when d.day >= $3::date then to_char(d.day, 'YYYY-MM-DD') end as day,
         coalesce(sum(d.amount) filter (where d.direction = 'DEBIT'), 0)::bigint as debit,
         coalesce(sum(d.amount) filter (where d.direction = 'CREDIT'), 0)::bigint as credit,
         count(*) as entries
    from dated d
    join accounts a on a.ledger_id = $1 and a.id = d.account_id
    join assets s on s.id = a.asset_id
   where d.day <= $4::date and ($2::integer is null or a.asset_id = $2)
     and (a.kind in ('wallet', 'receivable', 'payout') or a.kind ~ '^(clearing|cash):')
   group by s.id, s.code, s.decimal_places, a.kind, 4
   order by s.id`;

const STATEMENTS = { occurred: statement('occurred'), recorded: statement('recorded') };

/** One flow for each asset that has any, in the assets' own order. */
export async function flowReport(database: Database, query: FlowQuery): Promise<AssetFlow[]> {
  const { ledgerId, assetId, from, to, timeZone, by } = query;
  const { rows } = await database.query<Row>(STATEMENTS[by], [ledgerId, assetId, from, to, timeZone]);
  return [...Map.groupBy(rows, ({ asset }) => asset).values()].map((own) => assetFlow(own, daysOf(from, to)));
}

const isMoney = ({ kind }: Row): boolean => kind !== 'wallet' && kind !== 'receivable';
const sum = (rows: readonly Row[], value: (row: Row) => bigint): bigint =>
  rows.reduce((total, row) => total + value(row), 0n);

function assetFlow(rows: readonly Row[], days: readonly string[]): AssetFlow {
  const { asset, decimal_places } = rows[0] as Row;
  const byDay = Map.groupBy(rows, ({ day }) => day);
  let standing = after({ wallets: 0n, owed: 0n }, byDay.get(null) ?? []);
  const opening = standing;
  const flow = days.map((day) => {
    const own = byDay.get(day) ?? [];
    standing = after(standing, own);
    const money = own.filter(isMoney);
    return { day, in: sum(money, ({ debit }) => debit), out: sum(money, ({ credit }) => credit), ...standing };
  });
  return { asset, decimalPlaces: decimal_places, opening, days: flow, tenders: tendersOf(rows) };
}

/** What is held and owed once these have been booked. A wallet's credit is held; a receivable's debit is owed. */
function after(before: AssetFlow['opening'], rows: readonly Row[]): AssetFlow['opening'] {
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return {
    wallets: before.wallets + sum(of('wallet'), ({ credit, debit }) => credit - debit),
    owed: before.owed + sum(of('receivable'), ({ credit, debit }) => debit - credit),
  };
}

/** How the money of these days came and went: tills over all stores, and whatever else by its own account. */
function tendersOf(rows: readonly Row[]): TenderFlow[] {
  const money = rows.filter((row) => row.day !== null && isMoney(row));
  return [...Map.groupBy(money, ({ kind }) => tenderAccount(kind))]
    .map(([account, own]) => ({
      method: account.replace(/^(cash:\*|clearing):/, ''),
      account,
      in: sum(own, ({ debit }) => debit),
      out: sum(own, ({ credit }) => credit),
      entries: sum(own, ({ entries }) => entries),
    }))
    .toSorted((a, b) => (`${a.method} ${a.account}` < `${b.method} ${b.account}` ? -1 : 1));
}

/** A till is `cash:store:method`; a store's name may hold colons, a till's method does not. */
const tenderAccount = (kind: string): string => kind.replace(/^cash:.*:/, 'cash:*:');

const DAY_MS = 86_400_000;

/** All days from one to another, both included. */
export function daysOf(from: string, to: string): string[] {
  const first = Date.parse(`${from}T00:00:00Z`);
  const count = (Date.parse(`${to}T00:00:00Z`) - first) / DAY_MS + 1;
  return Array.from({ length: count }, (_, at) => new Date(first + at * DAY_MS).toISOString().slice(0, 10));
}
