/** Sends events again that were sent before, or never, because there was no broker then. */
import { connect } from 'amqplib';
import type { AssetRegistry } from '../../queries/asset-registry.ts';
import type { Database } from '../../queries/database.ts';
import { operationsFrom } from '../../queries/feed.ts';
import { type EventType, eventsOf } from '../../wallet/events.ts';
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

const PAGE = 1_000;
const CONFIRM_TIMEOUT_MS = 30_000;

/**
 * Publishes the events of these blocks in their order, with their own ids and the header `replayed`; how many the broker
 * has confirmed. Throws where it does not: what was sent until then may come a second time with the next replay.
 */
export async function replayEvents(parts: ReplayParts, { ledgerId, from, to, types }: ReplayOrder): Promise<number> {
  const { url, topology, database, assets, onProgress } = parts;
  const connection = await connect(url);
  connection.on('error', () => {});
  try {
    const outlet = await Outlet.open(connection, topology, {
      timeout: CONFIRM_TIMEOUT_MS,
      onUnroutable: () => {},
      onError: () => {},
    });
    let sent = 0;
    for (let place = { height: from, index: 0 }; place.height <= to; ) {
      const page = await operationsFrom(database, ledgerId, place, PAGE);
      const events = page.records.filter(({ height }) => height <= to).flatMap((record) => eventsOf(ledgerId, record));
      if (events.some(({ asset }) => asset !== null && !assets.get(asset))) await assets.refresh();
      for (const event of events) {
        if (!types || types.has(event.type)) outlet.send(messageOf(event, assets, { replayed: true }));
      }
      sent += await outlet.confirmed();
      if (page.end) break;
      place = page.next;
      onProgress(place.height);
    }
    return sent;
  } finally {
    await connection.close().catch(() => {});
  }
}
