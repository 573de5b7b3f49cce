/** A customer in the shape of spec/credit-wallet.md. */
import type { AssetRegistry } from '../../../queries/asset-registry.ts';
import type { Profile } from '../../../queries/profile.ts';
import { JsonNumber } from '../../wire/json-number.ts';
import { majorOut } from '../../wire/major-out.ts';
import { withAssets } from '../assets/lookup.ts';
import type { CustomerData } from './schema.ts';

const timeOut = (time: Date | null): string | null => time?.toISOString() ?? null;

/** These customers, each as the document has it. */
export async function presentCustomers(assets: AssetRegistry, profiles: readonly Profile[]): Promise<CustomerData[]> {
  const spent = profiles.flatMap(({ asset_id: assetId }) => (assetId === null ? [] : [{ assetId }]));
  const places = new Map(
    await withAssets(assets, spent, ({ assetId }, asset) => [assetId, asset.decimalPlaces] as const),
  );
  // Without an asset nothing was ever spent.
  return profiles.map((profile) => present(profile, places.get(profile.asset_id ?? 0) ?? 0));
}

export async function presentCustomer(assets: AssetRegistry, profile: Profile): Promise<CustomerData> {
  const [customer] = await presentCustomers(assets, [profile]);
  return customer as CustomerData;
}

/** Which fields there are, and in which order, is the document's. */
const present = (profile: Profile, decimalPlaces: number): CustomerData => ({
  _id: profile.id,
  name: profile.name,
  email: profile.email,
  phone_number: profile.phone_number,
  date_of_birth: profile.date_of_birth,
  city: profile.city,
  region: profile.region,
  total_points: new JsonNumber(profile.total_points),
  loyverse_id: profile.loyverse_id,
  address: profile.address,
  country_code: profile.country_code,
  created_at: profile.created_at.toISOString(),
  customer_code: profile.customer_code,
  deleted_at: timeOut(profile.deleted_at),
  first_visit: timeOut(profile.first_visit),
  last_visit: timeOut(profile.last_visit),
  note: profile.note,
  postal_code: profile.postal_code,
  total_spent: majorOut(profile.total_spent, decimalPlaces),
  total_visits: profile.total_visits,
  updated_at: { $date: profile.updated_at.toISOString() },
  nickname: profile.nickname,
  id: profile.loyverse_id,
  permanent_deletion_at: timeOut(profile.permanent_deletion_at),
});
