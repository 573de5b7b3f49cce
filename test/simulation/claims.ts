/** What clients were told that is not in the books: refusals, and balances that they were shown. Each must have been true once. */
import type { ClientLog, Refused, Seen, Span } from './log.ts';
import type { AuditModel } from './model.ts';
import { keysOf } from './want.ts';

export type Claim = { readonly refused: Refused } | { readonly seen: Seen };

/** Whether it is true as things stand in the model. */
export function holds(model: AuditModel, claim: Claim): boolean {
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
export class Windows {
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
