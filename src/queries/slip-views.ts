/** Credit slips for their readers: each slip with its lines in one statement, so that no sum is ever torn. */
import type { SlipStatus } from '../wallet/slip/slip.ts';
import type { Database } from './database.ts';

export interface SlipLineView {
  readonly itemId: string;
  readonly description: string;
  readonly quantity: bigint;
  readonly unitPrice: bigint;
  readonly total: bigint;
  readonly paid: bigint;
}

/** A slip as it stands; amounts in minor units of its asset. */
export interface SlipView {
  readonly id: string;
  readonly number: string;
  readonly customer: string;
  readonly store: string;
  readonly asset: string;
  readonly status: SlipStatus;
  readonly lines: readonly SlipLineView[];
  readonly tax: bigint;
  readonly discount: bigint;
  readonly total: bigint;
  readonly paid: bigint;
  readonly occurredAt: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

interface Row {
  id: string;
  number: string;
  customer: string;
  store: string;
  asset: string;
  status: SlipStatus;
  items: string[];
  descriptions: string[];
  quantities: bigint[];
  unit_prices: bigint[];
  line_totals: bigint[];
  line_paid: bigint[];
  tax: bigint;
  discount: bigint;
  total: bigint;
  paid: bigint;
  occurred_at: Date;
  created_at: Date;
  updated_at: Date;
}

const COLUMNS = `
  s.id, s.number, s.customer, s.store, a.code as asset, s.status, s.tax, s.discount, s.total, s.paid, s.occurred_at,
  b.recorded_at as created_at, c.recorded_at as updated_at, l.*`;

const JOINED = `
  join assets a on a.id = s.asset_id
  join blocks b on b.ledger_id = $1 and b.height = s.height
  join blocks c on c.ledger_id = $1 and c.height = s.changed_height
  cross join lateral (
    select array_agg(n.item_id order by n.place) as items, array_agg(n.description order by n.place) as descriptions,
           array_agg(n.quantity order by n.place) as quantities, array_agg(n.unit_price order by n.place) as unit_prices,
           array_agg(n.total order by n.place) as line_totals, array_agg(n.paid order by n.place) as line_paid
      from slip_lines n where n.ledger_id = $1 and n.slip_id = s.id
  ) l`;

/** The open and partially paid slips of a customer, oldest first: in one asset, or where that is null in all. */
export async function openSlipViews(
  database: Database,
  ledgerId: bigint,
  customer: string,
  assetId: number | null,
): Promise<SlipView[]> {
  const { rows } = await database.query<Row>(
    `select ${COLUMNS} from slips s ${JOINED}
      where s.ledger_id = $1 and s.customer = $2 and ($3::int is null or s.asset_id = $3)
        and s.status in ('OPEN', 'PARTIALLY_PAID')
      order by s.occurred_at, s.id`,
    [ledgerId, customer, assetId],
  );
  return rows.map(toView);
}

/** The slip with this id, or null. */
export async function slipView(database: Database, ledgerId: bigint, id: string): Promise<SlipView | null> {
  const { rows } = await database.query<Row>(
    `select ${COLUMNS} from slips s ${JOINED} where s.ledger_id = $1 and s.id = $2`,
    [ledgerId, id],
  );
  return rows[0] ? toView(rows[0]) : null;
}

const toView = (row: Row): SlipView => ({
  id: row.id,
  number: row.number,
  customer: row.customer,
  store: row.store,
  asset: row.asset,
  status: row.status,
  lines: row.items.map((itemId, i) => ({
    itemId,
    description: row.descriptions[i] as string,
    quantity: row.quantities[i] as bigint,
    unitPrice: row.unit_prices[i] as bigint,
    total: row.line_totals[i] as bigint,
    paid: row.line_paid[i] as bigint,
  })),
  tax: row.tax,
  discount: row.discount,
  total: row.total,
  paid: row.paid,
  occurredAt: row.occurred_at,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
