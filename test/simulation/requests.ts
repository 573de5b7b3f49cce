/** How each operation is asked for over HTTP, and how what comes back is to be understood. */
import type { HttpAnswer, HttpRequest } from '../support/client.ts';
import { type Done, slipIdOf, type Want } from './want.ts';

/** The numbers of the wallets that were opened, by `customer asset`. */
export type WalletNumbers = ReadonlyMap<string, number>;

/** Final answers; anything else means that it is not known what became of it, and it has to be sent again. */
export type Verdict =
  | { readonly done: 'recorded'; readonly text: string; readonly answer: Done['answer'] }
  | { readonly done: 'refused'; readonly code: string };

const STORE = 'STORE001';

/** Both customer faces carry major units; cents up to 10^9 are exact in them. */
export const major = (amount: bigint): number => Number(amount) / 100;

/** One request for all these operations: several make a batch. */
export function requestOf(wants: readonly Want[], wallets: WalletNumbers): HttpRequest {
  const [want] = wants as [Want];
  const batched = wants.length > 1 || ['transfer', 'batchTopup', 'batchSpend'].includes(want.kind);
  if (batched) return { method: 'POST', path: '/api/v1/batch', body: { operations: wants.map(itemOf) } };
  const [path, body] = single(want, wallets);
  return { method: 'POST', path, body, headers: { 'idempotency-key': want.name } };
}

function single(want: Want, wallets: WalletNumbers): [path: string, body: object] {
  const { name, kind, customer, asset, amount } = want;
  const minor = Number(amount);
  const ledger = { user_id: customer, asset_code: asset, amount: minor, reference_id: name };
  const wallet = { walletId: wallets.get(`${customer} ${asset}`), amount: major(amount) };
  const credit = { customer_id: customer, currency: asset };
  const record = { customerId: customer, currency: asset, amount: major(amount) };
  switch (kind) {
    case 'topup':
      return ['/api/v1/wallets/topup', { ...ledger, payment_method: 'stripe' }];
    case 'bonus':
      return ['/api/v1/wallets/bonus', ledger];
    case 'spend':
      return ['/api/v1/wallets/spend', ledger];
    case 'open':
      return ['/api/v1/customer/wallet', { customerId: customer, currency: asset }];
    case 'addFunds':
      return ['/api/v1/customer/wallet/add-funds', { ...wallet, paymentMethod: { type: 'card' } }];
    case 'withdraw': {
      const destination = { accountNumber: 'ACC-77', bankName: 'A bank' };
      return ['/api/v1/customer/wallet/withdraw-funds', { ...wallet, destination }];
    }
    case 'pay':
      return ['/api/v1/customer/wallet/pay', { ...wallet, serviceId: `order-${name}` }];
    case 'credit':
      return ['/api/v1/customer/wallet/credit', { userId: customer, currency: asset, amount: major(amount) }];
    case 'slip': {
      const lines = [{ item_id: 'ITEM001', description: 'Coffee', quantity: 2, unit_price_cents: minor }];
      return ['/api/wallet/credit-slips', { ...credit, store_id: STORE, lines, tax_cents: 7, occurred_at: want.at }];
    }
    case 'payment':
      return ['/api/wallet/payments', { ...credit, store_id: STORE, method: 'CASH', amount_cents: minor }];
    case 'paySlip': {
      const allocations = [{ type: 'slip', slip_id: aboutSlip(want), applied_cents: minor }];
      return ['/api/wallet/payments', { ...credit, store_id: STORE, method: 'CASH', amount_cents: minor, allocations }];
    }
    case 'apply':
      return ['/api/wallet/apply-wallet', { ...credit, slip_id: aboutSlip(want) }];
    case 'change':
      return ['/api/wallet/store-change', { ...credit, store_id: STORE, change_cents: minor }];
    case 'void':
      return [`/api/wallet/credit-slips/${aboutSlip(want)}/void`, { reason: 'returned' }];
    case 'manual':
      return ['/api/customer/manual-payment', { ...record, serviceId: `order-${name}` }];
    case 'direct':
      return ['/api/customer/direct-payment', { ...record, provider: 'stripe', providerReference: `pi-${name}` }];
    case 'reverse':
      return [`/api/v1/transactions/${want.about?.answer.transaction_id}/reverse`, { reason: 'mistake' }];
    default:
      throw new Error(`${kind} goes in a batch`);
  }
}

function itemOf({ name, kind, customer, other, asset, amount }: Want): object {
  const common = { asset_code: asset, amount: Number(amount), reference_id: name };
  if (kind === 'transfer') return { ...common, operation: 'walletTransfer', sender_id: customer, recipient_id: other };
  const operation = kind === 'batchTopup' ? 'walletTopup' : 'walletSpend';
  return { ...common, operation, user_id: customer };
}

const aboutSlip = ({ name, about }: Want): string => {
  if (!about) throw new Error(`${name} is about no slip`);
  return slipIdOf(about);
};

/** What may be refused for what stands in the books. Any other 4xx is a fault of ours or of the service. */
export const REFUSALS: ReadonlySet<string> = new Set([
  'INSUFFICIENT_FUNDS',
  'INVALID_SLIP_STATUS',
  'INSUFFICIENT_WALLET_BALANCE',
  'PAYMENT_ALLOCATION_ERROR',
  'ALREADY_REVERSED',
]);

/** One verdict for each operation of the request, null where it is not known. Throws at an answer that must not be. */
export function verdictsOf(wants: readonly Want[], { status, text }: HttpAnswer, batch: boolean): (Verdict | null)[] {
  if (status >= 500) return wants.map(() => null);
  const parsed = JSON.parse(text);
  if (!batch) return [verdictOf(wants[0] as Want, status, parsed, text)];
  if (status !== 200) throw new Error(`a batch was answered ${status} ${text}`);
  return wants.map((want, i) => {
    const outcome = parsed.data.outcomes[i];
    const { data, error } = outcome;
    return verdictOf(want, outcome.status, error ?? { data }, JSON.stringify(data));
  });
}

// biome-ignore lint/suspicious/noExplicitAny: every face has its own envelope.
function verdictOf({ name, kind }: Want, status: number, body: any, text: string): Verdict | null {
  if (status >= 500) return null;
  if (status < 300) return { done: 'recorded', text, answer: body.data ?? body };
  const code = body.code ?? body.details?.code;
  if (!REFUSALS.has(code)) throw new Error(`${name} (${kind}) was answered ${status} ${JSON.stringify(body)}`);
  return { done: 'refused', code };
}
