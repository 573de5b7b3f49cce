/** The rules by which customers earn points, ledger by ledger. */
import type { PointAction, PointRule } from '../wallet/points.ts';
import { type Change, changeLine, changeValues } from './changes.ts';
import type { Database } from './database.ts';

export interface StoredPointRule extends PointRule {
  readonly action: PointAction;
  /** Code of the asset. */
  readonly asset: string;
  /** Whether it is in force. */
  readonly active: boolean;
}

interface Row {
  action: PointAction;
  asset: string;
  per_amount: bigint;
  points: bigint;
  cap: bigint | null;
  active: boolean;
}

const toRule = (row: Row): StoredPointRule => ({
  action: row.action,
  asset: row.asset,
  perAmount: row.per_amount,
  points: row.points,
  cap: row.cap,
  active: row.active,
});

/** All rules of a ledger, by action and asset. */
export async function pointRules(database: Database, ledgerId: bigint): Promise<StoredPointRule[]> {
  const { rows } = await database.query<Row>(
    `select r.action, s.code as asset, r.per_amount, r.points, r.cap, r.active
       from point_rules r
       join assets s on s.id = r.asset_id
      where r.ledger_id = $1
      order by r.action, s.id`,
    [ledgerId],
  );
  return rows.map(toRule);
}

/** Puts a rule in place of the one for the same action and asset, if there is one. `change` is its line in the audit trail. */
export async function putPointRule(
  database: Database,
  ledgerId: bigint,
  assetId: number,
  { action, perAmount, points, cap, active }: StoredPointRule,
  change: Change | null = null,
): Promise<void> {
  const line = change === null ? '' : `with line as (${changeLine(8)}) `;
  await database.query(
    `${line}insert into point_rules (ledger_id, action, asset_id, per_amount, points, cap, active)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (ledger_id, action, asset_id) do update
       set per_amount = excluded.per_amount, points = excluded.points, cap = excluded.cap, active = excluded.active`,
    [ledgerId, action, assetId, perAmount, points, cap, active, ...(change === null ? [] : changeValues(change))],
  );
}

/** Removes a rule, and gives it as it was; null where there is none. */
export async function removePointRule(
  database: Database,
  ledgerId: bigint,
  assetId: number,
  action: PointAction,
  change: Change,
): Promise<StoredPointRule | null> {
  const { rows } = await database.query<Row>(
    `with gone as (
       delete from point_rules r using assets s
        where s.id = r.asset_id and r.ledger_id = $1 and r.action = $2 and r.asset_id = $3
       returning r.action, s.code as asset, r.per_amount, r.points, r.cap, r.active
     ),
     line as (${changeLine(4, 'gone')})
     select * from gone`,
    [ledgerId, action, assetId, ...changeValues(change)],
  );
  const [row] = rows;
  return row ? toRule(row) : null;
}
