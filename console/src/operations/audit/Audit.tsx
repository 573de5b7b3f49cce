import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRowKeys } from '../../desk/customer/useRowKeys.ts';
import { useKeys } from '../../keys/registry.ts';
import { useRoleName } from '../../shell/role-name.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { LOCALES, useLanguage } from '../../words/store.ts';
import { useCsvExport } from '../CsvExport.tsx';
import { writeDay } from '../filters/days.ts';
import { type ActiveFilter, FilterBar } from '../filters/FilterBar.tsx';
import { useTimeFormat } from '../filters/useTimeFormat.ts';
import { Paged } from '../Paged.tsx';
import { useNarrow } from '../useNarrow.ts';
import styles from './Audit.module.css';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditLineSheet } from './AuditLineSheet.tsx';
import { type AuditLine, auditFilters, auditQuery } from './queries.ts';
import type { AuditSearch } from './search.ts';

/** What was done, by whom and from where. Nobody can change it, so that there is nothing to do here but read. */
export default function Audit() {
  const t = useTranslations('operations.audit');
  const search = useSearch({ from: '/shell/operations/audit' });
  const navigate = useNavigate();
  const [filtersOpen, setFiltersOpen] = useState(false);
  const go = (next: AuditSearch) => void navigate({ to: '/operations/audit', search: next });
  const active = useActiveFilters(search, go);
  const query = useQuery({ ...auditQuery(search), placeholderData: keepPreviousData });
  const csv = useCsvExport('/api/v1/audit.csv', auditFilters(search));
  useKeys([{ keys: 'f', label: t('filter'), run: () => setFiltersOpen(true) }]);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      <FilterBar active={active} onOpen={() => setFiltersOpen(true)} onClear={() => go({})} tools={csv.button} />
      {csv.outcome}
      <Paged
        query={query}
        cursor={search.cursor}
        isFiltered={active.length > 0}
        nothing={<EmptyState title={t('nothing')} />}
        noMatch={t('noMatch')}
        onClear={() => go({})}
        onPage={(cursor) => go({ ...search, cursor })}
      >
        {(lines) => <Lines lines={lines} />}
      </Paged>
      {filtersOpen && (
        <AuditFilters
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

function useActiveFilters(search: AuditSearch, go: (search: AuditSearch) => void): ActiveFilter[] {
  const t = useTranslations('operations.audit');
  const roleName = useRoleName();
  const locale = LOCALES[useLanguage()];
  const { cursor: _, from, to, role, ...texts } = search;
  const values = {
    from: from && writeDay(from, locale),
    to: to && writeDay(to, locale),
    role: role && roleName(role),
    ...texts,
  };
  return (Object.entries(values) as [keyof typeof values, string | undefined][]).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [
          {
            name,
            label: t(`filters.${name}`),
            value,
            onRemove: () => go({ ...search, cursor: undefined, [name]: undefined }),
          },
        ],
  );
}

const lineKey = ({ id }: AuditLine): string => id;

function Lines({ lines }: { lines: readonly AuditLine[] }) {
  const t = useTranslations('operations.audit');
  const columns = useColumns();
  const [open, setOpen] = useState<AuditLine | null>(null);
  const current = useRowKeys(lines, lineKey, setOpen);
  return (
    <>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={lines}
        rowKey={lineKey}
        onOpen={setOpen}
        size="dense"
        current={current}
      />
      {open && <AuditLineSheet line={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function useColumns(): Column<AuditLine>[] {
  const t = useTranslations('operations.audit');
  const roleName = useRoleName();
  const write = useTimeFormat();
  const narrow = useNarrow();
  const when: Column<AuditLine> = { id: 'when', header: t('when'), cell: ({ recorded_at }) => write(recorded_at) };
  const who = ({ actor, role }: AuditLine) => `${actor} (${roleName(role)})`;
  if (narrow) {
    const both = (line: AuditLine) => (
      <span className={styles.both}>
        <span>{line.action}</span>
        <span className={styles.who}>{who(line)}</span>
      </span>
    );
    return [{ id: 'action', header: t('action'), cell: both }, when];
  }
  return [
    when,
    { id: 'who', header: t('who'), cell: who },
    { id: 'action', header: t('action'), cell: ({ action }) => action },
    { id: 'customer', header: t('customer'), cell: ({ customer_id }) => customer_id },
    { id: 'object', header: t('object'), cell: ({ object }) => shortened(object) },
    { id: 'ip', header: t('ip'), cell: ({ ip }) => ip },
    { id: 'device', header: t('device'), cell: ({ device }) => shortened(device) },
  ];
}

const MOST_LETTERS = 28;

/** The line that opens has all of it. */
const shortened = (text: string): string => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text);
