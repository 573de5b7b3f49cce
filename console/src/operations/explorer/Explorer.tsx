import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { Rows3, Rows4 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRowKeys } from '../../desk/customer/useRowKeys.ts';
import { useKeys } from '../../keys/registry.ts';
import { useStore } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { copyText } from '../CopyButton.tsx';
import { useCsvExport } from '../CsvExport.tsx';
import { FilterBar } from '../filters/FilterBar.tsx';
import { Paged } from '../Paged.tsx';
import { useNarrow } from '../useNarrow.ts';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { EntryList } from './EntryList.tsx';
import { EntryTable } from './EntryTable.tsx';
import { ExplorerFilters } from './ExplorerFilters.tsx';
import { preferencesStore } from './preferences.ts';
import { type Entry, entriesQuery, entryFilters, entryKey } from './queries.ts';
import type { ExplorerSearch } from './search.ts';
import { Totals } from './Totals.tsx';
import { useActiveFilters } from './useActiveFilters.ts';
import { ViewsMenu } from './ViewsMenu.tsx';

/** Every entry of the books, by whatever one looks for. */
export default function Explorer() {
  const t = useTranslations('operations.ledger');
  const search = useSearch({ from: '/shell/operations/ledger' });
  const navigate = useNavigate();
  const [filtersOpen, setFiltersOpen] = useState(false);
  const go = (next: ExplorerSearch) => void navigate({ to: '/operations/ledger', search: next });
  const active = useActiveFilters(search, go);
  const query = useQuery({ ...entriesQuery(search), placeholderData: keepPreviousData });
  const csv = useCsvExport('/api/v1/entries.csv', entryFilters(search));
  useKeys([{ keys: 'f', label: t('filter'), run: () => setFiltersOpen(true) }]);
  return (
    <>
      <PageHeader title={t('title')} />
      <FilterBar
        active={active}
        onOpen={() => setFiltersOpen(true)}
        onClear={() => go({})}
        tools={
          <>
            <Tools search={search} onView={go} />
            {csv.button}
          </>
        }
      />
      {csv.outcome}
      <Paged
        query={query}
        cursor={search.cursor}
        isFiltered={active.length > 0}
        nothing={<EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>}
        noMatch={t('noMatch')}
        onClear={() => go({})}
        onPage={(cursor) => go({ ...search, cursor })}
        below={({ rows, next }) => <Totals entries={rows} isAll={next === null && search.cursor === undefined} />}
      >
        {(entries) => <Rows entries={entries} />}
      </Paged>
      {filtersOpen && (
        <ExplorerFilters
          search={search}
          onClose={() => setFiltersOpen(false)}
          onApply={(next) => {
            setFiltersOpen(false);
            go(next);
          }}
        />
      )}
    </>
  );
}

function Tools({ search, onView }: { search: ExplorerSearch; onView: (search: ExplorerSearch) => void }) {
  const t = useTranslations('operations.ledger');
  const store = preferencesStore();
  const preferences = useStore(store);
  const narrow = useNarrow();
  const { isDense } = preferences;
  const Density = isDense ? Rows4 : Rows3;
  return (
    <>
      <ViewsMenu search={search} onView={onView} />
      {!narrow && <ColumnsMenu />}
      {!narrow && (
        <IconButton
          label={t('dense')}
          icon={<Density size={20} aria-hidden />}
          pressed={isDense}
          onClick={() => store.set({ ...preferences, isDense: !isDense })}
        />
      )}
    </>
  );
}

function Rows({ entries }: { entries: readonly Entry[] }) {
  const t = useTranslations('operations');
  const preferences = useStore(preferencesStore());
  const narrow = useNarrow();
  const router = useRouter();
  const key = useRowKeys(entries, entryKey, ({ transaction_id: transactionId }) =>
    router.navigate({ to: '/operations/transactions/$transactionId', params: { transactionId } }),
  );
  const current = entries.findIndex((entry) => entryKey(entry) === key);
  const at = entries[current];
  useKeys(at ? [{ keys: 'y', label: t('copyId'), run: () => void copyText(at.transaction_id) }] : []);
  return narrow ? (
    <EntryList entries={entries} current={current} />
  ) : (
    <EntryTable entries={entries} preferences={preferences} current={current} />
  );
}
