import { Link } from '@tanstack/react-router';
import {
  type ColumnDef,
  columnOrderingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import base from '../../ui/DataTable.module.css';
import { EntryCell } from './cells.tsx';
import styles from './EntryTable.module.css';
import { COLUMNS, type ColumnId, type Preferences } from './preferences.ts';
import { type Entry, entryKey } from './queries.ts';

const features = tableFeatures({ columnOrderingFeature, columnVisibilityFeature });

const columns: ColumnDef<typeof features, Entry>[] = COLUMNS.map((id) => ({
  id,
  cell: ({ row }) => <EntryCell column={id} entry={row.original} />,
}));

const AMOUNTS: ReadonlySet<string> = new Set(['debit', 'credit', 'balance']);
const ROW_PX = { dense: 36, normal: 44 };

export interface EntryTableProps {
  readonly entries: readonly Entry[];
  readonly preferences: Preferences;
  /** The row that the keys have come to. */
  readonly current: number;
}

/** The entries in a table that only draws the rows in sight. The first cell of a row leads to its transaction. */
export function EntryTable({ entries, preferences, current }: EntryTableProps) {
  const t = useTranslations('operations.ledger');
  const frame = useRef<HTMLElement>(null);
  const { order, hidden, isDense } = preferences;
  const visibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  const table = useTable({
    features,
    columns,
    data: entries,
    getRowId: entryKey,
    state: { columnOrder: order as ColumnId[], columnVisibility: visibility },
  });
  const { rows } = table.getRowModel();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX[isDense ? 'dense' : 'normal'],
    overscan: 12,
  });
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [current, virtual]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew.
  useEffect(() => virtual.measure(), [isDense, virtual]);

  const shown = virtual.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const width = table.getVisibleLeafColumns().length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section ref={frame} className={`${base.frame} ${styles.frame}`} aria-label={t('entries')} tabIndex={0}>
      <table className={base.table} data-size={isDense ? 'dense' : 'normal'} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {table.getVisibleLeafColumns().map(({ id }) => (
              <th key={id} scope="col" data-align={AMOUNTS.has(id) ? 'end' : 'start'}>
                {t(`columns.${id as ColumnId}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} width={width} />}
          {shown.map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <tr key={row.id} data-opens aria-rowindex={index + 2} aria-current={index === current || undefined}>
                {row.getVisibleCells().map((cell, place) => (
                  <td key={cell.id} data-align={AMOUNTS.has(cell.column.id) ? 'end' : 'start'}>
                    {place === 0 ? (
                      <Link
                        to="/operations/transactions/$transactionId"
                        params={{ transactionId: row.original.transaction_id }}
                        className={`${base.opener} ${styles.opener}`}
                      >
                        <table.FlexRender cell={cell} />
                      </Link>
                    ) : (
                      <table.FlexRender cell={cell} />
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
          {below > 0 && <Gap height={below} width={width} />}
        </tbody>
      </table>
    </section>
  );
}

/** The place of the rows that are not drawn. */
function Gap({ height, width }: { height: number; width: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={width} className={styles.gap} height={height} />
    </tr>
  );
}
