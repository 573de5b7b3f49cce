/** The service, put together: database, engine, faces; and taken apart again in the opposite order. */
import type { Config } from './config.ts';
import { type OpenDatabase, openDatabase } from './database/open.ts';
import { openPools } from './database/pools.ts';
import { LedgerEngine } from './engine/engine.ts';
import { Checkpoints } from './faces/checkpoints/checkpoints.ts';
import { checkpointKey } from './faces/checkpoints/key.ts';
import type { Face, Rooms, StartFace } from './faces/face.ts';
import { FeedHub } from './faces/feed/hub.ts';
import { openIntegrity } from './faces/integrity/open.ts';
import { createOutbound } from './faces/outbound/outbound.ts';
import type { Log } from './log.ts';
import { AssetRegistry } from './queries/asset-registry.ts';

export interface Service {
  readonly addresses: Readonly<Record<string, string>>;
  /** Says to whoever asks that it wants no more requests, and goes on with those that come. */
  drain(): void;
  stop(): Promise<void>;
}

/** Starts everything, faces last. Where a part fails, those that run already are stopped, and its error is thrown. */
export async function startService(config: Config, log: Log, faces: readonly StartFace[]): Promise<Service> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const stopPart of stops.splice(0).toReversed()) await stopPart();
  };
  try {
    const database = await openDatabase(config, log);
    stops.push(() => database.close());
    const { rooms, drain, close } = await openRooms(config, log, database);
    stops.push(close);
    const started: Face[] = [];
    for (const start of faces) {
      const face = await start(rooms);
      stops.push(() => face.stop());
      started.push(face);
    }
    const addresses = Object.assign({}, ...started.map(({ addresses }) => addresses));
    return { addresses, drain, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The engine and what it works on, on a database that is ready; without any face. */
export async function openRooms(config: Config, log: Log, { appUrl }: OpenDatabase) {
  const pools = openPools({ url: appUrl, max: config.databasePool, isolation: config.isolation, log });
  const { commits, looks, reads } = pools;
  const assets = new AssetRegistry(reads);
  await assets.refresh();
  const integrity = openIntegrity(
    { appUrl, reads, log },
    { every: config.integrityEvery, onViolation: config.onViolation },
  );
  const checkpoints = new Checkpoints(
    { database: reads, log, key: await checkpointKey(config) },
    { every: config.checkpointEvery, origin: config.checkpointOrigin },
  );
  // Whether a ledger is closed is known before the first operation comes.
  await integrity.look();
  const engine = new LedgerEngine(
    {
      commits,
      looks,
      assets,
      unanswered: (error) => log.warn({ err: error }, 'a commit has no answer; its keys are looked up'),
      turnedAway: (operations) => log.warn({ operations }, 'the queue is full: operations were turned away'),
      mayRecord: (ledgerId) => integrity.mayRecord(ledgerId),
    },
    { maxBatch: config.engineBatch, maxWaiting: config.engineQueue, remembered: config.engineAccounts },
  );
  const hub = new FeedHub(engine, reads);
  let stopping = false;
  const drain = () => {
    stopping = true;
  };
  const outbound = createOutbound({ allow: config.outboundAllow ?? [], timeoutMs: config.outboundTimeout });
  const close = async () => {
    hub.close();
    await outbound.close();
    await engine.drain();
    await pools.close();
  };
  return {
    rooms: {
      config,
      log,
      engine,
      assets,
      reads,
      databaseUrl: appUrl,
      outbound,
      hub,
      integrity,
      checkpoints,
      registries: [engine.metrics.registry],
      isStopping: () => stopping,
    } satisfies Rooms,
    drain,
    close,
  };
}
