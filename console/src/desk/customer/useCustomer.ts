/** A customer as this screen knows them: from the service where it answers, else as last known here. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { assetsQuery } from '../../api/assets.ts';
import { ApiError } from '../../api/problems.ts';
import { useCache } from '../../cache/hooks.ts';
import type { CachedCustomer, KnownAccount, KnownBalance } from '../../cache/records.ts';
import type { Asset } from '../../money/asset.ts';
import { effectsOf, type WaitingEffect } from '../../outbox/effects.ts';
import { useOutbox } from '../../outbox/hooks.ts';
import { accountQuery, profileQuery } from './queries.ts';

export interface Customer {
  readonly person: CachedCustomer;
  readonly account: KnownAccount | null;
  readonly frozen: boolean;
  /** Whether the device knows them: without that nothing can be done for them offline. */
  readonly isKnown: boolean;
  /** From the device alone: the service has not answered yet, or can't. */
  readonly isKnownOnly: boolean;
  /** Nothing has been heard of their open slips yet, and the service is being asked. */
  readonly isReadingSlips: boolean;
}

export type CustomerState =
  | { readonly state: 'loading' }
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly state: 'here'; readonly customer: Customer };

export function useCustomer(id: string): CustomerState {
  const cache = useCache();
  const known = cache?.customer(id) ?? null;
  const account = useQuery(accountQuery(id));
  const profile = useQuery({ ...profileQuery(id), enabled: known === null, retry: false });
  const person = known ?? profile.data ?? null;
  const standing = newest(account.data ?? null, cache?.balances(id) ?? null);
  const isKnown = known !== null;
  useEffect(() => {
    if (isKnown) void cache?.opened(id);
  }, [cache, isKnown, id]);

  if (person === null && standing === null) {
    if (account.isPending || profile.isPending) return { state: 'loading' };
    const error = account.error ?? (isMissing(profile.error) ? null : profile.error);
    if (error === null) return { state: 'missing' };
    return { state: 'failed', error, retry: () => void Promise.all([account.refetch(), profile.refetch()]) };
  }
  const nobody: CachedCustomer = { id, name: null, nickname: null, phone: null, code: null, frozen: false };
  return {
    state: 'here',
    customer: {
      person: person ?? nobody,
      account: standing,
      frozen: standing?.frozen ?? person?.frozen ?? false,
      isKnown,
      isKnownOnly: !account.isSuccess || account.isRefetchError,
      isReadingSlips: account.isPending && (standing?.slips ?? null) === null,
    },
  };
}

const isMissing = (error: unknown): boolean => error instanceof ApiError && error.status === 404;

const newest = (a: KnownAccount | null, b: KnownAccount | null): KnownAccount | null =>
  a === null || (b !== null && b.slips !== null && b.asOf > a.asOf) ? b : a;

/** A balance with the asset that it is in. */
export interface Standing extends KnownBalance {
  readonly asset: Asset;
}

/** The customer's currencies: that of the catalogue first, and it is there even where nothing is in it. */
export function useStandings(account: KnownAccount | null): readonly Standing[] {
  const assets = useQuery(assetsQuery).data;
  const main = useCache()?.catalogue()?.currency ?? account?.balances[0]?.currency;
  if (!assets || main === undefined) return [];
  const own = account?.balances ?? [];
  const first = own.find(({ currency }) => currency === main) ?? { currency: main, wallet: 0n, owes: 0n };
  return [first, ...own.filter((balance) => balance !== first)].flatMap((balance) => {
    const asset = assets.get(balance.currency);
    return asset ? [{ ...balance, asset }] : [];
  });
}

/** What waits on this device for this customer, currency by currency. */
export function useWaiting(id: string): ReadonlyMap<string, WaitingEffect> {
  const { items } = useOutbox();
  const own = items.filter(({ customer }) => customer === id);
  return new Map(effectsOf(own).map((effect) => [effect.asset, effect]));
}

/** What may still be owed, less what waits; null for no limit, undefined where the limit is not known. */
export function creditLeft(
  { owes, creditLimit }: Pick<KnownBalance, 'owes' | 'creditLimit'>,
  waiting?: Pick<WaitingEffect, 'owes'>,
): bigint | null | undefined {
  if (creditLimit === undefined || creditLimit === null) return creditLimit;
  // Payments that wait may still be refused: only what adds to the debt is counted.
  const more = waiting !== undefined && waiting.owes > 0n ? waiting.owes : 0n;
  const left = creditLimit - owes - more;
  return left > 0n ? left : 0n;
}
