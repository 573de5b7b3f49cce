/** What requests of the access table name: the things of one customer, and those of nobody. */
import type { Call, TestServer } from '../../support/http.ts';

/** Whatever a request can name of a customer. */
export interface Things {
  readonly customer: string;
  readonly wallet: number;
  readonly transaction: string;
  /** The transaction as customer-wallet numbers it. */
  readonly walletTransaction: string | number;
  readonly slip: string;
  /** A browser of theirs that gets messages. */
  readonly subscription: string;
}

const NO_ID = '01890000-0000-7000-8000-000000000000';

/** Well-formed, and nowhere to be found. */
export const NOBODYS: Things = {
  customer: 'nobody-at-all',
  wallet: 9_999_999,
  transaction: NO_ID,
  walletTransaction: NO_ID,
  slip: NO_ID,
  subscription: NO_ID,
};

/** Nobody is called: nothing delivers here. */
const HOOK = 'https://1.1.1.1/hook';

/** Of the example in RFC 8291. */
const BROWSER_KEYS = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};

/** A shop that makes what requests are to find. */
export class Shop {
  readonly hook = HOOK;
  readonly #call: TestServer['call'];
  #made = 0;

  constructor({ call }: TestServer) {
    this.#call = call;
  }

  /** A customer with money, a transaction and a slip. */
  async thingsOf(customer: string): Promise<Things> {
    const transaction = await this.topup(customer);
    await this.#ask('POST', '/api/v1/customers', { customer_id: customer, name: 'Amina' });
    const { data } = await this.#ask('GET', `/api/customer/wallet-info?customerId=${customer}`);
    const listed = await this.#ask('GET', `/api/v1/customer/wallet/${data.walletId}/transactions?limit=1`);
    const slip = await this.slip(customer);
    const as = { role: 'customer', subject: customer } as const;
    const subscribed = await this.#ask('POST', '/api/v1/push/subscriptions', this.browser(), as);
    const [wallet, subscription] = [data.walletId, subscribed.data.id];
    return { customer, wallet, transaction, walletTransaction: listed.data[0].id, slip, subscription };
  }

  /** Somebody who approves: once for all, as PINs are slow to keep. Removed ones are made anew. */
  async approver(): Promise<{ readonly subject: string; readonly pin: string }> {
    const [subject, pin] = ['sue', '2468'];
    const { approvers } = (await this.#ask('GET', '/api/v1/approvers')).data;
    if (!approvers.some((one: { subject: string }) => one.subject === subject)) {
      await this.#ask('PUT', '/api/v1/approvers/me/pin', { pin }, { role: 'supervisor', subject });
    }
    return { subject, pin };
  }

  /** A customer who was not there before. */
  async somebody(): Promise<string> {
    const customer = this.word('somebody');
    await this.topup(customer);
    return customer;
  }

  /** An asset that nobody has a wallet in. */
  async asset(): Promise<string> {
    const code = this.word('ASSET');
    await this.#ask('POST', '/api/v1/assets', { code, name: 'Matrix', decimal_places: 0 });
    return code;
  }

  /** The asset of a rule for top-ups. */
  async pointRule(): Promise<string> {
    await this.#ask('PUT', '/api/v1/point-rules/topup/DIAMONDS', { per_amount: 1, points: 1 });
    return 'DIAMONDS';
  }

  /** A word that was not given before. */
  word(start: string): string {
    this.#made += 1;
    return `${start}${this.#made}`;
  }

  async topup(customer: string): Promise<string> {
    const body = { user_id: customer, asset_code: 'USD', amount: 100_000, reference_id: this.word('things-') };
    return (await this.#ask('POST', '/api/v1/wallets/topup', body)).data.transaction_id;
  }

  async slip(customer: string): Promise<string> {
    if (customer === NOBODYS.customer) return NOBODYS.slip;
    return (await this.#ask('POST', '/api/wallet/credit-slips', slipOf(customer))).slip_id;
  }

  async webhook(): Promise<string> {
    const { webhooks } = (await this.#ask('GET', '/api/v1/webhooks')).data;
    // There is a bound to how many there may be.
    if (webhooks.length > 10) await this.#ask('DELETE', `/api/v1/webhooks/${webhooks[0].webhook_id}`);
    return (await this.#ask('POST', '/api/v1/webhooks', { url: HOOK })).data.webhook.webhook_id;
  }

  async delivery(): Promise<{ readonly webhook_id: string; readonly delivery_id: string }> {
    const webhook_id = await this.webhook();
    const { data } = await this.#ask('POST', `/api/v1/webhooks/${webhook_id}/test`);
    return { webhook_id, delivery_id: data.delivery_id };
  }

  /** A browser as it asks for messages. */
  browser() {
    return { endpoint: `https://1.1.1.1/${this.word('browser')}`, keys: BROWSER_KEYS };
  }

  async #ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object, as: Call['as'] = 'admin') {
    const answer = await this.#call(method, url, { as, ...(body && { body }) });
    if (answer.status >= 300) throw new Error(`${method} ${url} is ${answer.status}: ${answer.text}`);
    return answer.json;
  }
}

export const slipOf = (customer: string) => ({
  customer_id: customer,
  store_id: 'S1',
  currency: 'USD',
  lines: [{ item_id: 'I', description: 'Tea', quantity: 1, unit_price_cents: 500 }],
});
