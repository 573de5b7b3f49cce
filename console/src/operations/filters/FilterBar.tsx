import { ListFilter, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/Button.tsx';
import styles from './FilterBar.module.css';

export interface ActiveFilter {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onRemove: () => void;
}

export interface FilterBarProps {
  readonly active: readonly ActiveFilter[];
  readonly onOpen: () => void;
  readonly onClear: () => void;
  /** What else can be done with the list. */
  readonly tools?: ReactNode;
}

/** The filters that are set, a chip each: a tap takes one away, the button changes them all. */
export function FilterBar({ active, onOpen, onClear, tools }: FilterBarProps) {
  const t = useTranslations('operations.filters');
  return (
    <div className={styles.bar}>
      <div className={styles.tools}>
        <Button size="small" icon={<ListFilter size={18} aria-hidden />} onClick={onOpen} shortcut="f">
          {t('title')}
        </Button>
        {tools}
      </div>
      {active.length > 0 && (
        <div className={styles.filters}>
          <ul className={styles.chips} aria-label={t('active')}>
            {active.map(({ name, label, value, onRemove }) => (
              <li key={name}>
                <button
                  type="button"
                  className={styles.chip}
                  onClick={onRemove}
                  aria-label={t('remove', { filter: `${label}: ${value}` })}
                >
                  <span>
                    <span className={styles.name}>{`${label}: `}</span>
                    {value}
                  </span>
                  <X size={14} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
          {active.length > 1 && (
            <Button size="small" tone="quiet" onClick={onClear}>
              {t('clear')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
