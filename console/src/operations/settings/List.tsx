import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { KeyValue } from '../../ui/KeyValue.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useNarrow } from '../useNarrow.ts';
import styles from './List.module.css';

interface RowsProps<Row> {
  readonly caption: string;
  /** The first says which one it is. */
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** What can be done with one. */
  readonly deeds?: (row: Row) => ReactNode;
}

export interface ListProps<Row> extends RowsProps<Row> {
  readonly intro: string;
  readonly query: UseQueryResult<readonly Row[]>;
  readonly none: string;
  /** How one is added. */
  readonly action?: ReactNode;
}

/** A list of settings with what stands around it: why it is there, how to add to it, and all its states. */
export function List<Row>({ intro, query, none, action, ...rows }: ListProps<Row>) {
  const { data, error, refetch } = query;
  const Rows = useNarrow() ? Cards<Row> : Table<Row>;
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <p>{intro}</p>
        {action}
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div aria-busy="true">
          <Skeleton shape="row" count={4} />
        </div>
      )}
      {data && (data.length === 0 ? <EmptyState title={none} /> : <Rows rows={data} {...rows} />)}
    </div>
  );
}

function Table<Row>({ rows, columns, deeds, ...props }: RowsProps<Row> & { rows: readonly Row[] }) {
  const t = useTranslations('operations.settings');
  const actions: Column<Row>[] = deeds
    ? [{ id: 'deeds', header: t('change'), cell: (row) => <span className={styles.deeds}>{deeds(row)}</span> }]
    : [];
  return <DataTable {...props} rows={rows} columns={[...columns, ...actions]} />;
}

/** On a phone a table would have columns of a few letters. */
function Cards<Row>({ caption, rows, columns, rowKey, deeds }: RowsProps<Row> & { rows: readonly Row[] }) {
  const [first, ...facts] = columns;
  return (
    <ul className={styles.cards} aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={styles.card}>
          <p className={styles.name}>{first?.cell(row)}</p>
          <KeyValue rows={facts.map(({ header, cell }) => ({ label: header, value: cell(row) }))} />
          {deeds && <div className={styles.deeds}>{deeds(row)}</div>}
        </li>
      ))}
    </ul>
  );
}
