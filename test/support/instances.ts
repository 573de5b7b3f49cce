/** Instances of the service side by side on one database, reached over real connections. */
import { createServer } from '../../src/faces/http/server.ts';
import { openIntegrity } from '../../src/faces/integrity/open.ts';
import { createOutbound } from '../../src/faces/outbound/outbound.ts';
import { Sealer } from '../../src/faces/webhooks/sealer.ts';
import { createLog } from '../../src/log.ts';
import { AssetRegistry } from '../../src/queries/asset-registry.ts';
import { openCheckpoints } from './checkpoints.ts';
import { HttpClient } from './client.ts';
import { openEngine, type TestEngineOptions } from './engine.ts';
import { INTEGRITY, SECRETS_KEY, SETTINGS, tokenOf } from './http.ts';

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
  const log = createLog('error');
  const app = await createServer({
    engine,
    assets,
    points: engine.points,
    integrity: openIntegrity({ appUrl, reads, log }, INTEGRITY),
    checkpoints: openCheckpoints(reads),
    outbound: createOutbound({ allow: [], timeoutMs: 1_000 }),
    sealer: new Sealer(SECRETS_KEY),
    database: reads,
    log,
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
