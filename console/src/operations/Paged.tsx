import type { UseQueryResult } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Pager } from './Pager.tsx';

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Where older ones begin; null at the end. */
  readonly next: string | null;
}

export interface PagedProps<Row> {
  readonly query: UseQueryResult<Page<Row>>;
  /** Where this page begins; absent at the newest. */
  readonly cursor: string | undefined;
  readonly isFiltered: boolean;
  /** What is said while there is nothing at all. */
  readonly nothing: ReactNode;
  /** What is said where filters leave nothing. */
  readonly noMatch: string;
  readonly onClear: () => void;
  readonly onPage: (cursor: string | undefined) => void;
  readonly children: (rows: readonly Row[]) => ReactNode;
  /** What stands below the rows. */
  readonly below?: (page: Page<Row>) => ReactNode;
}

/** A list that the service gives page by page, in all its states. */
export function Paged<Row>({
  query,
  cursor,
  isFiltered,
  nothing,
  noMatch,
  onClear,
  onPage,
  children,
  below,
}: PagedProps<Row>) {
  const t = useTranslations('operations');
  const { data, error, isPlaceholderData, refetch } = query;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <div aria-busy="true">
        <Skeleton shape="row" count={12} />
      </div>
    );
  }
  const { rows, next } = data;
  if (rows.length === 0 && next === null) {
    if (!isFiltered) return nothing;
    return (
      <EmptyState
        icon={<SearchX size={28} aria-hidden />}
        title={noMatch}
        action={<Button onClick={onClear}>{t('filters.clear')}</Button>}
      />
    );
  }
  return (
    <div aria-busy={isPlaceholderData || undefined}>
      {rows.length === 0 ? <EmptyState title={t('pager.noneHere')} /> : children(rows)}
      {below?.(data)}
      <Pager
        onFirst={cursor === undefined ? undefined : () => onPage(undefined)}
        onOlder={next === null ? undefined : () => onPage(next)}
      />
    </div>
  );
}
