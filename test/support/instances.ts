/** Instances of the service side by side on one database, reached over real connections. */
import { createServer } from '../../src/faces/http/server.ts';
import { createLog } from '../../src/log.ts';
import { AssetRegistry } from '../../src/queries/asset-registry.ts';
import { HttpClient } from './client.ts';
import { openEngine, type TestEngineOptions } from './engine.ts';
import { SETTINGS, tokenOf } from './http.ts';

export interface Instance {
  readonly client: HttpClient;
  close(): Promise<void>;
}

/** Listens on a free port; its client is a member of staff in the main ledger. */
export async function openInstance(
  appUrl: string,
  connections: number,
  options: TestEngineOptions = {},
): Promise<Instance> {
  const { engine, reads, close: closeEngine } = await openEngine(appUrl, options);
  const assets = new AssetRegistry(reads);
  await assets.refresh();
  const app = await createServer({
    engine,
    assets,
    points: engine.points,
    database: reads,
    log: createLog('error'),
    settings: SETTINGS,
  });
  const base = await app.listen({ host: '127.0.0.1', port: 0 });
  const client = new HttpClient(base, await tokenOf({ role: 'staff' }), connections);
  const close = async () => {
    client.close();
    await app.close();
    await closeEngine();
  };
  return { client, close };
}
