import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Approvable, ApprovalDialog } from '../desk/till/ApprovalDialog.tsx';
import { approvalFor } from '../desk/till/write.ts';
import { OutboxError } from '../outbox/errors.ts';
import type { UnsentIntent } from '../outbox/intent.ts';
import { resendAs, retry } from '../outbox/perform.ts';
import { can } from '../session/session.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DiscardDialog } from './DiscardDialog.tsx';
import { FixSheet } from './FixSheet.tsx';
import { correctionsOf, unchanged } from './fixes.ts';
import { Item } from './Item.tsx';
import styles from './Outbox.module.css';

/** What a supervisor's leave would let pass. */
const APPROVABLE: ReadonlySet<string> = new Set(['APPROVAL_REQUIRED', 'CREDIT_LIMIT_EXCEEDED']);

/** A write that the service has refused, why, and what can be done about it. */
export function AttentionItem({ intent }: { intent: UnsentIntent }) {
  const t = useTranslations('outbox');
  const [open, setOpen] = useState<'fix' | 'discard' | 'approve' | null>(null);
  const [failed, setFailed] = useState(false);
  const { problem } = intent;
  const isApprovable = problem !== null && APPROVABLE.has(problem.code) && can('approvalCreate');
  const close = () => setOpen(null);

  async function attempt(deed: () => Promise<unknown>): Promise<void> {
    setFailed(false);
    try {
      await deed();
    } catch (error) {
      // Somebody else was quicker, in another tab: then the list has changed already.
      if (!(error instanceof OutboxError && error.code === 'NOT_THERE')) setFailed(true);
    }
  }

  const approvable: Approvable = {
    wanted: open === 'approve' && problem ? { intent: unchanged(intent), context: {}, problem } : null,
    dismiss: close,
    async approve({ name, pin }) {
      const next = unchanged(intent);
      const approval = await approvalFor(next, name, pin);
      close();
      await attempt(() => resendAs(intent.id, { ...next, approval }));
    },
  };
  return (
    <Item
      intent={intent}
      actions={
        <>
          <Button size="small" onClick={() => void attempt(() => retry(intent.id))}>
            {t('retry')}
          </Button>
          {isApprovable && (
            <Button size="small" onClick={() => setOpen('approve')}>
              {t('askSupervisor')}
            </Button>
          )}
          {correctionsOf(intent).length > 0 && (
            <Button size="small" onClick={() => setOpen('fix')}>
              {t('fix')}
            </Button>
          )}
          <Button
            size="small"
            tone="danger"
            reason={can('discardRecord') ? undefined : t('discardForbidden')}
            onClick={() => setOpen('discard')}
          >
            {t('discard')}
          </Button>
        </>
      }
    >
      <div className={styles.problem}>
        <p>{problem?.message || t('refused')}</p>
        {problem?.fields
          .filter(({ message }) => !problem.message.includes(message))
          .map(({ field, message }) => (
            <p key={field}>{`${field}: ${message}`}</p>
          ))}
        {problem && problem.requestId !== null && (
          <p className={styles.request}>{t('request', { id: problem.requestId })}</p>
        )}
      </div>
      {failed && <Banner tone="danger">{t('deviceFailed')}</Banner>}
      <ApprovalDialog write={approvable} />
      {open === 'fix' && <FixSheet intent={intent} onClose={close} />}
      {open === 'discard' && <DiscardDialog intent={intent} onClose={close} />}
    </Item>
  );
}
