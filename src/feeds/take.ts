/** Takes records of a feed into our own tables. */
import type { Asset } from '../ledger/asset.ts';
import type { Database } from '../queries/database.ts';
import { putProducts } from '../queries/products.ts';
import { eraseProfile, putProfiles } from '../queries/profiles.ts';
import { readCustomer } from './customer-feed.ts';
import { readProduct } from './product-feed.ts';
import { asRecord } from './record.ts';
import { readOrRefuse, type Tally } from './tally.ts';

export interface FeedTarget {
  readonly database: Database;
  readonly ledgerId: bigint;
  /** What sums and prices of the feed are in. */
  readonly asset: Asset;
}

/** A record with its place, such as `line 7`. */
export interface PlacedRecord {
  readonly place: string;
  readonly value: unknown;
}

/** Takes one batch of records, in order, and counts what became of each. */
export type Take = (target: FeedTarget, records: readonly PlacedRecord[], tally: Tally) => Promise<void>;

export const takeCustomers: Take = async ({ database, ledgerId, asset }, records, tally) => {
  const changes = records.flatMap(({ place, value }) => {
    const change = readOrRefuse(tally, place, () => readCustomer(asRecord(value), asset));
    return change ? [{ place, change }] : [];
  });
  const puts = await putProfiles(
    database,
    ledgerId,
    changes.map(({ change }) => change),
    'keep',
  );
  for (const [i, put] of puts.entries()) {
    const { done } = put;
    if (done === 'added' || done === 'changed' || done === 'unchanged' || done === 'erased') tally.count(done);
    else tally.refuse(changes[i]?.place ?? '', 'loyverse_id belongs to another customer');
  }
  // Whoever was forgotten there is not remembered here.
  const now = new Date();
  for (const { profile } of puts) {
    const end = profile?.permanent_deletion_at;
    if (profile && end && end <= now) await eraseProfile(database, ledgerId, profile.id);
  }
};

export const takeProducts: Take = async ({ database, ledgerId, asset }, records, tally) => {
  const products = records.flatMap(
    ({ place, value }) => readOrRefuse(tally, place, () => readProduct(asRecord(value), asset)) ?? [],
  );
  for (const done of await putProducts(database, ledgerId, products)) tally.count(done);
};
