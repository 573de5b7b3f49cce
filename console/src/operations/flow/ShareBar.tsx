import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ExplorerSearch } from '../explorer/search.ts';
import styles from './MoneyFlow.module.css';

export interface ShareBarProps {
  readonly label: ReactNode;
  readonly amount: ReactNode;
  readonly note?: ReactNode;
  /** 0 to 100. */
  readonly share: number;
  readonly tone?: 'accent' | 'owes';
  /** What the ledger explorer shows of it. */
  readonly search: ExplorerSearch;
}

/** One part of a whole, with its length drawn: itself the way to its entries. */
export function ShareBar({ label, amount, note, share, tone = 'accent', search }: ShareBarProps) {
  return (
    <li>
      <Link to="/operations/ledger" search={search} className={styles.bar}>
        <span>
          {label}
          {note !== undefined && <span className={styles.note}>{note}</span>}
        </span>
        {amount}
        <svg className={styles.track} aria-hidden>
          <rect width="100%" height="8" rx="2" />
          <rect width={`${share}%`} height="8" rx="2" className={tone === 'owes' ? styles.fillOwed : styles.fill} />
        </svg>
      </Link>
    </li>
  );
}
