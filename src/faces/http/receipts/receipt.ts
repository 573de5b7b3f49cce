/** A receipt: one transaction as its customer keeps it. Nothing of anybody else's accounts stands in it. */
import Type, { type Static } from 'typebox';
import { answered } from '../../../engine/failure.ts';
import { ENTRY_TYPES } from '../../../ledger/posting.ts';
import type { AssetRegistry } from '../../../queries/asset-registry.ts';
import type { Database } from '../../../queries/database.ts';
import { loadRecords, loadReversals } from '../../../queries/records.ts';
import { slipView } from '../../../queries/slip-views.ts';
import type { OperationRecord } from '../../../wallet/record.ts';
import { amountOut, balanceOut } from '../../wire/amounts.ts';
import { withAssets } from '../assets/lookup.ts';
import { allocationsOf, tendersOf } from '../credit/data.ts';
import { time } from '../fields.ts';

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const uuid = Type.String({ format: 'uuid' });
const minor = Type.Unsafe<bigint>(Type.Integer({ minimum: 0, description: 'Minor units' }));

export const receipt = Type.Object({
  transaction_id: uuid,
  operation: Type.String(),
  status: Type.String({ enum: ['POSTED', 'REVERSED', 'REVERSAL'] }),
  reverses: nullable(uuid),
  reversed_by: nullable(uuid),
  occurred_at: time,
  recorded_at: time,
  reference_id: nullable(Type.String()),
  customer_id: nullable(Type.String()),
  store_id: nullable(Type.String()),
  asset_code: nullable(Type.String({ description: 'Of the tenders, allocations and slip' })),
  decimal_places: Type.Integer({ minimum: 0, maximum: 8 }),
  // Left out rather than null: the serializer of a union knows no bigint.
  slip: Type.Optional(
    Type.Object({
      slip_id: uuid,
      slip_number: Type.String(),
      lines: Type.Array(
        Type.Object({
          item_id: Type.String(),
          description: Type.String(),
          quantity: minor,
          unit_price: minor,
          total: minor,
        }),
      ),
      subtotal: minor,
      tax: minor,
      discount: minor,
      total: minor,
    }),
  ),
  tenders: Type.Array(Type.Object({ method: Type.String(), amount: amountOut, reference: nullable(Type.String()) })),
  allocations: Type.Array(
    Type.Object({
      type: Type.String({ enum: ['slip', 'wallet'] }),
      slip_id: nullable(uuid),
      amount: amountOut,
      remaining: nullable(Type.Unsafe<number>(Type.Integer({ description: 'What the slip still needed then' }))),
    }),
  ),
  movements: Type.Array(
    Type.Object({
      account: Type.String({ description: 'wallet or receivable' }),
      asset_code: Type.String(),
      decimal_places: Type.Integer({ minimum: 0, maximum: 8 }),
      type: Type.String({ enum: [...ENTRY_TYPES] }),
      direction: Type.String({ enum: ['DEBIT', 'CREDIT'] }),
      amount: amountOut,
      balance_after: balanceOut,
    }),
    { description: "What it did to the customer's own accounts" },
  ),
});
export type ReceiptData = Static<typeof receipt>;

/** The transaction's record; null where there is none that this customer took part in. Null is everyone's. */
export async function receiptRecord(
  database: Database,
  ledgerId: bigint,
  id: string,
  customer: string | null,
): Promise<OperationRecord | null> {
  const record = (await answered(loadRecords(database, ledgerId, [id]))).get(id);
  if (!record || record.entries.length === 0) return null;
  const theirs = customer === null || record.entries.some(({ account }) => account.owner === customer);
  return theirs ? record : null;
}

/** `holder` is the customer whose receipt it is. */
export async function receiptOf(
  { database, assets }: { readonly database: Database; readonly assets: AssetRegistry },
  ledgerId: bigint,
  record: OperationRecord,
  holder: string | null,
): Promise<ReceiptData> {
  const { id, data, reverses } = record;
  const slipId = record.operation === 'slipCreate' && typeof data.slip_id === 'string' ? data.slip_id : null;
  const [reversals, slip] = await answered(
    Promise.all([
      loadReversals(database, ledgerId, [id]),
      slipId === null ? null : slipView(database, ledgerId, slipId),
    ]),
  );
  const reversedBy = reversals.get(id) ?? null;
  const own = record.entries.filter(({ account }) => account.owner !== '' && account.owner === holder);
  const rows = own.map((entry) => ({ entry, assetId: assets.get(entry.account.asset)?.id ?? 0 }));
  const movements = await withAssets(assets, rows, ({ entry }, asset) => ({
    account: entry.account.kind,
    asset_code: asset.code,
    decimal_places: asset.decimalPlaces,
    type: entry.type,
    direction: entry.direction,
    amount: entry.amount,
    balance_after: entry.balanceAfter,
  }));
  const main = movements.find(({ type }) => type !== 'POINTS') ?? movements[0];
  return {
    transaction_id: id,
    operation: record.operation,
    status: reverses !== null ? 'REVERSAL' : reversedBy === null ? 'POSTED' : 'REVERSED',
    reverses,
    reversed_by: reversedBy,
    occurred_at: record.occurredAt.toISOString(),
    recorded_at: record.recordedAt.toISOString(),
    reference_id: record.reference,
    customer_id: holder,
    store_id: typeof data.store_id === 'string' ? data.store_id : null,
    asset_code: main?.asset_code ?? null,
    decimal_places: main?.decimal_places ?? 0,
    ...(slip && {
      slip: {
        slip_id: slip.id,
        slip_number: slip.number,
        lines: slip.lines.map(({ itemId, description, quantity, unitPrice, total }) => ({
          ...{ item_id: itemId, description, quantity, unit_price: unitPrice, total },
        })),
        subtotal: slip.total - slip.tax + slip.discount,
        tax: slip.tax,
        discount: slip.discount,
        total: slip.total,
      },
    }),
    tenders: tendersOf(data),
    allocations: allocationsOf(data).map(({ slip: paid, amount }) => ({
      type: paid ? 'slip' : 'wallet',
      slip_id: paid?.id ?? null,
      amount,
      // Below 10^13, so that no digit is lost; a serializer of what may be null knows no bigint.
      remaining: paid ? Number(paid.remaining) : null,
    })),
    movements,
  };
}
