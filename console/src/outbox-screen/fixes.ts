/** What somebody can mend in a write that was refused, and the write that comes of it. */
import type { Intent, UnsentIntent } from '../outbox/intent.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One number that can be changed: an amount in minor units, or a quantity. */
export interface Correction {
  readonly id: string;
  readonly kind: 'amount' | 'quantity';
  /** What it is of: goods, or a way of paying; null where there is but one. */
  readonly name: string | null;
  readonly value: bigint;
}

const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value : []);
const whole = (value: unknown): bigint => (Number.isSafeInteger(value) ? BigInt(value as number) : 0n);
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const bodyOf = (intent: UnsentIntent): Fields => JSON.parse(intent.body) as Fields;

/** Where operations with one amount have it. */
const AMOUNTS = ['amount', 'amount_cents', 'change_cents', 'applied_cents'] as const;

/** What can be changed; nothing for an operation that this does not know. */
export function correctionsOf(intent: UnsentIntent): Correction[] {
  const body = bodyOf(intent);
  const lines = list(body.lines);
  if (lines.length > 0) {
    return lines.map(({ description, quantity }, at) => ({
      ...{ id: String(at), kind: 'quantity' as const, name: text(description), value: whole(quantity) },
    }));
  }
  const tenders = list(body.tenders);
  if (tenders.length > 0) {
    return tenders.map(({ method, amount_cents }, at) => ({
      ...{ id: String(at), kind: 'amount' as const, name: text(method), value: whole(amount_cents) },
    }));
  }
  return AMOUNTS.filter((field) => Number.isSafeInteger(body[field])).map((field) => ({
    ...{ id: field, kind: 'amount' as const, name: null, value: whole(body[field]) },
  }));
}

/** Whether the payment says which slips it is for: those may be what is wrong with it. */
export const isAllocated = (intent: UnsentIntent): boolean => list(bodyOf(intent).allocations).length > 0;

/**
 * The write with these numbers in it; what comes to nothing is left out. How a payment is shared out is left to the
 * service then: oldest slips first, the rest into the wallet.
 */
export function corrected(intent: UnsentIntent, values: ReadonlyMap<string, bigint>): Intent {
  const { allocations: _shares, ...body } = bodyOf(intent);
  const kept = (parts: readonly Fields[], field: string) =>
    parts.flatMap((part, at) => {
      const value = values.get(String(at)) ?? whole(part[field]);
      return value > 0n ? [{ ...part, [field]: value }] : [];
    });
  if (list(body.lines).length > 0) return again(intent, { ...body, lines: kept(list(body.lines), 'quantity') });
  if (list(body.tenders).length > 0)
    return again(intent, { ...body, tenders: kept(list(body.tenders), 'amount_cents') });
  const amounts = AMOUNTS.flatMap((field) => (values.has(field) ? [[field, values.get(field)] as const] : []));
  return again(intent, { ...body, ...Object.fromEntries(amounts) });
}

/** The very same request as a new write: for somebody's leave, which is given to one request alone. */
export const unchanged = (intent: UnsentIntent): Intent => again(intent, bodyOf(intent));

function again({ operation, customer, method, path, label }: UnsentIntent, body: Fields): Intent {
  const amount = amountOf(body);
  return {
    ...{ operation, customer, method, path, body },
    label: { ...label, amount: amount === null ? label.amount : amount.toString() },
  };
}

function amountOf(body: Fields): bigint | null {
  const number = (value: unknown) => (typeof value === 'bigint' ? value : whole(value));
  const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);
  const lines = list(body.lines);
  if (lines.length > 0) {
    const goods = lines.map(({ quantity, unit_price_cents }) => number(quantity) * number(unit_price_cents));
    return sum(goods) + number(body.tax_cents) - number(body.discount_cents);
  }
  const tenders = list(body.tenders);
  if (tenders.length > 0) return sum(tenders.map(({ amount_cents }) => number(amount_cents)));
  const field = AMOUNTS.find((one) => body[one] !== undefined);
  return field === undefined ? null : number(body[field]);
}
