import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import { formatAmount } from '../../money/format.ts';
import { LOCALES, useLanguage } from '../../words/store.ts';
import { writeDay } from '../filters/days.ts';
import type { ActiveFilter } from '../filters/FilterBar.tsx';
import type { ExplorerSearch } from './search.ts';

type Name = Exclude<keyof ExplorerSearch, 'cursor'>;

/** The filters that are set, as their chips say them. */
export function useActiveFilters(search: ExplorerSearch, go: (search: ExplorerSearch) => void): ActiveFilter[] {
  const t = useTranslations('operations.ledger');
  const types = useTranslations('desk.timeline');
  const statuses = useTranslations('operations.status');
  const locale = LOCALES[useLanguage()];
  const asset = useQuery(assetsQuery).data?.get(search.currency ?? '');
  const amount = (minor: string) => (asset ? formatAmount(BigInt(minor), asset, locale) : minor);
  const { from, to, type, currency, min, max, account, customer, store, actor, reference, status } = search;
  const values: Record<Name, string | undefined> = {
    from: from && writeDay(from, locale),
    to: to && writeDay(to, locale),
    type: type && types(`type.${type}`),
    currency,
    min: min && amount(min),
    max: max && amount(max),
    account,
    customer,
    store,
    actor,
    reference,
    status: status && statuses(status),
  };
  // An amount means nothing without its currency.
  const without = (name: Name): ExplorerSearch => ({
    ...search,
    cursor: undefined,
    [name]: undefined,
    ...(name === 'currency' && { min: undefined, max: undefined }),
  });
  return (Object.entries(values) as [Name, string | undefined][]).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, label: t(`filters.${name}`), value, onRemove: () => go(without(name)) }],
  );
}
