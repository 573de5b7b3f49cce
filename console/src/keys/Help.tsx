import { useTranslations } from 'use-intl';
import { useStore } from '../store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Help.module.css';
import { Keys } from './Keys.tsx';
import { bindings } from './registry.ts';

/** Every key that does something here, and now. */
export default function Help({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell.keys');
  const shown = useStore(bindings);
  const rows = [
    ...shown.map(({ keys, label }) => ({ keys, label })),
    { keys: 'mod+Enter', label: t('commit') },
    { keys: 'Esc', label: t('closeOverlay') },
  ];
  const known = new Map(rows.map((row) => [row.keys, row]));
  return (
    <Dialog open onClose={onClose} title={t('help')} description={t('helpHint')} size="large">
      <ul className={styles.list}>
        {[...known.values()].map(({ keys, label }) => (
          <li key={keys} className={styles.row}>
            <span>{label}</span>
            <Keys keys={keys} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
