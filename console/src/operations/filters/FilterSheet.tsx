import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useKeys } from '../../keys/registry.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import styles from './FilterSheet.module.css';

export interface FilterSheetProps {
  readonly children: ReactNode;
  readonly onApply: () => void;
  readonly onClear: () => void;
  readonly onClose: () => void;
}

/** All filters of a list. Nothing changes until they are applied: Enter in any field, or Ctrl Enter. */
export function FilterSheet({ children, onApply, onClear, onClose }: FilterSheetProps) {
  const t = useTranslations('operations.filters');
  const form = useId();
  useKeys([{ keys: 'mod+Enter', label: t('apply'), run: onApply, inPalette: false }]);
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('title')}
      actions={
        <>
          <Button tone="quiet" onClick={onClear}>
            {t('clear')}
          </Button>
          <Button tone="primary" onClick={onApply}>
            {t('apply')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onApply();
        }}
      >
        {children}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Sheet>
  );
}

/** Two fields that belong together, such as from and to. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>;
}
