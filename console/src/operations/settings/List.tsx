import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './Settings.module.css';

export interface ListProps<Row> {
  readonly caption: string;
  readonly intro: string;
  readonly query: UseQueryResult<readonly Row[]>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly none: string;
  /** How one is added. */
  readonly action?: ReactNode;
}

/** A list of settings with what stands around it: why it is there, how to add to it, and all its states. */
export function List<Row>({ caption, intro, query, columns, rowKey, none, action }: ListProps<Row>) {
  const { data, error, refetch } = query;
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
      {data && (
        <DataTable
          caption={caption}
          columns={columns}
          rows={data}
          rowKey={rowKey}
          empty={<EmptyState title={none} />}
        />
      )}
    </div>
  );
}
