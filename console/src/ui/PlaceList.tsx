import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './PlaceList.module.css';

export interface PlaceListProps {
  readonly places: readonly {
    readonly to: string;
    readonly label: string;
    readonly text?: string;
    readonly icon?: ReactNode;
  }[];
}

/** Where one can go from here, a row each. */
export function PlaceList({ places }: PlaceListProps) {
  return (
    <ul className={styles.list}>
      {places.map(({ to, label, text, icon }) => (
        <li key={to}>
          <Link to={to} className={styles.place}>
            {icon}
            <span className={styles.words}>
              <span className={styles.label}>{label}</span>
              {text !== undefined && <span className={styles.text}>{text}</span>}
            </span>
            <ChevronRight size={20} aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
