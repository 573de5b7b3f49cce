/** A ledger's lane: one batch after another. What arrives while a commit is on its way makes up the next batch. */
import type { Pool } from 'pg';
import { accountKey } from '../ledger/account.ts';
import type { PointRuleRegistry, RulesInForce } from '../queries/point-rule-registry.ts';
import { inSharedSpan } from '../telemetry/spans.ts';
import type { OperationRecord } from '../wallet/record.ts';
import { AccountBook } from './account-book.ts';
import type { AccountIds } from './account-ids.ts';
import { answersOf } from './answers.ts';
import { AnswersDue } from './answers-due.ts';
import { Backoff } from './backoff.ts';
import { type CommitRow, type PreparedBatch, prepareBatch } from './commit.ts';
import { callCommit } from './commit-call.ts';
import { Draft } from './draft.ts';
import { answered, Unanswered } from './failure.ts';
import { forgetOldest } from './forget.ts';
import { beyondAccounts, type Looked, type LookSources, look } from './look.ts';
import type { EngineMetrics } from './metrics.ts';
import { needsOf } from './needs.ts';
import type { Pending } from './pending.ts';
import { type Caller, Unavailable } from './submission.ts';

export interface LaneSources extends LookSources {
  /** Connections for ledger_commit and for nothing else. */
  readonly commits: Pool;
  readonly ids: AccountIds;
  readonly metrics: EngineMetrics;
  readonly points: PointRuleRegistry;
  /** Operations in one commit at most. */
  readonly maxBatch: number;
  /** Accounts and callers that the lane remembers at most. */
  readonly remembered: number;
  /** Told why a batch has to look up what became of it. */
  unanswered(error: unknown): void;
  /** Told of each commit, after its callers were. */
  committed(ledgerId: bigint, records: readonly OperationRecord[]): void;
}

/** Some ten seconds' worth of ten thousand operations a second. */
const KEYS_REMEMBERED = 100_000;

export class Lane {
  readonly #ledgerId: bigint;
  readonly #sources: LaneSources;
  readonly #book: AccountBook;
  /** Callers that are in the books already, as far as this instance knows. */
  readonly #callers = new Set<string>();
  /** Keys that were recorded a moment ago: who comes with one again is asked about before it spoils a batch. */
  readonly #keys = new Set<string>();
  readonly #answers = new AnswersDue();
  #queue: Pending[] = [];
  #running = false;

  constructor(ledgerId: bigint, sources: LaneSources) {
    this.#ledgerId = ledgerId;
    this.#sources = sources;
    this.#book = new AccountBook(sources.remembered);
  }

