import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './ColumnsMenu.module.css';
import { type ColumnId, DEFAULTS, preferencesStore } from './preferences.ts';

/** Which columns there are, and in which order: by buttons, so that keys and fingers do it alike. */
export function ColumnsMenu() {
  const t = useTranslations('operations.ledger');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={<Columns3 size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('columnsTitle')}
      </Button>
      {open && <Columns onClose={() => setOpen(false)} />}
    </>
  );
}

function Columns({ onClose }: { onClose: () => void }) {
  const t = useTranslations('operations.ledger');
  const store = preferencesStore();
  const preferences = useStore(store);
  const { order, hidden } = preferences;
  const show = (id: ColumnId, isShown: boolean) =>
    store.set({ ...preferences, hidden: isShown ? hidden.filter((other) => other !== id) : [...hidden, id] });
  const move = (id: ColumnId, step: -1 | 1) => {
    const from = order.indexOf(id);
    const next = order.toSpliced(from, 1).toSpliced(from + step, 0, id);
    store.set({ ...preferences, order: next });
  };
  const reset = () => store.set({ ...preferences, order: DEFAULTS.order, hidden: DEFAULTS.hidden });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('columnsTitle')}
      actions={
        <>
          <Button tone="quiet" onClick={reset}>
            {t('columnsReset')}
          </Button>
          <Button tone="primary" onClick={onClose}>
            {t('columnsDone')}
          </Button>
        </>
      }
    >
      <ul className={styles.columns}>
        {order.map((id, place) => {
          const name = t(`columns.${id}`);
          const isShown = !hidden.includes(id);
          const isLast = isShown && hidden.length === order.length - 1;
          return (
            <li key={id}>
              <label className={styles.column}>
                <input
                  type="checkbox"
                  checked={isShown}
                  disabled={isLast}
                  onChange={({ target }) => show(id, target.checked)}
                />
                {name}
              </label>
              <IconButton
                label={t('columnEarlier', { column: name })}
                icon={<ArrowUp size={18} aria-hidden />}
                disabled={place === 0}
                onClick={() => move(id, -1)}
              />
              <IconButton
                label={t('columnLater', { column: name })}
                icon={<ArrowDown size={18} aria-hidden />}
                disabled={place === order.length - 1}
                onClick={() => move(id, 1)}
              />
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
