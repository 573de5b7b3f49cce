import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Chip } from '../../ui/Chip.tsx';
import { TextField } from '../../ui/Field.tsx';
import { nameOf } from '../customer/person.ts';
import type { Customer } from '../customer/useCustomer.ts';
import { useOfflineReason } from '../till/offline.ts';
import { useWrite } from '../till/write.ts';
import { DeedSheet } from './DeedSheet.tsx';

/** Stops whatever is taken from a customer, or lets it go on. */
export function Freeze({ customer: { person, frozen }, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useTranslations('desk.freeze');
  const [reason, setReason] = useState('');
  // What it is for stays as it was when the sheet was opened: the account is another afterwards.
  const [thaws] = useState(frozen);
  const write = useWrite();
  const offline = useOfflineReason(thaws ? 'customerUnfreeze' : 'customerFreeze');
  const deed = thaws ? 'unfreeze' : 'freeze';
  const commit = () =>
    void write.run({
      operation: thaws ? 'customerUnfreeze' : 'customerFreeze',
      customer: person.id,
      method: 'POST',
      path: `/api/v1/customers/${encodeURIComponent(person.id)}/${deed}`,
      body: { reason: reason.trim() },
      label: { amount: null, asset: null, customerName: nameOf(person) },
    });
  return (
    <DeedSheet
      title={t(`${deed}.title`)}
      {...{ write, onClose, offline }}
      commit={t(`${deed}.commit`)}
      tone={thaws ? 'primary' : 'danger'}
      reason={reason.trim() === '' ? t('reasonFirst') : undefined}
      onCommit={commit}
      done={thaws ? t('active') : <Chip state="frozen" />}
    >
      <p>{t(`${deed}.text`)}</p>
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        autoFocus
      />
    </DeedSheet>
  );
}
