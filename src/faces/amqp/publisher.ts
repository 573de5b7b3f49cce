/**
 * Tells of what was committed: reads the operations in their order, sends their events, and moves on when the broker has
 * confirmed them. An event is sent at least once; a second time under the same id.
 */
import type { ChannelModel } from 'amqplib';
import { Backoff } from '../../engine/backoff.ts';
import type { Log } from '../../log.ts';
import type { AssetRegistry } from '../../queries/asset-registry.ts';
import type { Database } from '../../queries/database.ts';
import {
  advanceLanes,
  type ClaimedLane,
  claimLanes,
  keepLanes,
  type LaneProgress,
  openLanes,
} from '../../queries/feed-cursors.ts';
import { inSpan } from '../../telemetry/spans.ts';
import { type DomainEvent, eventsOf } from '../../wallet/events.ts';
import type { OperationRecord } from '../../wallet/record.ts';
import type { FeedHub } from '../feed/hub.ts';
import type { WorkSignals } from './broker.ts';
import { LANES, laneOf } from './lanes.ts';
import { messageOf } from './message.ts';
import type { AmqpMetrics } from './metrics.ts';
import { Outlet } from './outlet.ts';
import type { Topology } from './topology.ts';

/** The name under which the publisher keeps its place in the books. */
export const PUBLISHER = 'amqp';

export interface PublisherSettings extends Topology {
  /** Operations that are sent and confirmed together at most. */
  readonly page: number;
  /** Milliseconds after which an idle publisher looks whether another instance has committed something. */
  readonly poll: number;
  /** Milliseconds that the broker has to confirm a page. */
  readonly confirmTimeout: number;
}

export interface PublisherParts {
  readonly settings: PublisherSettings;
  readonly database: Database;
  readonly assets: AssetRegistry;
  readonly hub: FeedHub;
  readonly metrics: AmqpMetrics;
  readonly log: Log;
  /** Names this instance: an uuid. */
  readonly holder: string;
}

/** After so long others take over from an instance that has died. One that lives renews its claim in time. */
const LEASE_S = 5;
const KEEP_EVERY_MS = 1_500;

/** Ledgers that were made since get their lanes at the latest after so long. */
const LANES_EVERY_MS = 30_000;

/** The publisher's work over one connection. When told to finish, it first sends what is there. */
export async function publish(
  parts: PublisherParts,
  connection: ChannelModel,
  { lost, finish }: WorkSignals,
): Promise<void> {
  const broken = new AbortController();
  const outlet = await Outlet.open(connection, parts.settings, {
    timeout: parts.settings.confirmTimeout,
    onUnroutable: (type) => parts.metrics.unroutable.inc({ type }),
    onError: () => broken.abort(),
  });
  await new Publisher(parts, outlet).run(AbortSignal.any([lost, broken.signal]), finish);
}

class Publisher {
  readonly #parts: PublisherParts;
  readonly #outlet: Outlet;
  readonly #backoff = new Backoff(100, 2_000);
  /** An operation's events, by lane: each lane needs its part of them, one after the other. */
  readonly #events = new WeakMap<OperationRecord, readonly (readonly DomainEvent[])[]>();
  #lanesOpened = Number.NEGATIVE_INFINITY;

  constructor(parts: PublisherParts, outlet: Outlet) {
    this.#parts = parts;
    this.#outlet = outlet;
  }

  async run(lost: AbortSignal, finish: AbortSignal): Promise<void> {
    const { hub, settings, log } = this.#parts;
    const enough = AbortSignal.any([lost, finish]);
    while (!lost.aborted) {
      const { news } = hub;
      const claimed = await this.#claim().catch((error: unknown) => {
        log.debug({ err: error }, 'the publisher waits for the database');
        return null;
      });
      if (claimed === null) {
        if (finish.aborted) return;
        await Promise.race([this.#backoff.wait(), hub.wait(hub.news, 2_000, enough)]);
      } else if (claimed.length === 0) {
        this.#backoff.reset();
        if (finish.aborted) return;
        await hub.wait(news, settings.poll, enough);
      } else await this.#held(() => this.#page(claimed));
    }
  }

