/**
 * Compares what clients were told with what stands in the books, both ways. The operations are done once more in the
 * auditor's own model, in the order of the books; every answer, every refusal and every balance that was shown must be what
 * the model says, at a place in that order where the client can have met it.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ClientLog, Recorded, Refused, Seen, Span } from './log.ts';
import { AuditModel, type Standing } from './model.ts';
import type { Kind, Want } from './want.ts';

/** An operation as it stands in the books; they come in the order of the journal. */
export interface Row {
  readonly reference: string | null;
  readonly operation: string;
  readonly customer: string | null;
  readonly id: string;
}

/** What one operation added to one account. */
export interface Movement {
  readonly id: string;
  readonly account: 'wallet' | 'receivable';
  readonly delta: bigint;
}

export interface Audited {
  readonly problems: readonly string[];
  /** By `customer asset`. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly movements: ReadonlyMap<string, readonly Movement[]>;
}

const OPERATION: Readonly<Record<Kind, string>> = {
  topup: 'walletTopup',
  batchTopup: 'walletTopup',
  addFunds: 'walletTopup',
  bonus: 'walletBonus',
  credit: 'walletBonus',
  spend: 'walletSpend',
  batchSpend: 'walletSpend',
  pay: 'walletSpend',
  manual: 'walletSpend',
  withdraw: 'walletWithdraw',
  transfer: 'walletTransfer',
  open: 'walletCreate',
  direct: 'cardPaymentRecord',
  slip: 'slipCreate',
  payment: 'paymentProcess',
  paySlip: 'paymentProcess',
  apply: 'slipApplyWallet',
  change: 'changeStore',
  void: 'slipVoid',
  reverse: 'transactionReverse',
};

export function audit(log: ClientLog, rows: readonly Row[]): Audited {
  const { problems, places } = matched(log, rows);
  const windows = new Windows(log, places);
  problems.push(...windows.broken);
  const model = new AuditModel();
  const standings = new Map<string, Standing>();
  const movements = new Map<string, Movement[]>();
  const check = (claim: Claim) => holds(model, claim);
  for (const [place, row] of [null, ...rows].entries()) {
    const done = row && log.recorded.get(row.reference ?? '');
    const touched = new Set<string>();
    if (row && done) {
      for (const key of keysOf(done.want)) {
        touched.add(key);
        standings.set(key, standing(model, key));
      }
      problems.push(...applied(model, done));
      for (const key of touched) {
        const after = standing(model, key);
        const list = movements.get(key) ?? [];
        list.push(...moved(row.id, standings.get(key) as Standing, after));
        movements.set(key, list);
        standings.set(key, after);
      }
    }
    // Place 0 is before everything.
    problems.push(...windows.at(place, touched, check));
  }
  problems.push(...windows.rest());
  return { problems, standings, movements };
}

/** Every row was acknowledged, and everything acknowledged is a row, once. */
function matched(log: ClientLog, rows: readonly Row[]) {
  const problems: string[] = [];
  const places = new Map<string, number>();
  for (const [i, { reference, id, operation, customer }] of rows.entries()) {
    const name = reference ?? id;
    const done = log.recorded.get(name);
    if (!done) {
      const why = log.refused.has(name) ? 'it was refused' : 'nobody was told of it';
      problems.push(`${name} (${operation}) is in the books, though ${why}`);
      continue;
    }
    if (places.has(name)) problems.push(`${name} is in the books more than once`);
    places.set(name, i + 1);
    const { want, answer } = done;
    if (OPERATION[want.kind] !== operation || want.customer !== customer)
      problems.push(`${name} is ${operation} of ${customer}, though ${want.kind} of ${want.customer} was acknowledged`);
    const told = answer.transaction_id ?? answer.walletTransaction?.id;
    if (told !== undefined && told !== id)
      problems.push(`${name} is transaction ${id}, though ${told} was acknowledged`);
  }
  for (const name of log.recorded.keys())
    if (!places.has(name)) problems.push(`${name} was acknowledged and is not in the books`);
  return { problems, places };
}

function applied(model: AuditModel, done: Recorded): string[] {
  const result = model.apply(done);
  const { name, kind } = done.want;
  if ('refusal' in result) return [`${name} (${kind}) is in the books, where ${result.refusal} forbids it`];
  if (within(result.told, done.answer)) return [];
  return [`${name} (${kind}) was answered ${done.text}, and the model says ${JSON.stringify(result.told)}`];
}

/** Whether all that is expected is there and the same; what else there is does not matter. */
function within(expected: unknown, actual: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return isDeepStrictEqual(expected, actual);
  if (typeof actual !== 'object' || actual === null) return false;
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length)) return false;
  return Object.entries(expected).every(([key, value]) => within(value, (actual as Record<string, unknown>)[key]));
}