  enqueue(pending: Pending): void {
    this.#queue.push(pending);
    if (this.#running) return;
    this.#running = true;
    // What else arrives in this turn of the event loop comes along.
    setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    const backoff = new Backoff(50, 1000);
    while (this.#queue.length > 0) {
      this.#expire();
      const batch = this.#queue.splice(0, this.#sources.maxBatch);
      try {
        const again = await this.#process(batch);
        this.#queue = again.concat(this.#queue);
        if (this.#queue.length === 0) this.#answers.give();
        backoff.reset();
      } catch (error) {
        this.#sources.unanswered(error);
        this.#answers.give();
        // No answer came: each of these may have been recorded. Before anything else, their keys are read.
        const open = batch.filter((pending) => !pending.settled);
        for (const pending of open) pending.look = true;
        this.#queue = open.concat(this.#queue);
        await backoff.wait();
      }
      this.#forgetOldest();
    }
    this.#running = false;
  }

  #expire(): void {
    const now = performance.now();
    for (const pending of this.#queue) if (pending.deadline < now) pending.reject(new Unavailable('database'));
    this.#queue = this.#queue.filter((pending) => !pending.settled);
  }

  #forgetOldest(): void {
    this.#book.trim();
    forgetOldest(this.#callers, this.#sources.remembered);
    forgetOldest(this.#keys, KEYS_REMEMBERED);
  }

  /** Gives the operations that have to go again, in order. Throws Unanswered, and nothing else. */
  async #process(batch: readonly Pending[]): Promise<Pending[]> {
    try {
      return await this.#attempt(batch);
    } catch (error) {
      if (error instanceof Unanswered) throw error;
      return this.#isolate(
        batch.filter((pending) => !pending.settled),
        error,
      );
    }
  }

  /** Something in the batch cannot be recorded: halves it until the culprit stands alone, and only that one fails. */
  async #isolate(batch: readonly Pending[], error: unknown): Promise<Pending[]> {
    if (batch.length <= 1 || error instanceof Unavailable) {
      for (const pending of batch) pending.reject(error);
      return [];
    }
    const half = Math.ceil(batch.length / 2);
    const first = await this.#process(batch.slice(0, half));
    return first.concat(await this.#process(batch.slice(half)));
  }

  async #attempt(batch: readonly Pending[]): Promise<Pending[]> {
    const { alone, twins } = oneOfEachKey(batch);
    const rules = await answered(Promise.resolve(this.#sources.points.inForce(this.#ledgerId)));
    const asking = alone.filter((pending) => pending.look || this.#isKnown(pending) || this.#isCold(pending, rules));
    const looked = await this.#look(asking, rules);
    const { draft, again } = this.#decide(alone, new Set(asking), looked, rules);
    if (draft.operations.length > 0) again.unshift(...(await this.#commit(draft)));
    return again.concat(twins);
  }

  /** Whether this instance has recorded something under its key. */
  #isKnown({ submission, key }: Pending): boolean {
    return submission.key !== null && this.#keys.has(key);
  }

  #isCold({ submission }: Pending, rules: RulesInForce): boolean {
    const needs = needsOf(submission, rules);
    return beyondAccounts(needs) || needs.accounts.some((ref) => !this.#book.get(accountKey(ref)));
  }

  /** Reads what these need, and answers those whose key was used before. */
  async #look(asking: readonly Pending[], rules: RulesInForce): Promise<Looked> {
    if (asking.length === 0) return NOTHING;
    const looking = inSharedSpan(
      'ledger_look',
      () => asking.map(({ span }) => span),
      () => look(this.#sources, this.#ledgerId, this.#book, asking, rules),
    );
    this.#answers.give();
    const looked = await looking;
    await this.#sources.ids.reserve(looked.absent);
    for (const pending of asking) {
      const used = looked.used.get(pending.key);
      if (!used) continue;
      if (used.fingerprint === pending.fingerprint) {
        // An operation that finds itself in the books was recorded by an attempt whose answer never came.
        pending.resolve({ ok: true, record: used.record, replayed: used.record.id !== pending.id });
      } else {
        const details = { key: pending.submission.key?.value ?? '' };
        pending.resolve({ ok: false, refusal: { code: 'DUPLICATE_IDEMPOTENCY_KEY', details } });
      }
    }
    return looked;
  }

  #decide(
    batch: readonly Pending[],
    asked: ReadonlySet<Pending>,
    looked: Looked,
    rules: RulesInForce,
  ): { draft: Draft; again: Pending[] } {
    const draft = new Draft({
      book: this.#book,
      asset: (code) => this.#sources.assets.get(code),
      transaction: (id) => looked.transactions.get(id) ?? null,
      slips: looked.slips,
      rules,
      newAccountId: () => this.#sources.ids.take(),
    });
    const again: Pending[] = [];
    for (const pending of batch) {
      if (pending.settled) continue;
      const { decision, swayed } = draft.add(pending);
      if ('facts' in decision) continue;
      // A refusal is only given on what was just read, untouched by neighbours whose commit may yet fail.
      if (asked.has(pending) && !swayed) pending.resolve({ ok: false, refusal: decision.refusal });
      else again.push(pending);
      pending.look = true;
    }
    return { draft, again };
  }

  /** Commits the draft and answers its operations, or gives them back where the books were not as guessed. */
  async #commit(draft: Draft): Promise<Pending[]> {
    const callers = this.#unknownCallers(draft);
    const batch = prepareBatch(this.#ledgerId, draft, callers, this.#sources.assets);
    const row = await inSharedSpan(
      'ledger_commit',
      () => draft.operations.map(({ pending }) => pending.span),
      () => callCommit(this.#sources.commits, batch, this.#sources.metrics, () => this.#answers.give()),
    );
    if (row.status === 'stale') return this.#correct(batch, row);
    this.#remember(batch, row);
    for (const id of callers.keys()) this.#callers.add(id);
    for (const { pending } of batch.operations) if (pending.submission.key) this.#keys.add(pending.key);
    this.#sources.metrics.batch.observe(batch.operations.length);
    for (const { pending } of batch.operations) pending.settled = true;
    const records = answersOf(batch, row);
    batch.operations.forEach(({ pending }, i) => {
      const record = records[i];
      if (record) this.#answers.add(() => pending.resolve({ ok: true, record, replayed: false }));
    });
    this.#answers.add(() => this.#sources.committed(this.#ledgerId, records));
    return [];
  }

  #unknownCallers(draft: Draft): Map<string, Caller> {
    const unknown = new Map<string, Caller>();
    for (const { pending } of draft.operations) {
      if (!this.#callers.has(pending.callerId)) unknown.set(pending.callerId, pending.submission.caller);
    }
    return unknown;
  }

  #remember(batch: PreparedBatch, row: CommitRow): void {
    batch.accounts.forEach(({ ref, id, assetId, delta, entries }, i) => {
      const [balance, seq] = [row.balances?.[i] ?? 0n, row.seqs?.[i] ?? 0n];
      this.#book.put({ ref, id, assetId, balance: balance + delta, seq: seq + BigInt(entries) });
    });
  }

  /** Takes over the true values, and marks the operations that have to read before they decide again. */
  #correct(batch: PreparedBatch, row: CommitRow): Pending[] {
    batch.accounts.forEach(({ ref, id, assetId, isNew }, i) => {
      if (!isNew) this.#book.put({ ref, id, assetId, balance: row.balances?.[i] ?? 0n, seq: row.seqs?.[i] ?? 0n });
    });
    for (const customer of row.frozen ?? []) this.#book.setFrozen(customer, true);
    const used = new Set(row.used_keys);
    const limited = new Set(row.limited);
    for (const { pending, entries, facts } of batch.operations) {
      // Slips and transactions are not remembered: what needs them reads them again in any case.
      const opens = row.taken !== null && (facts.opens !== undefined || entries.some(({ account }) => account.isNew));
      if (used.has(pending.key) || opens || limited.has(facts.customer ?? '')) pending.look = true;
    }
    return batch.operations.map(({ pending }) => pending);
  }
}

const NOTHING: Looked = { used: new Map(), transactions: new Map(), slips: new Map(), absent: 0 };

/** Of several operations with one key the first goes; the others wait until they can find it in the books. */
function oneOfEachKey(batch: readonly Pending[]): { alone: Pending[]; twins: Pending[] } {
  const seen = new Set<string>();
  const alone: Pending[] = [];
  const twins: Pending[] = [];
  for (const pending of batch) {
    if (seen.has(pending.key)) {
      pending.look = true;
      twins.push(pending);
    } else {
      seen.add(pending.key);
      alone.push(pending);
    }
  }
  return { alone, twins };
}
