import type { Config } from '../config.ts';
import type { FeedTarget } from '../feeds/take.ts';
import { AssetRegistry } from '../queries/asset-registry.ts';
import type { Database } from '../queries/database.ts';
import { LedgerNames } from '../queries/ledgers.ts';

/** Where feeds go: a ledger, and the asset that their sums and prices are in. Throws where one is not there. */
export async function openFeedTarget(database: Database, config: Config, ledger: string): Promise<FeedTarget> {
  const ledgerId = await new LedgerNames(database).find(ledger);
  if (ledgerId === null) throw new Error(`there is no ledger ${ledger}`);
  const code = config.catalogueCurrency ?? config.defaultCurrency;
  const asset = await new AssetRegistry(database).find(code);
  if (!asset) throw new Error(`there is no asset ${code}: see CATALOGUE_CURRENCY`);
  return { database, ledgerId, asset };
}
