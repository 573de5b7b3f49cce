import { given, oneOf, text } from '../filters/search.ts';

export const TABS = ['deliveries', 'feed'] as const;
export const STATES = ['pending', 'delivered', 'dead'] as const;
export type DeliveryStateName = (typeof STATES)[number];

export interface EventsSearch {
  readonly tab?: (typeof TABS)[number] | undefined;
  readonly webhook?: string | undefined;
  readonly state?: DeliveryStateName | undefined;
  /** Where the page of deliveries begins. */
  readonly after?: string | undefined;
  /** The delivery that is open. */
  readonly delivery?: string | undefined;
  /** Where the page of the feed begins: `height.index.n`. */
  readonly place?: string | undefined;
}

export const eventsSearch = (search: Record<string, unknown>): EventsSearch =>
  given({
    tab: oneOf(search.tab, TABS),
    webhook: text(search.webhook),
    state: oneOf(search.state, STATES),
    after: text(search.after),
    delivery: text(search.delivery),
    place: text(search.place),
  });
