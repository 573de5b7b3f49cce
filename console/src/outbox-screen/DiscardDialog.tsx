import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApprovalDialog } from '../desk/till/ApprovalDialog.tsx';
import { Trouble } from '../desk/till/Trouble.tsx';
import { useWrite } from '../desk/till/write.ts';
import type { Intent, UnsentIntent } from '../outbox/intent.ts';
import { discard } from '../outbox/perform.ts';
import { useSession } from '../session/session.ts';
import { announce } from '../ui/Announcer.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';

/** Lets a write go that never reached the books: first the audit trail has a line of it, and only then it leaves the device. */
export function DiscardDialog({ intent, onClose }: { intent: UnsentIntent; onClose: () => void }) {
  const t = useTranslations('outbox');
  const session = useSession();
  const [reason, setReason] = useState('');
  const write = useWrite((outcome) => {
    if (outcome.state !== 'done') return;
    void discard(intent.id, session?.subject ?? '', reason.trim()).then(() => {
      announce(t('discarded'));
      onClose();
    });
  });
  return (
    <>
      <Dialog
        open={write.wanted === null}
        onClose={onClose}
        title={t('discardTitle')}
        description={t('discardHint', { reference: intent.reference })}
        actions={
          <>
            <Button onClick={onClose}>{t('keep')}</Button>
            <Button
              tone="danger"
              busy={write.busy}
              reason={reason.trim() === '' ? t('reasonFirst') : undefined}
              onClick={() => void write.run(recordOf(intent, reason.trim()))}
            >
              {t('discardNow')}
            </Button>
          </>
        }
      >
        <TextField label={t('reason')} value={reason} onChange={(event) => setReason(event.target.value)} autoFocus />
        <Trouble trouble={write.trouble} />
        {write.outcome?.state === 'waiting' && <Banner tone="warn">{t('discardLater')}</Banner>}
      </Dialog>
      <ApprovalDialog write={write} />
    </>
  );
}

/** Stands alone in the queue: it must not wait behind the very write that it is about. */
const recordOf = ({ id, operation, customer, label, reference }: UnsentIntent, reason: string): Intent => ({
  operation: 'discardRecord',
  customer: null,
  method: 'POST',
  path: '/api/v1/console-discards',
  body: {
    ...{ key: id, operation, customer_id: customer, device_reference: reference, reason },
    ...(label.amount !== null && { amount: BigInt(label.amount) }),
    ...(label.asset !== null && { asset_code: label.asset }),
  },
  label: { amount: null, asset: null, customerName: null },
});
