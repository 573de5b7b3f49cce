/** A receiver of webhooks on this machine, that is told of one kind of event. */
import type { HttpClient } from '../../support/client.ts';
import { until } from '../../support/until.ts';
import { Receiver } from '../../support/webhooks.ts';

const TYPE = 'wallet.slip_created';
/** The operation that it tells of. */
export const HOOKED = 'slipCreate';
/** Soon, so that nobody waits for those that fell into a kill. */
export const HOOK_SETTINGS = { OUTBOUND_ALLOW: '127.0.0.1', WEBHOOK_RETRIES: '1,1,2,2,5,5,5,10,10,10,30,30,30' };
const LAST_MESSAGE_MS = 90_000;

export class Hook {
  readonly #receiver: Receiver;
  readonly #told = new Set<string>();

  private constructor(receiver: Receiver) {
    this.#receiver = receiver;
    receiver.react = ({ body }) => {
      this.#told.add(JSON.parse(body).data.transactionId);
      // They are many: what was received is not kept.
      receiver.received.length = 0;
      return 204;
    };
  }

  static async open(service: HttpClient): Promise<Hook> {
    const receiver = await Receiver.open();
    const { status, text } = await service.post('/api/v1/webhooks', { url: receiver.url, event_types: [TYPE] });
    if (status !== 201) throw new Error(`a webhook was answered ${status}: ${text}`);
    return new Hook(receiver);
  }

  get told(): number {
    return this.#told.size;
  }

  /** Lets the last messages come; a line for everything that was not told, or never happened. */
  async audit(transactions: ReadonlySet<string>): Promise<string[]> {
    await until(() => this.#told.size >= transactions.size, LAST_MESSAGE_MS).catch(() => {});
    const missed = [...transactions].filter((id) => !this.#told.has(id));
    const strange = [...this.#told].filter((id) => !transactions.has(id));
    return [
      ...missed.map((id) => `no webhook told of ${id}`),
      ...strange.map((id) => `a webhook told of ${id}, which is not in the books`),
    ];
  }

  close(): Promise<void> {
    return this.#receiver.close();
  }
}
