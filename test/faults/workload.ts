/** Clients that never give up: each sends one operation after another, and the same again until it is told what became of it. */
import { setTimeout as delay } from 'node:timers/promises';
import type { HttpClient } from '../support/client.ts';
import type { Oracle, Told, Wanted } from './oracle.ts';

export interface Counts {
  /** Operations of which at least one attempt got no answer. */
  unknown: number;
  attempts: number;
}

interface Final {
  readonly wanted: Wanted;
  readonly answer: string;
}

const USERS = 24;
/** Answers that are kept to be asked for again, or a little more. */
const LATEST = 500;

/** A refusal for lack of funds is final too; anything else that is not a success means: send it again. */
type Verdict = { readonly done: 'recorded'; readonly answer: string } | { readonly done: 'refused' } | null;

export class Workload {
  readonly counts: Counts = { unknown: 0, attempts: 0 };
  /** What was acknowledged last, and not yet asked for again: more than are ever under way. */
  readonly finals: Final[] = [];
  readonly #client: HttpClient;
  readonly #oracle: Oracle;
  #next = 0;
  #stopping = false;
  #waiters: { count: number; resolve: () => void }[] = [];

  constructor(client: HttpClient, oracle: Oracle) {
    this.#client = client;
    this.#oracle = oracle;
  }

  /** Keeps so many operations under way until `stop`; resolves when the last one of them has its answer. */
  async run(clients: number): Promise<void> {
    this.#stopping = false;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (!this.#stopping) await this.#see(this.#make());
      }),
    );
  }

  stop(): void {
    this.#stopping = true;
  }

  /** Resolves when so many more have been acknowledged. */
  acknowledged(more: number): Promise<void> {
    return new Promise((resolve) => this.#waiters.push({ count: this.#oracle.acknowledged + more, resolve }));
  }

  /** Sends what was acknowledged last once more; gives those whose answer is no longer the same to the byte. */
  async replay(clients: number): Promise<string[]> {
    const changed: string[] = [];
    const finals = this.finals.splice(0);
    let next = 0;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (next < finals.length) {
          const { wanted, answer } = finals[next++] as Final;
          const again = await this.#send(wanted, 30_000);
          if (again?.done !== 'recorded' || again.answer !== answer) changed.push(wanted.reference);
        }
      }),
    );
    return changed;
  }

  #make(): Wanted {
    const i = this.#next++;
    const kind = (['walletTopup', 'walletSpend', 'walletTransfer'] as const)[i % 3] as Wanted['kind'];
    const user = `u${Math.floor(Math.random() * USERS)}`;
    const amount = 1 + Math.floor(Math.random() * 100);
    const wanted = { reference: `kill-${i}`, kind, user, amount };
    if (kind !== 'walletTransfer') return wanted;
    // Some transfers open the wallet that they go to.
    return { ...wanted, other: i % 50 === 2 ? `new-${i}` : `u${(Number(user.slice(1)) + 1) % USERS}` };
  }

  async #see(wanted: Wanted): Promise<void> {
    let unknown = false;
    for (;;) {
      this.counts.attempts += 1;
      // A few lose patience at once: their answers get lost without any kill.
      const verdict = await this.#send(wanted, Math.random() < 0.01 ? 5 : 3_000);
      if (verdict?.done === 'recorded') return this.#acknowledge(wanted, verdict.answer);
      if (verdict?.done === 'refused') return this.#oracle.refuse(wanted);
      if (!unknown) this.counts.unknown += 1;
      unknown = true;
      await delay(20 + Math.random() * 80);
    }
  }

  #acknowledge(wanted: Wanted, answer: string): void {
    this.#oracle.acknowledge(wanted, JSON.parse(answer) as Told);
    this.finals.push({ wanted, answer });
    if (this.finals.length > 2 * LATEST) this.finals.splice(0, this.finals.length - LATEST);
    this.#waiters = this.#waiters.filter(({ count, resolve }) => {
      if (this.#oracle.acknowledged < count) return true;
      resolve();
      return false;
    });
  }

  async #send(wanted: Wanted, patience: number): Promise<Verdict> {
    const [path, body] = requestOf(wanted);
    const answer = await this.#client.post(path, body, patience).catch(() => null);
    if (!answer || answer.status >= 500) return null;
    const parsed = JSON.parse(answer.text);
    const outcome =
      wanted.kind === 'walletTransfer' ? parsed.data?.outcomes?.[0] : { ...parsed, status: answer.status };
    const code = outcome?.error?.code ?? outcome?.code;
    if (outcome?.status === 201 || outcome?.status === 200) {
      return { done: 'recorded', answer: JSON.stringify(outcome.data) };
    }
    if (outcome?.status >= 500) return null;
    if (code === 'INSUFFICIENT_FUNDS' || code === 'WALLET_NOT_FOUND') return { done: 'refused' };
    throw new Error(`${wanted.reference} was answered ${answer.status} ${answer.text}`);
  }
}

function requestOf({ reference, kind, user, other, amount }: Wanted): [path: string, body: object] {
  const common = { asset_code: 'USD', amount, reference_id: reference };
  switch (kind) {
    case 'walletTopup':
      return ['/api/v1/wallets/topup', { ...common, user_id: user, payment_method: 'stripe' }];
    case 'walletSpend':
      return ['/api/v1/wallets/spend', { ...common, user_id: user }];
    case 'walletTransfer':
      return ['/api/v1/batch', { operations: [{ ...common, operation: kind, sender_id: user, recipient_id: other }] }];
  }
}
