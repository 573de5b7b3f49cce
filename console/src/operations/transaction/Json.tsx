import { useTranslations } from 'use-intl';
import { CopyButton } from '../CopyButton.tsx';
import styles from './Json.module.css';

/** The same as the service has given it, for those who read JSON. */
export function Json({ value }: { value: unknown }) {
  const t = useTranslations('operations.json');
  const text = JSON.stringify(value, null, 2);
  return (
    <details className={styles.json}>
      <summary>{t('title')}</summary>
      <div className={styles.frame}>
        <span className={styles.copy}>
          <CopyButton value={text} label={t('copy')} />
        </span>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <pre tabIndex={0}>{text}</pre>
      </div>
    </details>
  );
}
