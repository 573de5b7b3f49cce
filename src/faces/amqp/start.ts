import { randomUUID } from 'node:crypto';
import { backlogOf, openLanes } from '../../queries/feed-cursors.ts';
import { LedgerNames } from '../../queries/ledgers.ts';
import type { Face, Rooms, StartFace } from '../face.ts';
import { Broker, type BrokerOptions } from './broker.ts';
import { type ConsumerSettings, consume } from './consumer.ts';
import { DoneMessages } from './handle.ts';
import { LANES } from './lanes.ts';
import { AmqpMetrics } from './metrics.ts';
import { PUBLISHER, type PublisherSettings, publish } from './publisher.ts';

/** The ledger that events are about: their messages name none. */
const LEDGER = 'main';

const CONSUMER_PATIENCE_MS = 15_000;
const PUBLISHER_PATIENCE_MS = 5_000;

export type AmqpSettings = Pick<ConsumerSettings, 'prefetch' | 'hold'> &
  Pick<PublisherSettings, 'page' | 'poll' | 'confirmTimeout'> &
  Pick<BrokerOptions, 'longestRetry'>;

export const DEFAULTS: AmqpSettings = {
  prefetch: 2_000,
  hold: 60_000,
  page: 1_000,
  poll: 200,
  confirmTimeout: 30_000,
  longestRetry: 3_000,
};

/** The broker's face as the service starts it. It starts without the broker too, and finds it when it is there. */
export const startAmqp: StartFace = async (rooms) => {
  const { amqpUrl } = rooms.config;
  if (amqpUrl === null) {
    rooms.log.info('AMQP_URL is not set: no events are taken from a broker, and none are sent to one');
    return { addresses: {}, stop: async () => {} };
  }
  return connectAmqp(rooms, amqpUrl);
};

export async function connectAmqp(rooms: Rooms, url: string, settings: Partial<AmqpSettings> = {}): Promise<Face> {
  const { config, log, engine, assets, reads: database, hub, registries } = rooms;
  const { prefetch, hold, page, poll, confirmTimeout, longestRetry } = { ...DEFAULTS, ...settings };
  const topology = { exchange: config.amqpExchange, queue: config.amqpQueue };
  const ledgerId = await new LedgerNames(database).find(LEDGER);
  if (ledgerId === null) throw new Error(`there is no ledger ${LEDGER}`);
  // Before anything is committed: the first event is not to be missed for want of a place to begin at.
  await openLanes(database, PUBLISHER, LANES);

  const metrics = new AmqpMetrics(() => backlogOf(database, PUBLISHER));
  registries.push(metrics.registry);
  const consumerParts = {
    engine,
    database,
    assets,
    ledgerId,
    defaultCurrency: config.defaultCurrency,
    settings: { ...topology, prefetch, hold, confirmTimeout },
    metrics,
    log,
    done: new DoneMessages(),
  };
  const publisherParts = {
    settings: { ...topology, page, poll, confirmTimeout },
    database,
    assets,
    hub,
    metrics,
    log,
    holder: randomUUID(),
  };
  const broker = (name: string, work: BrokerOptions['work']) =>
    new Broker({
      url,
      name,
      log,
      work,
      longestRetry,
      onState: (up) => metrics.connected.set({ connection: name }, up ? 1 : 0),
    });
  const consumer = broker('consumer', (connection, signals) => consume(consumerParts, connection, signals));
  const publisher = broker('publisher', (connection, signals) => publish(publisherParts, connection, signals));
  return {
    addresses: { Events: `${addressOf(url)}, exchange ${topology.exchange}, queue ${topology.queue}` },
    async stop() {
      await consumer.stop(CONSUMER_PATIENCE_MS);
      // What the last messages did is still told.
      await publisher.stop(PUBLISHER_PATIENCE_MS);
    },
  };
}

/** Without the login. */
function addressOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
