/** Who a text can mean: those this device knows at once, then those that the service finds besides. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { words } from '../../../../src/queries/search-text.ts';
import { answer, api } from '../../api/client.ts';
import type { CustomerHit } from '../../cache/cache.ts';
import { useCache } from '../../cache/hooks.ts';
import { currentOutbox } from '../../outbox/current.ts';
import { useSettled } from '../../shell/typed.ts';
import { personOf } from '../customer/queries.ts';

const LEAST_ASKED = 2;
const MOST = 20;

export interface Found {
  readonly hits: readonly CustomerHit[];
  /** Whether the service may still find more. */
  readonly searching: boolean;
  /** Why the service was no help; what is known here is shown all the same. */
  readonly error: unknown;
}

/** For an empty text those who were opened last. */
export function useFound(text: string): Found {
  const cache = useCache();
  const settled = useSettled(text.trim());
  const asked = settled.length >= LEAST_ASKED ? settled : '';
  const service = useQuery({
    queryKey: ['customer-search', asked],
    queryFn: () => searchService(asked),
    enabled: asked !== '',
    staleTime: 60_000,
    retry: false,
  });
  const reference = useReference(asked);
  if (text.trim() === '') {
    const recents = cache?.recents() ?? [];
    const hits = recents.map((customer) => ({ customer, account: cache?.balances(customer.id) ?? null, slip: null }));
    return { hits, searching: false, error: null };
  }
  const known = cache?.searchCustomers(text) ?? [];
  const byReference = reference === null ? null : (cache?.customer(reference) ?? null);
  const own = byReference
    ? [{ customer: byReference, account: cache?.balances(byReference.id) ?? null, slip: null }]
    : [];
  const isAnswered = asked === text.trim();
  const others = isAnswered ? (service.data ?? []).map((customer) => ({ customer, account: null, slip: null })) : [];
  return {
    hits: withoutTwins([...own, ...known, ...others]),
    searching: text.trim().length >= LEAST_ASKED && (!isAnswered || service.isFetching),
    error: isAnswered ? service.error : null,
  };
}

async function searchService(q: string) {
  const query = { q, limit: MOST, page: 1 };
  const { customers = [] } = await answer(api.GET('/customers/search', { params: { query } }));
  return customers.map((customer) => ({ ...personOf(customer), frozen: false }));
}

/** The first of those with one id: what this device knows of them comes with balances. */
function withoutTwins(hits: readonly CustomerHit[]): CustomerHit[] {
  return [...new Map(hits.toReversed().map((hit) => [hit.customer.id, hit])).values()].toReversed();
}

const joined = (text: string | null): string => words(text ?? '').join('');

/** Whom a code that was read means: who has just this id, code or slip, else the only one that it finds. */
export function meantBy(code: string, hits: readonly CustomerHit[]): CustomerHit | undefined {
  const wanted = joined(code);
  const exact = hits.find(({ customer: { id, code: own }, slip }) =>
    [id, own, slip?.number ?? null].some((mark) => joined(mark) === wanted),
  );
  return exact ?? (hits.length === 1 ? hits[0] : undefined);
}

/** Whose paper has this device's reference on it, such as K7QM-0147. */
function useReference(text: string): string | null {
  const [customer, setCustomer] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      const intent = text === '' ? null : await currentOutbox().byReference(text);
      if (isCurrent) setCustomer(intent?.customer ?? null);
    };
    // Without an outbox there are no references.
    look().catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return customer;
}
