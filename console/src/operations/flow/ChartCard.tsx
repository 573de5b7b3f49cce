import { Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/Button.tsx';
import { saveFile } from '../csv.ts';
import styles from './MoneyFlow.module.css';
import { csvOf, type Twin } from './twin.ts';

export interface ChartCardProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Absent while there is nothing to show. */
  readonly twin: Twin | undefined;
  /** What saves more than is shown, in the place of what saves just that. */
  readonly csv?: ReactNode;
}

/** A card with a chart, and below it the same as a table and as a file. */
export function ChartCard({ title, children, twin, csv }: ChartCardProps) {
  const t = useTranslations('operations');
  const save = () => twin && saveFile(`${twin.name}.csv`, new Blob([csvOf(twin)], { type: 'text/csv;charset=utf-8' }));
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {twin &&
          (csv ?? (
            <Button size="small" icon={<Download size={18} aria-hidden />} onClick={save}>
              {t('csv.export')}
            </Button>
          ))}
      </div>
      {children}
      {twin && (
        <details className={styles.twin}>
          <summary>{t('flow.asTable')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <div className={styles.scroll} tabIndex={0}>
            <Table {...twin} />
          </div>
        </details>
      )}
    </section>
  );
}

function Table({ heads, rows }: Twin) {
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, search, cells }) => (
          <tr key={key}>
            <td>
              <Link to="/operations/ledger" search={search}>
                {label.shown}
              </Link>
            </td>
            {cells.map(({ shown }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column.
              <td key={place}>{shown}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
