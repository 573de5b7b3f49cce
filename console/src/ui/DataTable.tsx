import type { ReactNode } from 'react';
import styles from './DataTable.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Amounts stand at the end, decimals below each other. */
  readonly align?: 'start' | 'end';
  /** Not on a phone: what the other columns tell as well, or the opened row. */
  readonly wideOnly?: boolean;
}

export interface DataTableProps<Row> {
  /** What the table shows, for those who hear it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** A row can be opened: its first cell becomes the button for that, and the whole row takes clicks. */
  readonly onOpen?: (row: Row) => void;
  readonly openLabel?: (row: Row) => string;
  readonly size?: 'dense' | 'normal';
  /** The row that the keys j and k have come to. */
  readonly current?: string | undefined;
  /** Shown in the place of rows. */
  readonly empty?: ReactNode;
}

export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  onOpen,
  openLabel,
  size = 'normal',
  current,
  empty,
}: DataTableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return empty;
  const first = columns[0]?.id;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.frame} aria-label={caption} tabIndex={0}>
      <table className={styles.table} data-size={size}>
        <thead>
          <tr>
            {columns.map(({ id, header, align = 'start', wideOnly }) => (
              <th key={id} scope="col" data-align={align} data-wide={wideOnly || undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <tr key={key} data-opens={onOpen !== undefined || undefined} aria-current={key === current || undefined}>
                {columns.map(({ id, cell, align = 'start', wideOnly }) => (
                  <td key={id} data-align={align} data-wide={wideOnly || undefined}>
                    {onOpen && id === first ? (
                      <button
                        type="button"
                        className={styles.opener}
                        aria-label={openLabel?.(row)}
                        onClick={() => onOpen(row)}
                      >
                        {cell(row)}
                      </button>
                    ) : (
                      cell(row)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
