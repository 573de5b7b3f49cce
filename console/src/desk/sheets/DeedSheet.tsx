import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useKeys } from '../../keys/registry.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { ApprovalDialog } from '../till/ApprovalDialog.tsx';
import { Trouble } from '../till/Trouble.tsx';
import type { Write } from '../till/write.ts';
import styles from './Sheets.module.css';

export interface DeedSheetProps {
  readonly title: string;
  readonly write: Write;
  readonly onClose: () => void;
  readonly commit: string;
  readonly tone?: 'primary' | 'danger';
  readonly size?: 'small' | 'large';
  /** Why it can't be done yet. */
  readonly reason: string | undefined;
  readonly onCommit: () => void;
  /** What is filled in before. */
  readonly children: ReactNode;
  /** What the service has made of it: shown in the place of the form. */
  readonly done: ReactNode;
}

/** One deed in one sheet: the form, then its outcome by the service's own figures. */
export function DeedSheet({
  title,
  write,
  onClose,
  commit,
  tone = 'primary',
  size = 'small',
  reason,
  onCommit,
  children,
  done,
}: DeedSheetProps) {
  const t = useTranslations('desk.sheet');
  const { outcome } = write;
  const run = () => {
    if (reason === undefined && outcome === null) onCommit();
  };
  useKeys([{ keys: 'mod+Enter', label: commit, run, inPalette: false }]);
  const actions =
    outcome === null ? (
      <>
        {reason !== undefined && <p className={styles.reason}>{reason}</p>}
        <Button tone={tone} size="wide" busy={write.busy} reason={reason} onClick={run} shortcut="Control+Enter">
          {commit}
        </Button>
      </>
    ) : (
      <Button tone="primary" size="wide" onClick={onClose}>
        {t('close')}
      </Button>
    );
  return (
    <Sheet open onClose={onClose} title={title} size={size} actions={actions}>
      {outcome === null && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            run();
          }}
        >
          {children}
        </form>
      )}
      {outcome?.state === 'done' && <div role="status">{done}</div>}
      {outcome?.state === 'waiting' && (
        <p role="status">
          {t(`waiting.${outcome.reason}`)} {t('reference', { reference: outcome.deviceReference })}
        </p>
      )}
      <Trouble trouble={write.trouble} />
      <ApprovalDialog write={write} />
    </Sheet>
  );
}
