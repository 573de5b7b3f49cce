import type { Database } from '../../queries/database.ts';
import { BEGINNING, operationsFrom } from '../../queries/feed.ts';
import { type DomainEvent, type EventPlace, type EventType, eventsOf } from '../../wallet/events.ts';

/** Operations that one page looks at most: who asks for a rare type gets an empty page and a place further on. */
const MOST_SCANNED = 5_000;
const SCANNED_AT_ONCE = 500;

export interface EventPage {
  readonly events: readonly DomainEvent[];
  /** Of the last event that was looked at, whether it was wanted or not; null where there was none. */
  readonly last: EventPlace | null;
  /** Whether there was nothing behind it. */
  readonly end: boolean;
}

export interface EventQuery {
  /** Events behind this place; null from the first one on. */
  readonly after: EventPlace | null;
  readonly limit: number;
  /** Null for all. */
  readonly types: ReadonlySet<EventType> | null;
}

/** Events of a ledger in their order. What is committed late comes late in it, too: nothing is ever skipped. */
export async function eventsAfter(database: Database, ledgerId: bigint, query: EventQuery): Promise<EventPage> {
  const { after, limit, types } = query;
  const events: DomainEvent[] = [];
  let last = after;
  let from = after ?? BEGINNING;
  for (let scanned = 0; scanned < MOST_SCANNED; scanned += SCANNED_AT_ONCE) {
    const page = await operationsFrom(database, ledgerId, from, SCANNED_AT_ONCE);
    for (const record of page.records) {
      const all = eventsOf(ledgerId, record);
      for (const event of all) {
        if (after && isBehind(after, event)) continue;
        if (events.length === limit) return { events, last, end: false };
        last = event;
        if (!types || types.has(event.type)) events.push(event);
      }
      if (all.length === 0) last = { height: record.height, index: record.index, n: 0 };
    }
    if (page.end) return { events, last, end: true };
    from = page.next;
  }
  return { events, last, end: false };
}

/** Whether an event comes before a place, or is the one that stands there. */
const isBehind = (place: EventPlace, event: EventPlace): boolean =>
  event.height === place.height && event.index === place.index && event.n <= place.n;
