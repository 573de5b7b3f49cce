/** Clients that never give up: an operation is sent again, under its key, until it is told for good what became of it. */
import { setTimeout as delay } from 'node:timers/promises';
import { Random } from '../../src/demo/random.ts';
import { Backoff } from '../../src/engine/backoff.ts';
import type { HttpAnswer, HttpClient } from '../support/client.ts';
import { until } from '../support/until.ts';
import { ClientLog, type Span } from './log.ts';
import { ClientPlan, CUSTOMERS, customersOf } from './plan.ts';
import { requestOf, type Verdict, verdictsOf } from './requests.ts';
import { ASSETS, type AssetCode, type Want } from './want.ts';

export interface ClientsOptions {
  readonly seed: number;
  readonly count: number;
  /** One for each instance: an attempt goes to any of them. */
  readonly doors: readonly HttpClient[];
  /** How many attempts are broken off by the client soon after they were sent. */
  readonly impatient?: number;
  /** Milliseconds that each waits on average between two operations. */
  readonly think?: number;
  /** How many customers there are: as few as make them meet all the time by default. */
  readonly customers?: number;
  /** How many of the latest answers are kept whole; all of them by default. */
  readonly whole?: number;
}

/** An operation, or several in one request, that has its final answer. */
export interface Finished {
  /** When it was due to be sent, in milliseconds of the process. */
  readonly due: number;
  readonly ms: number;
  readonly attempts: number;
}

/** Once nothing is broken any more, whoever waits longer than this waits for ever. */
const LAST_ANSWER_MS = 60_000;
/** Nobody is in a hurry before it begins. */
const OPENED_AT_ONCE = 16;

export class Clients {
  readonly log: ClientLog;
  attempts = 0;
  /** Operations of which at least one attempt got no answer. */
  unknown = 0;
  /** What came instead of final answers, and how often. */
  readonly failures = new Map<string, number>();
  /** The operation that took longest from its first attempt to its final answer. */
  slowest = { name: '', ms: 0, attempts: 0 };
  impatient: number;
  /** Milliseconds that a client waits for an answer before it sends the same again. */
  patience = 3_000;
  #lastRecorded = performance.now();
  #longestPause = 0;
  readonly #doors: readonly HttpClient[];
  readonly #plans: readonly ClientPlan[];
  readonly #chance: Random;
  readonly #wallets = new Map<string, number>();
  #running: Promise<unknown> = Promise.resolve();
  #stopping = false;
  /** Whoever still waits for an answer waits no more. */
  #givenUp = false;
  readonly #think: number;
  readonly #customers: readonly string[];
  /** Hear of every request that has its final answer, and of every attempt that got none, or that of a server error. */
  finished: (finished: Finished) => void = () => {};
  failed: (name: string, answer: string) => void = () => {};

  constructor(options: ClientsOptions) {
    const { seed, count, doors, impatient = 0.01, think = 0, whole, customers = CUSTOMERS.length } = options;
    this.log = new ClientLog(whole);
    this.#doors = doors;
    this.#think = think;
    this.#customers = customersOf(customers);
    this.#plans = Array.from({ length: count }, (_, client) => new ClientPlan(seed, client, count, this.#customers));
    // What is chosen by attempt hangs on how many there are, and must not touch what is wanted.
    this.#chance = new Random(seed ^ 0x5eed);
    this.impatient = impatient;
  }

