/** Who owes how much, and for how long: of one moment. */
import type { Database } from './database.ts';

/** The last day of each age, in days; the last age has none. */
export const AGES = [7, 30, 90, null] as const;

export interface Debtor {
  readonly asset: string;
  readonly decimalPlaces: number;
  readonly customer: string;
  /** Null where we know none, or who had one was erased. */
  readonly name: string | null;
  /** Minor units. */
  readonly owed: bigint;
  /** What open slips of each age still need; one for each of AGES. */
  readonly ages: readonly bigint[];
  readonly openSlips: bigint;
  readonly oldest: Date | null;
}

interface Row {
  asset: string;
  decimal_places: number;
  customer: string;
  name: string | null;
  owed: bigint;
  ages: bigint[] | null;
  open_slips: bigint | null;
  oldest: Date | null;
}

const DEBTORS = `
  with open as (
    select customer, asset_id, count(*) as open_slips, min(occurred_at) as oldest,
           array[coalesce(sum(remaining) filter (where age <= 7), 0),
                 coalesce(sum(remaining) filter (where age between 8 and 30), 0),
                 coalesce(sum(remaining) filter (where age between 31 and 90), 0),
                 coalesce(sum(remaining) filter (where age > 90), 0)]::bigint[] as ages
      from (select customer, asset_id, remaining, occurred_at,
                   (now() at time zone $3)::date - (occurred_at at time zone $3)::date as age
              from slips where ledger_id = $1 and status in ('OPEN', 'PARTIALLY_PAID')) s
     group by customer, asset_id
  )
  select s.code as asset, s.decimal_places, a.owner as customer, p.name, -b.balance as owed, o.ages, o.open_slips, o.oldest
    from accounts a
    join wallet_balances b on b.ledger_id = $1 and b.account_id = a.id and b.balance < 0
    join assets s on s.id = a.asset_id
    left join open o on o.customer = a.owner and o.asset_id = a.asset_id
    left join customer_profiles p on p.ledger_id = $1 and p.id = a.owner
   where a.ledger_id = $1 and a.kind = 'receivable' and ($2::integer is null or a.asset_id = $2)
   order by s.id, owed desc, a.owner`;

/** Everyone who owes, asset by asset, who owes most first. Ages are counted in days of the time zone's calendar. */
export async function debtors(
  database: Database,
  ledgerId: bigint,
  assetId: number | null,
  timeZone: string,
): Promise<Debtor[]> {
  const { rows } = await database.query<Row>(DEBTORS, [ledgerId, assetId, timeZone]);
  return rows.map(({ decimal_places, ages, open_slips, ...row }) => ({
    ...row,
    decimalPlaces: decimal_places,
    ages: ages ?? AGES.map(() => 0n),
    openSlips: open_slips ?? 0n,
  }));
}
