/** A small shop for requests to find something in: made anew for each operation, as they use it up. */
import type { Call, TestServer } from '../support/http.ts';
import type { Known } from './values.ts';

/** Nobody is called: nothing delivers in these tests. */
const HOOK = 'https://1.1.1.1/hook';
const BROWSER_KEYS = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};
const APPROVER = { role: 'supervisor', subject: 'sue' } as const;
const PIN = '2468';

export interface World {
  /** Whose token a customer's requests carry. */
  readonly customer: string;
  readonly known: Known;
}

let made = 0;

/** Two customers with money, debts, a webhook, a browser, and what there is to read of them. */
export async function makeWorld(server: TestServer): Promise<World> {
  made += 1;
  const [customer, other] = [`c${made}a`, `c${made}b`];
  const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, body?: object, as: Call['as'] = 'admin') => {
    const answer = await server.call(method, url, { as, ...(body && { body }) });
    if (answer.status >= 300) throw new Error(`${method} ${url} is ${answer.status}: ${answer.text}`);
    return answer.json;
  };

  // An attack may have left a limit under which nobody can buy anything.
  for (const code of ['USD', 'TZS']) await ask('PUT', `/api/v1/credit-limits/${code}`, { amount_cents: 1_000_000_000 });
  const topup = (user_id: string, asset_code: string) =>
    ask('POST', '/api/v1/wallets/topup', {
      user_id,
      asset_code,
      amount: 90_000,
      reference_id: `${user_id}-${asset_code}`,
    });
  const topups = [await topup(customer, 'USD'), await topup(customer, 'TZS'), await topup(other, 'USD')];
  const slipOf = { customer_id: customer, store_id: 'S1', currency: 'USD' };
  const lines = [{ item_id: 'I1', description: 'Tea', quantity: 3, unit_price_cents: 5000 }];
  const slips = [];
  for (let i = 0; i < 3; i += 1) slips.push(await ask('POST', '/api/wallet/credit-slips', { ...slipOf, lines }));
  await ask('POST', '/api/wallet/payments', { ...slipOf, method: 'CASH', amount_cents: 100 });
  await ask('POST', '/api/v1/customers', { customer_id: `${customer}p`, name: 'Amina', phone_number: '+255700000001' });
  const info = await ask('GET', `/api/customer/wallet-info?customerId=${customer}`);
  const listed = await ask('GET', `/api/v1/customer/wallet/${info.data.walletId}/transactions?limit=1`);
  const statement = await ask('GET', `/api/v1/wallets/${customer}/transactions?limit=1`);
  const entries = await ask('GET', '/api/v1/entries?limit=1');
  const audit = await ask('GET', '/api/v1/audit?limit=1');
  const events = await ask('GET', '/api/v1/events?limit=1');
  const transactions = topups.map(({ data }) => data.transaction_id);
  const shared = await ask('POST', `/api/v1/receipts/${transactions[0]}/share`, {});

  const { webhooks } = (await ask('GET', '/api/v1/webhooks')).data;
  const webhook = webhooks[0] ?? (await ask('POST', '/api/v1/webhooks', { url: HOOK })).data.webhook;
  const delivery = (await ask('POST', `/api/v1/webhooks/${webhook.webhook_id}/test`)).data.delivery_id;
  const browser = { endpoint: `https://1.1.1.1/${customer}`, keys: BROWSER_KEYS };
  const own = { role: 'customer', subject: customer } as const;
  const subscription = (await ask('POST', '/api/v1/push/subscriptions', browser, own)).data.id;
  await ask('PUT', '/api/v1/approvers/me/pin', { pin: PIN }, APPROVER);

  const customers = [customer, other, `${customer}p`, 'nobody'];
  const assets = ['USD', 'USD', 'TZS', 'POINTS', 'NOSUCH'];
  const places = [statement.data.next, entries.data.next, audit.data.next, listed.data?.next, events.data.next];
  const known = {
    ...Object.fromEntries(
      ['user_id', 'customer_id', 'customerId', 'userId', 'customer', 'sender_id', 'recipient_id'].map((name) => [
        name,
        customers,
      ]),
    ),
    asset_code: assets,
    currency: assets,
    walletId: [info.data.walletId],
    id: [...transactions, listed.data[0]?.id, subscription],
    transaction_id: transactions,
    slip_id: slips.map(({ slip_id }) => slip_id),
    webhook_id: [webhook.webhook_id],
    delivery_id: [delivery],
    token: [
      String(shared.data.path ?? shared.data.url ?? shared.data.token)
        .split('/')
        .at(-1),
    ],
    subject: [APPROVER.subject],
    approver: [APPROVER.subject, 'nobody'],
    pin: [PIN],
    cursor: places,
    after: [...places, customer],
    'idempotency-key': [`${customer}-1`, `${customer}-2`],
    reference_id: [`${customer}-r1`, `${customer}-r2`, `${customer}-USD`],
    from: ['2024-01-01', '2026-01-01'],
    to: ['2024-01-31', '2026-12-31'],
    time_zone: ['Africa/Dar_es_Salaam', 'UTC'],
    store_id: ['S1'],
    action: ['topup'],
    url: [HOOK],
    endpoint: [browser.endpoint],
    p256dh: [BROWSER_KEYS.p256dh],
    auth: [BROWSER_KEYS.auth],
  };
  return { customer, known: withoutGaps(known) };
}

const withoutGaps = (known: Record<string, unknown[]>): Known =>
  Object.fromEntries(
    Object.entries(known)
      .map(([name, values]) => [name, values.filter((value) => value !== null && value !== undefined)] as const)
      .filter(([, values]) => values.length > 0),
  );

const PLACE = /<<([a-z0-9_-]+):([0-9]+)>>/gi;

/** The text with what is known named instead of written out, so that it holds in other worlds too. */
export function generic(text: string, { known }: World): string {
  const names = Object.entries(known).flatMap(([name, values]) =>
    values.map((value, index) => [String(value), `<<${name}:${index}>>`] as const),
  );
  return names
    .filter(([value]) => value.length > 2)
    .toSorted(([a], [b]) => b.length - a.length)
    .reduce((result, [value, place]) => result.replaceAll(value, place), text);
}

/** The opposite of `generic`. */
export const particular = (text: string, { known }: World): string =>
  text.replace(PLACE, (place, name, index) => String(known[name]?.[Number(index)] ?? place));
