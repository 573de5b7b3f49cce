/** The demo shop as the service starts it: on a first start for trial, into empty books only. */
import type { StartFace } from '../faces/face.ts';
import type { Database } from '../queries/database.ts';
import { BEGINNING, headOf, operationsFrom } from '../queries/feed.ts';
import { LedgerNames } from '../queries/ledgers.ts';
import { operationByKey } from '../queries/operation-by-key.ts';
import { keyHash } from '../wallet/key.ts';
import { DAY_MS } from './day.ts';
import { fillDemo } from './fill.ts';
import { DAYS, KEY_PREFIX, plan } from './plan.ts';

const LEDGER = 'main';

/** Fills the shop behind the faces that run already: they show it as it grows. */
export const startDemo: StartFace = async ({ config, log, engine, assets, reads: database }) => {
  const idle = { addresses: {}, stop: async () => {} };
  if (config.demo === 'off' || config.environment !== 'development') return idle;
  const ledgerId = await new LedgerNames(database).find(LEDGER);
  if (ledgerId === null) return idle;
  const planned = await planningTime(database, ledgerId, new Date());
  if (planned === null) return idle;

  const stopping = new AbortController();
  const filling = fillDemo({ engine, assets, database, ledgerId, signal: stopping.signal }, planned).then(
    (operations) => log.info({ operations }, 'the demo shop is open'),
    (error: unknown) => log.error({ err: error }, 'the demo shop could not be filled'),
  );
  return {
    addresses: {},
    async stop() {
      stopping.abort();
      await filling;
    },
  };
};

/**
 * The moment to plan at: now for books in which nothing stands, that of the first start where a demo was cut short, and
 * null where there is a whole one, or anything else.
 */
export async function planningTime(database: Database, ledgerId: bigint, now: Date): Promise<Date | null> {
  if ((await headOf(database, ledgerId)) === 0n) return now;
  const [first] = (await operationsFrom(database, ledgerId, BEGINNING, 1)).records;
  if (!first?.reference?.startsWith(KEY_PREFIX)) return null;
  const planned = new Date(first.occurredAt.getTime() + DAYS * DAY_MS);
  const last = plan(planned).flat().at(-1);
  if (!last) return null;
  const key = keyHash({ scope: 'ledger', value: last.key }, { id: '', operation: '', subject: '' });
  return (await operationByKey(database, ledgerId, key)) ? null : planned;
}
