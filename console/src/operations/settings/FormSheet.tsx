import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useKeys } from '../../keys/registry.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useDeed } from '../deed.ts';
import styles from './Settings.module.css';

export interface FormSheetProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action: string;
  /** What is still missing. */
  readonly reason?: string | undefined;
  readonly onSubmit: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** A form that does one thing and closes when it is done; what the service refuses is said below the fields. */
export function FormSheet({ title, children, action, reason, onSubmit, onClose }: FormSheetProps) {
  const t = useTranslations('operations.confirm');
  const deed = useDeed();
  const run = async () => {
    if (reason === undefined && !deed.busy && (await deed.run(onSubmit))) onClose();
  };
  useKeys([{ keys: 'mod+Enter', label: action, run: () => void run(), inPalette: false }]);
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button tone="primary" busy={deed.busy} reason={reason} onClick={() => void run()}>
            {action}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        {children}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
      {deed.error !== null && <ErrorState error={deed.error} />}
    </Sheet>
  );
}
