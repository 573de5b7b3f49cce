import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Keys.module.css';

const NAMES: Readonly<Record<string, string>> = { mod: 'Ctrl' };

/** Keys as they stand on the keyboard. */
export function Keys({ keys }: { keys: string }) {
  const t = useTranslations('shell.keys');
  return (
    <span className={styles.keys}>
      {keys.split(' ').map((press, index) => (
        <Fragment key={press}>
          {index > 0 && <span className={styles.then}>{t('then')}</span>}
          {press.split('+').map((key) => (
            <kbd key={key} className={styles.key}>
              {NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
