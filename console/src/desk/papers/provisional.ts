/** What waits on this device, as the receipt that it will become. */
import type { UnsentIntent } from '../../outbox/intent.ts';
import type { Receipt } from './receipts.ts';

type Fields = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value : []);
const whole = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) ? value : 0);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** `decimals` is that of the asset; what was queued has no transaction, so that it has no id and no balances. */
export function provisionalReceipt(intent: UnsentIntent, decimals: number): Receipt {
  const body = JSON.parse(intent.body) as Fields;
  const { operation, customer, label, queuedAt } = intent;
  const at = text(body.occurred_at) ?? queuedAt ?? new Date().toISOString();
  const lines = list(body.lines).map(({ item_id, description, quantity, unit_price_cents }) => ({
    item_id: text(item_id) ?? '',
    description: text(description) ?? '',
    quantity: whole(quantity),
    unit_price: whole(unit_price_cents),
    total: whole(quantity) * whole(unit_price_cents),
  }));
  const subtotal = lines.reduce((sum, { total }) => sum + total, 0);
  const [tax, discount] = [whole(body.tax_cents), whole(body.discount_cents)];
  const tenders = list(body.tenders).length > 0 ? list(body.tenders) : operation === 'paymentProcess' ? [body] : [];
  const amount = whole(Number(label.amount ?? 0));
  const isSimple = lines.length === 0 && tenders.length === 0;
  return {
    transaction_id: intent.id,
    operation,
    status: 'POSTED',
    reverses: null,
    reversed_by: null,
    occurred_at: at,
    recorded_at: at,
    reference_id: text(body.reference_id),
    customer_id: customer,
    store_id: text(body.store_id),
    asset_code: label.asset,
    decimal_places: decimals,
    ...(lines.length > 0 && {
      slip: { slip_id: '', slip_number: '', lines, subtotal, tax, discount, total: subtotal + tax - discount },
    }),
    tenders: isSimple
      ? [{ method: 'CASH', amount, reference: null }]
      : tenders.map(({ method, amount_cents, reference }) => ({
          method: text(method) ?? 'CASH',
          amount: whole(amount_cents),
          reference: text(reference),
        })),
    allocations: list(body.allocations).map(({ type, slip_id, applied_cents }) => ({
      type: type === 'wallet' ? 'wallet' : 'slip',
      slip_id: text(slip_id),
      amount: whole(applied_cents),
      remaining: null,
    })),
    movements: [],
  };
}