  async #claim(): Promise<ClaimedLane[]> {
    const { database, holder } = this.#parts;
    if (performance.now() - this.#lanesOpened > LANES_EVERY_MS) {
      await openLanes(database, PUBLISHER, LANES);
      this.#lanesOpened = performance.now();
    }
    return claimLanes(database, PUBLISHER, holder, LEASE_S);
  }

  /** Holds on to the claimed lanes for as long as the work takes. */
  async #held(work: () => Promise<void>): Promise<void> {
    const { database, holder, log } = this.#parts;
    const keep = setInterval(() => {
      keepLanes(database, PUBLISHER, holder, LEASE_S).catch((error: unknown) =>
        log.debug({ err: error }, 'the publisher could not hold its lanes'),
      );
    }, KEEP_EVERY_MS);
    await work().finally(() => clearInterval(keep));
  }

  /** Sends a page of each lane. Throws where the broker did not take it; then the connection is made anew. */
  async #page(claimed: readonly ClaimedLane[]): Promise<void> {
    const { database, holder, metrics, log } = this.#parts;
    const page = await this.#read(claimed).catch(async (error: unknown) => {
      log.debug({ err: error }, 'the publisher waits for the database');
      await this.#backoff.wait();
      return null;
    });
    if (!page) return;
    const confirmed = await this.#send(page.events).catch((error: unknown) => {
      metrics.retries.inc();
      throw error;
    });
    metrics.published.inc(confirmed);
    await advanceLanes(database, PUBLISHER, holder, page.progress).catch((error: unknown) =>
      // They stay where they were, and what was sent is sent again.
      log.debug({ err: error }, 'the publisher could not move on'),
    );
  }

  /** Gives how many were sent, once all of them are confirmed. A page without events makes no span. */
  #send(events: readonly DomainEvent[]): Promise<number> {
    const { assets, settings } = this.#parts;
    const send = () => {
      // The outlet counts on it that whatever it is given was there before the first of it is sent.
      for (const event of events) this.#outlet.send(event.type, () => messageOf(event, assets));
      return this.#outlet.confirmed();
    };
    if (events.length === 0) return send();
    const attributes = () => ({
      'messaging.system': 'rabbitmq',
      'messaging.operation.name': 'publish',
      'messaging.destination.name': settings.exchange,
      'messaging.batch.message_count': events.length,
    });
    return inSpan('publish', { kind: 'producer', attributes }, send);
  }

  async #read(claimed: readonly ClaimedLane[]): Promise<{ events: DomainEvent[]; progress: LaneProgress[] }> {
    const { hub, settings, assets } = this.#parts;
    const events: DomainEvent[] = [];
    const progress: LaneProgress[] = [];
    // One after another: what the first has to fetch, the others find in memory.
    for (const lane of claimed) {
      const { records, next } = await hub.read(lane.ledgerId, lane.from, settings.page);
      for (const record of records) events.push(...(this.#lanesOf(lane.ledgerId, record)[lane.lane] ?? []));
      progress.push({ ...lane, next });
    }
    // Another instance may have added one a moment ago.
    if (events.some(({ asset }) => asset !== null && !assets.get(asset))) await assets.refresh();
    return { events, progress };
  }

  #lanesOf(ledgerId: bigint, record: OperationRecord): readonly (readonly DomainEvent[])[] {
    const known = this.#events.get(record);
    if (known) return known;
    const lanes = Array.from({ length: LANES }, (): DomainEvent[] => []);
    for (const event of eventsOf(ledgerId, record)) lanes[laneOf(event.customer)]?.push(event);
    this.#events.set(record, lanes);
    return lanes;
  }
}
