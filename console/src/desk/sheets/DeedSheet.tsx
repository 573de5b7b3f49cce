import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useKeys } from '../../keys/registry.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { ApprovalDialog } from '../till/ApprovalDialog.tsx';
import { ReceiptButton } from '../till/ReceiptButton.tsx';
import { Trouble } from '../till/Trouble.tsx';
import type { Outcome, Write } from '../till/write.ts';
import styles from './Sheets.module.css';

export interface DeedSheetProps {
  readonly title: string;
  readonly write: Write;
  readonly onClose: () => void;
  readonly commit: string;
  readonly tone?: 'primary' | 'danger';
  readonly size?: 'small' | 'large';
  /** Why it can't be done without a network, while there is none. */
  readonly offline: string | undefined;
  /** Why it can't be done yet. */
  readonly reason: string | undefined;
  readonly onCommit: () => void;
  /** What is filled in before. */
  readonly children: ReactNode;
  /** What the service has made of it: shown in the place of the form. */
  readonly done: ReactNode;
  /** Whether money has moved, so that there is a paper to hand out. */
  readonly hasReceipt?: boolean;
}

/** One deed in one sheet: the form, then its outcome by the service's own figures. */
export function DeedSheet({
  title,
  write,
  onClose,
  commit,
  tone = 'primary',
  size = 'small',
  offline,
  reason: missing,
  onCommit,
  children,
  done,
  hasReceipt = false,
}: DeedSheetProps) {
  const t = useTranslations('desk.sheet');
  const { outcome } = write;
  const reason = offline ?? missing;
  const run = () => {
    if (reason === undefined && outcome === null) onCommit();
  };
  // Whoever could leave before they see what came of it would do it again.
  const leave = () => {
    if (!write.busy) onClose();
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
      <Ways outcome={outcome} hasReceipt={hasReceipt} onClose={onClose} />
    );
  return (
    <Sheet open onClose={leave} title={title} size={size} actions={actions}>
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

/** The ways on from a deed: Enter goes back to its customer. */
function Ways({ outcome, hasReceipt, onClose }: { outcome: Outcome } & Pick<DeedSheetProps, 'hasReceipt' | 'onClose'>) {
  const t = useTranslations('desk');
  const navigate = useNavigate();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <>
      {hasReceipt && (
        <div className={styles.ways}>
          <ReceiptButton outcome={outcome} />
          <Button onClick={() => void navigate({ to: '/desk', search: {} })}>{t('done.next')}</Button>
        </div>
      )}
      <Button ref={close} tone="primary" size="wide" onClick={onClose}>
        {t('sheet.close')}
      </Button>
    </>
  );
}
