/** Reads credit slips as they stand. */
import type { SlipLine, SlipState, SlipStatus } from '../wallet/slip/slip.ts';
import type { Database } from './database.ts';

interface SlipRow {
  id: string;
  number: string;
  transaction: string;
  customer: string;
  store: string;
  asset: string;
  occurred_at: Date;
  status: SlipStatus;
  tax: bigint;
  discount: bigint;
  charges_total: bigint;
  charges_paid: bigint;
  total: bigint;
  paid: bigint;
  version: number;
  created_at: Date;
  updated_at: Date;
}

interface LineRow {
  slip_id: string;
  item_id: string;
  description: string;
  quantity: bigint;
  unit_price: bigint;
  total: bigint;
  paid: bigint;
}

/** A slip with the times at which it was recorded and last changed. */
export interface DatedSlip extends SlipState {
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const SLIPS = `
  select s.id, s.number, o.id as transaction, s.customer, s.store, a.code as asset, s.occurred_at, s.status, s.tax, s.discount,
         s.charges_total, s.charges_paid, s.total, s.paid, s.version, b.recorded_at as created_at, c.recorded_at as updated_at
    from unnest($2::uuid[]) as n(id),
         lateral (select * from slips s where s.ledger_id = $1 and s.id = n.id limit 1) s
    join assets a on a.id = s.asset_id
    join operations o on o.ledger_id = $1 and o.height = s.height and o.index = s.index
    join blocks b on b.ledger_id = $1 and b.height = s.height
    join blocks c on c.ledger_id = $1 and c.height = s.changed_height`;

const LINES = `
  select l.slip_id, l.item_id, l.description, l.quantity, l.unit_price, l.total, l.paid
    from unnest($2::uuid[]) as n(id),
         lateral (select * from slip_lines l where l.ledger_id = $1 and l.slip_id = n.id) l
   order by l.slip_id, l.place`;

/** The slips with these ids, by id. Ids that are not in the ledger are left out. */
export async function loadSlips(
  database: Database,
  ledgerId: bigint,
  ids: readonly string[],
): Promise<Map<string, DatedSlip>> {
  if (ids.length === 0) return new Map();
  const slips = await database.query<SlipRow>(SLIPS, [ledgerId, ids]);
  const lines = await database.query<LineRow>(LINES, [ledgerId, ids]);
  const linesOf = new Map<string, SlipLine[]>(slips.rows.map((row) => [row.id, []]));
  for (const row of lines.rows) linesOf.get(row.slip_id)?.push(toLine(row));
  return new Map(slips.rows.map((row) => [row.id, toSlip(row, linesOf.get(row.id) ?? [])]));
}

/** Ids of the open and partially paid slips of these customers in these assets, pair by pair. */
export async function findOpenSlips(
  database: Database,
  ledgerId: bigint,
  of: readonly { readonly customer: string; readonly asset: string }[],
): Promise<string[]> {
  if (of.length === 0) return [];
  const { rows } = await database.query<{ id: string }>(
    `select s.id
       from unnest($2::text[], $3::text[]) as n(customer, asset)
       join assets a on a.code = n.asset,
            lateral (
              select s.id from slips s
               where s.ledger_id = $1 and s.customer = n.customer and s.asset_id = a.id
                 and s.status in ('OPEN', 'PARTIALLY_PAID')
            ) s`,
    [ledgerId, of.map(({ customer }) => customer), of.map(({ asset }) => asset)],
  );
  return rows.map(({ id }) => id);
}

const toLine = (row: LineRow): SlipLine => ({
  itemId: row.item_id,
  description: row.description,
  quantity: row.quantity,
  unitPrice: row.unit_price,
  total: row.total,
  paid: row.paid,
});

const toSlip = (row: SlipRow, lines: SlipLine[]): DatedSlip => ({
  id: row.id,
  number: row.number,
  transaction: row.transaction,
  customer: row.customer,
  store: row.store,
  asset: row.asset,
  occurredAt: row.occurred_at,
  status: row.status,
  lines,
  tax: row.tax,
  discount: row.discount,
  charges: { total: row.charges_total, paid: row.charges_paid },
  total: row.total,
  paid: row.paid,
  version: row.version,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
