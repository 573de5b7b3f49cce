/** Sends events again that were sent before, or never, because there was no broker then. */
import type { AssetRegistry } from '../../queries/asset-registry.ts';
import type { Database } from '../../queries/database.ts';
import { operationsFrom } from '../../queries/feed.ts';
import { type EventType, eventsOf } from '../../wallet/events.ts';
import { closed, connected } from './broker.ts';
import { messageOf } from './message.ts';
import { Outlet } from './outlet.ts';
import type { Topology } from './topology.ts';

export interface ReplayOrder {
  readonly ledgerId: bigint;
  /** Heights of the first block and of the last. */
  readonly from: bigint;
  readonly to: bigint;
  /** Null for all. */
  readonly types: ReadonlySet<EventType> | null;
}

export interface ReplayParts {
  readonly url: string;
  readonly topology: Topology;
  readonly database: Database;
  readonly assets: AssetRegistry;
  /** Told the height up to which all is sent. */
  onProgress(height: bigint): void;
}

export interface ReplayTally {
  /** Events that a queue has got. */
  readonly published: number;
  /** Events that no queue is bound for. */
  readonly unheard: number;
}

const PAGE = 1_000;
const CONFIRM_TIMEOUT_MS = 30_000;

/**
 * Publishes the events of these blocks in their order, with their own ids and the header `replayed`. Throws where the
 * broker does not confirm them: what was sent until then may come a second time with the next replay.
 */
export async function replayEvents(
  parts: ReplayParts,
  { ledgerId, from, to, types }: ReplayOrder,
): Promise<ReplayTally> {
  const { url, topology, database, assets, onProgress } = parts;
  const connection = await connected(url, 'replay');
  // What it is lost by, is thrown by whoever works over it.
  connection.on('error', () => {});
  let replayed = 0;
  let unheard = 0;
  try {
    const outlet = await Outlet.open(connection, topology, {
      timeout: CONFIRM_TIMEOUT_MS,
      onUnroutable: () => {
        unheard += 1;
      },
      onError: () => {},
    });
    for (let place = { height: from, index: 0 }; place.height <= to; ) {
      const page = await operationsFrom(database, ledgerId, place, PAGE);
      const events = page.records.filter(({ height }) => height <= to).flatMap((record) => eventsOf(ledgerId, record));
      if (events.some(({ asset }) => asset !== null && !assets.get(asset))) await assets.refresh();
      for (const event of events) {
        if (types && !types.has(event.type)) continue;
        replayed += 1;
        outlet.send(event.type, () => messageOf(event, assets, { replayed: true }));
      }
      await outlet.confirmed();
      if (page.end) break;
      place = page.next;
      onProgress(place.height);
    }
    return { published: replayed - unheard, unheard };
  } finally {
    await closed(connection);
  }
}
