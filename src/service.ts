/** The service, put together: database, engine, faces; and taken apart again in the opposite order. */
import type { Config } from './config.ts';
import { type OpenDatabase, openDatabase } from './database/open.ts';
import { createPool } from './database/pool.ts';
import { LedgerEngine } from './engine/engine.ts';
import type { Face, Rooms, StartFace } from './faces/face.ts';
import type { Log } from './log.ts';
import { AssetRegistry } from './queries/asset-registry.ts';

export interface Service {
  readonly addresses: Readonly<Record<string, string>>;
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
    const { rooms, close } = await openRooms(config, log, database);
    stops.push(close);
    const started: Face[] = [];
    for (const start of faces) {
      const face = await start(rooms);
      stops.push(() => face.stop());
      started.push(face);
    }
    return { addresses: Object.assign({}, ...started.map(({ addresses }) => addresses)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openRooms(config: Config, log: Log, { appUrl }: OpenDatabase) {
  // Commits have connections of their own, so that slow reads never keep money waiting.
  const forCommits = Math.max(1, Math.floor(config.databasePool / 3));
  const commits = createPool({
    url: appUrl,
    max: forCommits,
    log,
    name: 'pochi commits',
    settings: { default_transaction_isolation: config.isolation },
  });
  const reads = createPool({ url: appUrl, max: config.databasePool - forCommits, log, name: 'pochi reads' });
  const assets = new AssetRegistry(reads);
  await assets.refresh();
  const engine = new LedgerEngine(
    { commits, reads, assets },
    { maxBatch: config.engineBatch, maxWaiting: config.engineQueue },
  );
  const close = async () => {
    await engine.drain();
    await Promise.all([commits.end(), reads.end()]);
  };
  return { rooms: { config, log, engine, assets, reads } satisfies Rooms, close };
}
