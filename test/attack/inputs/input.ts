/** One bad input and where it is sent; all of them are refused, and leave nothing behind. */
import type { Role } from '../../../src/tokens.ts';
import type { AttackRequest } from '../requests.ts';
import { jsonText, Literal } from '../text.ts';
import type { World } from '../world.ts';

export interface BadInput {
  /** What is bad about it. */
  readonly name: string;
  readonly request: AttackRequest;
  /** Where it can only be this one; any that the operation declares otherwise. */
  readonly status?: number;
}

/** A place that takes a value: a request that is right but for it. `value` is JSON text in bodies, plain text elsewhere. */
export interface Place {
  readonly name: string;
  readonly with: (value: string) => AttackRequest;
}

/** A request by somebody who may. */
export const request = (
  operation: string,
  url: string,
  body: string | null = null,
  parts: { readonly role?: Role | null; readonly headers?: Record<string, string> } = {},
): AttackRequest => ({
  operation,
  url,
  role: parts.role === undefined ? 'admin' : parts.role,
  headers: { ...(body !== null && { 'content-type': 'application/json' }), ...parts.headers },
  body,
});

/** Each value in each place. */
export const everywhere = (
  places: readonly Place[],
  values: readonly (readonly [name: string, value: string])[],
): BadInput[] =>
  places.flatMap((place) =>
    values.map(([name, value]) => ({ name: `${place.name}: ${name}`, request: place.with(value) })),
  );

/** A place in a body: `path` leads to it, such as `lines.0.quantity`. */
export const inBody = (operation: string, url: string, body: object, path: string): Place => ({
  name: `${operation} ${path}`,
  with: (value) => request(operation, url, jsonText(withPart(body, path.split('.'), new Literal(value)))),
});

/** A place in a query. */
export const inQuery = (operation: string, url: string, name: string): Place => ({
  name: `${operation} ?${name}`,
  with: (value) =>
    request(operation, `${url}${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value.toWellFormed())}`),
});

function withPart(of: unknown, [step, ...rest]: readonly string[], part: unknown): unknown {
  if (step === undefined) return part;
  if (Array.isArray(of)) return of.map((item, index) => (index === Number(step) ? withPart(item, rest, part) : item));
  const object = (of ?? {}) as Record<string, unknown>;
  return { ...object, [step]: withPart(object[step], rest, part) };
}

/** Bodies that are right, for a customer of this world. */
export function bodiesOf({ customer, known }: World) {
  const movement = { user_id: customer, asset_code: 'USD', amount: 5, reference_id: `${customer}-bad` };
  const shop = { customer_id: customer, store_id: 'S1', currency: 'USD' };
  const [walletId, slip_id, transaction] = [known.walletId?.[0], known.slip_id?.[0], known.transaction_id?.[0]];
  return {
    movement,
    transaction: String(transaction),
    slip: { ...shop, lines: [{ item_id: 'I', description: 'Tea', quantity: 1, unit_price_cents: 500 }] },
    payment: { ...shop, method: 'CASH', amount_cents: 100 },
    tenders: { ...shop, tenders: [{ method: 'CASH', amount_cents: 100 }] },
    change: { ...shop, change_cents: 5 },
    apply: { customer_id: customer, slip_id, currency: 'USD' },
    wallet: { customerId: customer, currency: 'EUR' },
    addFunds: { walletId, amount: 1, paymentMethod: { type: 'cash' } },
    withdraw: { walletId, amount: 1, destination: { accountNumber: '0150-1', bankName: 'CRDB' } },
    pay: { walletId, serviceId: 1, amount: 1 },
    credit: { userId: customer, amount: 1 },
    manual: { customerId: customer, amount: 1 },
    direct: { customerId: customer, amount: 1, provider: 'stripe', providerReference: 'pi_bad' },
    limit: { amount_cents: 100 },
    batch: { operations: [{ operation: 'walletTopup', ...movement }] },
  };
}