  /** Opens the wallets that the customers begin with. */
  async open(): Promise<void> {
    const wants = this.#customers.flatMap((customer) =>
      ASSETS.map((asset): Want => ({ name: `open-${customer}-${asset}`, kind: 'open', customer, asset, amount: 0n })),
    );
    const { patience } = this;
    this.patience = LAST_ANSWER_MS;
    const left = wants.values();
    const worker = async () => {
      for (const want of left) await this.#insist([want]);
    };
    await Promise.all(Array.from({ length: OPENED_AT_ONCE }, worker));
    this.patience = patience;
    for (const { name, customer, asset } of wants)
      this.#wallets.set(`${customer} ${asset}`, this.log.recorded.get(name)?.answer.id);
  }

  start(): void {
    this.#stopping = false;
    this.#running = Promise.all(this.#plans.map((plan) => this.#work(plan)));
    // Whoever stops them hears of it.
    this.#running.catch(() => {});
  }

  /** Begins so many operations a second instead, whether those before them are answered or not. */
  startAt(rate: number): void {
    this.#stopping = false;
    this.#running = this.#arrive(rate);
    this.#running.catch(() => {});
  }

  /** Resolves when everything that was begun has its final answer. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const answered = new AbortController();
    const late = delay(LAST_ANSWER_MS, null, { ref: false, signal: answered.signal }).then(() => {
      this.#givenUp = true;
      throw new Error(`clients still wait for an answer after ${LAST_ANSWER_MS} ms`);
    });
    late.catch(() => {});
    await Promise.race([this.#running, late]).finally(() => answered.abort());
  }

  /** Resolves when so many more operations were recorded; throws where a client was answered what must not be. */
  async recorded(more: number, patience = 120_000): Promise<void> {
    const goal = this.log.counts.recorded + more;
    await Promise.race([this.#running, until(() => this.log.counts.recorded >= goal, patience)]);
  }

  /** Resolves when nothing was recorded for so many milliseconds. */
  async turnedAway(forMs: number): Promise<void> {
    const quiet = () => performance.now() - this.#lastRecorded > forMs;
    await Promise.race([this.#running, until(quiet, LAST_ANSWER_MS)]);
  }

  /** The longest time in milliseconds in which nothing was recorded, since this was last asked. */
  takeLongestPause(): number {
    this.#noticeRecorded();
    const longest = this.#longestPause;
    this.#longestPause = 0;
    return Math.round(longest);
  }

  #noticeRecorded(): void {
    const now = performance.now();
    this.#longestPause = Math.max(this.#longestPause, now - this.#lastRecorded);
    this.#lastRecorded = now;
  }

  /** Sends a recorded request once more; gives the answers anew, or throws. */
  async again(wants: readonly Want[]): Promise<(Verdict | null)[]> {
    for (let left = 50; ; left -= 1) {
      const verdicts = await this.#attempt(wants, 30_000);
      if (verdicts.every((verdict) => verdict !== null) || left === 0) return verdicts;
      await delay(100);
    }
  }

  async #arrive(rate: number): Promise<void> {
    const under = new Set<Promise<void>>();
    const wrong = Promise.withResolvers<never>();
    wrong.promise.catch(() => {});
    let due = performance.now();
    for (let n = 0; !this.#stopping; n += 1) {
      const early = due - performance.now();
      if (early > 0) await Promise.race([delay(early), wrong.promise]);
      const plan = this.#plans[n % this.#plans.length] as ClientPlan;
      const wants = plan.next();
      const work: Promise<void> = this.#carryOut(plan, wants, due)
        .catch(wrong.reject)
        .finally(() => under.delete(work));
      under.add(work);
      due += (wants.length * 1_000) / rate;
    }
    await Promise.race([Promise.all(under), wrong.promise]);
  }

  async #carryOut(plan: ClientPlan, wants: readonly Want[], due = performance.now()): Promise<void> {
    await this.#insist(wants, due);
    for (const { name } of wants) {
      const done = this.log.recorded.get(name);
      if (done) plan.recorded(done);
    }
    const [{ customer, asset }] = wants as [Want];
    if (this.#chance.chance(0.2)) await this.#look(customer, asset);
  }

  async #work(plan: ClientPlan): Promise<void> {
    while (!this.#stopping) {
      await this.#carryOut(plan, plan.next());
      if (this.#think > 0) await delay(this.#chance.whole(0, 2 * this.#think));
    }
  }

  async #insist(wants: readonly Want[], due = performance.now()): Promise<void> {
    const sent = this.log.moment();
    let open = wants;
    let attempt = 0;
    // Longer and longer: whoever asked again at once would be what keeps a service down that has just come back.
    const backoff = new Backoff(40, 1_000);
    for (; open.length > 0; attempt += 1) {
      if (this.#givenUp) throw new Error(`${wants[0]?.name} has no answer`);
      if (attempt > 0) await backoff.wait();
      const verdicts = await this.#attempt(open, this.#chance.chance(this.impatient) ? 5 : this.patience);
      const span = { sent, done: this.log.moment() };
      for (const [i, want] of open.entries()) this.#settle(want, wants, verdicts[i] ?? null, span, attempt > 0);
      open = open.filter((_, i) => !verdicts[i]);
      if (attempt === 0) this.unknown += open.length;
    }
    const took = performance.now() - due;
    this.finished({ due, ms: took, attempts: attempt });
    const ms = Math.round(took);
    if (ms > this.slowest.ms) this.slowest = { name: wants[0]?.name ?? '', ms, attempts: attempt };
  }

  #settle(want: Want, together: readonly Want[], verdict: Verdict | null, span: Span, isDoubtful: boolean): void {
    if (verdict?.done === 'recorded') {
      this.log.record({ want, together, text: verdict.text, answer: verdict.answer, ...span });
      this.#noticeRecorded();
    }
    if (verdict?.done === 'refused') this.log.refuse({ want, code: verdict.code, isDoubtful, ...span });
  }

  async #attempt(wants: readonly Want[], patience: number): Promise<(Verdict | null)[]> {
    this.attempts += 1;
    const request = requestOf(wants, this.#wallets);
    const answer = await this.#door()
      .send({ ...request, patience })
      .catch((error) => this.#failed(error));
    if (!answer) return wants.map(() => null);
    if (answer.status >= 500) this.#failed(new Error(`status ${answer.status}`), answer.text);
    return verdictsOf(wants, answer, request.path === '/api/v1/batch');
  }

  #failed(error: NodeJS.ErrnoException, answer = ''): null {
    const name = error.code ?? (error.message.startsWith('status') ? error.message : error.name);
    this.failures.set(name, (this.failures.get(name) ?? 0) + 1);
    this.failed(name, answer);
    return null;
  }

  #door = (): HttpClient => this.#doors[this.#chance.whole(0, this.#doors.length - 1)] as HttpClient;

  async #look(customer: string, asset: AssetCode): Promise<void> {
    const sent = this.log.moment();
    const path = `/api/wallet/balance/${customer}?currency=${asset}`;
    const answer = await this.#door()
      .send({ method: 'GET', path, patience: this.patience })
      .catch((error) => this.#failed(error));
    if (answer?.status !== 200) return;
    const { balance } = JSON.parse(answer.text);
    const [wallet, net, openSlips] = [balance.wallet_available_cents, balance.balance_cents, balance.open_slips_total];
    const seen = { customer, asset, wallet: BigInt(wallet), net: BigInt(net), openSlips: BigInt(openSlips) };
    this.log.see({ ...seen, sent, done: this.log.moment() });
  }

  /** All pages of what a customer is told happened, oldest first. */
  async history(customer: string, asset: AssetCode): Promise<HistoryEntry[]> {
    const entries: HistoryEntry[] = [];
    for (let page = 1; ; page += 1) {
      const path = `/api/wallet/history/${customer}?currency=${asset}&page=${page}&per_page=100`;
      const answer: HttpAnswer = await this.#door().send({ method: 'GET', path });
      if (answer.status === 404) return [];
      if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status} ${answer.text}`);
      const body = JSON.parse(answer.text);
      entries.push(...body.entries);
      if (!body.pagination.has_next) return entries.toReversed();
    }
  }
}

export const HISTORY_KINDS = ['wallet', 'receivable'] as const;

export interface HistoryEntry {
  readonly account: (typeof HISTORY_KINDS)[number];
  readonly direction: 'DEBIT' | 'CREDIT';
  readonly amount_cents: number;
  readonly balance_after_cents: number;
  readonly source: { readonly transaction_id: string };
}