type Claim = { readonly refused: Refused } | { readonly seen: Seen };

function holds(model: AuditModel, claim: Claim): boolean {
  if ('refused' in claim) return model.refuses(claim.refused.want, claim.refused.code);
  const { customer, asset, wallet, net, openSlips } = claim.seen;
  const is = model.standing(customer, asset);
  return is.wallet === wallet && is.wallet + is.receivable === net && is.openSlips === openSlips;
}

const describe = (claim: Claim): string =>
  'refused' in claim
    ? `${claim.refused.want.name} (${claim.refused.want.kind}) was refused with ${claim.refused.code}, which was never so`
    : `${claim.seen.customer} was shown ${claim.seen.wallet} ${claim.seen.asset} and ${claim.seen.net} in all, which was never so`;

interface Open {
  readonly claim: Claim;
  readonly last: number;
}

/** When each claim can have been true: behind all that was done before it was sent, before all that was sent after it was done. */
class Windows {
  /** Operations that stand before one that had been acknowledged before they were even sent. */
  readonly broken: string[] = [];
  readonly #begin = new Map<number, { key: string; open: Open }[]>();
  readonly #open = new Map<string, Open[]>();

  constructor(log: ClientLog, places: ReadonlyMap<string, number>) {
    const placed = [...log.recorded.values()].flatMap((done) => {
      const place = places.get(done.want.name);
      return place === undefined ? [] : [{ done, place }];
    });
    const firstBefore = highest(placed.map(({ done, place }) => [done.done, place]));
    const lastAfter = lowest(placed.map(({ done, place }) => [done.sent, place]));
    for (const { done, place } of placed) {
      if (firstBefore(done.sent) >= place)
        this.broken.push(`${done.want.name} stands before what had been acknowledged when it was sent`);
    }
    const claim = (span: Span, key: string, each: Claim) => {
      const first = firstBefore(span.sent);
      const begun = this.#begin.get(first) ?? [];
      begun.push({ key, open: { claim: each, last: Math.min(lastAfter(span.done) - 1, places.size) } });
      this.#begin.set(first, begun);
    };
    for (const refused of log.refused.values()) claim(refused, keysOf(refused.want)[0] as string, { refused });
    for (const seen of log.seen) claim(seen, `${seen.customer} ${seen.asset}`, { seen });
  }

  /** To be called at every place in turn; gives the claims that were not true at any of theirs. */
  at(place: number, touched: ReadonlySet<string>, check: (claim: Claim) => boolean): string[] {
    const begun = this.#begin.get(place) ?? [];
    const problems: string[] = [];
    for (const { key, open } of begun) this.#open.set(key, [...(this.#open.get(key) ?? []), open]);
    for (const key of new Set([...touched, ...begun.map((each) => each.key)])) {
      const left = (this.#open.get(key) ?? []).filter((open) => {
        if (open.last < place) problems.push(describe(open.claim));
        return open.last >= place && !check(open.claim);
      });
      this.#open.set(key, left);
    }
    return problems;
  }

  /** Those that are left behind the last place. */
  rest(): string[] {
    return [...this.#open.values()].flat().map(({ claim }) => describe(claim));
  }
}

/** The highest place of what happened before a moment; 0 where nothing did. */
function highest(points: (readonly [number, number])[]): (moment: number) => number {
  const sorted = points.toSorted((a, b) => a[0] - b[0]);
  let most = 0;
  const upTo = sorted.map(([, place]) => (most = Math.max(most, place)));
  return (moment) => upTo[countBefore(sorted, moment) - 1] ?? 0;
}

/** The lowest place of what happened after a moment; infinity where nothing did. */
function lowest(points: (readonly [number, number])[]): (moment: number) => number {
  const sorted = points.toSorted((a, b) => b[0] - a[0]);
  let least = Number.POSITIVE_INFINITY;
  const downTo = sorted.map(([, place]) => (least = Math.min(least, place))).toReversed();
  const ascending = sorted.toReversed();
  return (moment) => downTo[countBefore(ascending, moment)] ?? Number.POSITIVE_INFINITY;
}

function countBefore(sorted: readonly (readonly [number, number])[], moment: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as readonly [number, number])[0] < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

const keysOf = ({ customer, other, asset }: Want): string[] =>
  [customer, ...(other ? [other] : [])].map((who) => `${who} ${asset}`);

function standing(model: AuditModel, key: string): Standing {
  const [customer = '', asset = ''] = key.split(' ');
  return model.standing(customer, asset);
}

function moved(id: string, before: Standing, after: Standing): Movement[] {
  return (['wallet', 'receivable'] as const)
    .map((account) => ({ id, account, delta: after[account] - before[account] }))
    .filter(({ delta }) => delta !== 0n);
}
