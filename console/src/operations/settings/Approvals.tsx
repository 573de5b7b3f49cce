import { useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client.ts';
import { online } from '../../api/online.ts';
import { can } from '../../session/session.ts';
import { useRoleName } from '../../shell/role-name.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import { Confirm } from '../Confirm.tsx';
import { FormSheet } from './FormSheet.tsx';
import { List } from './List.tsx';

const approvers = {
  queryKey: ['approvers'],
  queryFn: async () => (await answer(api.GET('/api/v1/approvers'))).data.approvers,
};

/** Who can let pass what others may not do alone, and one's own PIN for that. */
export function Approvals() {
  const t = useTranslations('operations.settings');
  const roleName = useRoleName();
  const client = useQueryClient();
  const query = useQuery(approvers);
  const [setting, setSetting] = useState(false);
  const [removing, setRemoving] = useState<string | null>(null);
  const again = () => client.invalidateQueries({ queryKey: approvers.queryKey });
  return (
    <>
      <List
        caption={t('tabs.approvals')}
        intro={t('approvalsIntro')}
        query={query}
        rowKey={({ subject }) => subject}
        none={t('noApprovers')}
        action={
          can('approverPinSet') && (
            <Button icon={<KeyRound size={18} aria-hidden />} onClick={() => setSetting(true)}>
              {t('setPin')}
            </Button>
          )
        }
        columns={[
          { id: 'who', header: t('who'), cell: ({ subject, role }) => `${subject} (${roleName(role)})` },
          { id: 'since', header: t('since'), cell: (row) => <TimeAgo at={row.changed_at} /> },
          { id: 'locked', header: t('state'), cell: ({ locked }) => (locked ? t('locked') : t('ready')) },
        ]}
        deeds={({ subject }) =>
          can('approverRemove') && (
            <Button size="small" tone="quiet" onClick={() => setRemoving(subject)}>
              {t('removePin')}
            </Button>
          )
        }
      />
      {setting && <PinForm onClose={() => setSetting(false)} onDone={again} />}
      {removing !== null && (
        <Confirm
          title={t('removePin')}
          text={t('removePinText', { subject: removing })}
          action={t('removePin')}
          tone="danger"
          onConfirm={() => online.DELETE('/api/v1/approvers/{subject}', { params: { path: { subject: removing } } })}
          onClose={() => {
            setRemoving(null);
            void again();
          }}
        />
      )}
    </>
  );
}

const PIN = /^[0-9]{4,12}$/;

function PinForm({ onClose, onDone }: { onClose: () => void; onDone: () => Promise<unknown> }) {
  const t = useTranslations('operations.settings');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const reason = !PIN.test(pin) ? t('pinHint') : pin === again ? undefined : t('pinsDiffer');
  const field = { type: 'password', inputMode: 'numeric', autoComplete: 'new-password', maxLength: 12 } as const;
  return (
    <FormSheet
      title={t('setPin')}
      action={t('save')}
      reason={reason}
      onClose={onClose}
      onSubmit={async () => {
        await online.PUT('/api/v1/approvers/me/pin', { body: { pin } });
        await onDone();
      }}
    >
      <Field
        {...field}
        label={t('pin')}
        hint={t('pinHint')}
        value={pin}
        onChange={({ target }) => setPin(target.value)}
      />
      <Field {...field} label={t('pinAgain')} value={again} onChange={({ target }) => setAgain(target.value)} />
    </FormSheet>
  );
}
