import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client.ts';
import { ApiError } from '../../api/problems.ts';
import { useSession } from '../../session/session.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, SelectField } from '../../ui/Field.tsx';
import styles from './Till.module.css';
import type { Write } from './write.ts';

/** The part of a write that somebody else's leave is about. */
export type Approvable = Pick<Write, 'wanted' | 'approve' | 'dismiss'>;

/** Asks somebody else to let a request pass, with their PIN, here at the till. */
export function ApprovalDialog({ write }: { write: Approvable }) {
  const t = useTranslations('desk.approval');
  const { wanted } = write;
  if (!wanted) return null;
  const reason = wanted.problem.code === 'CREDIT_LIMIT_EXCEEDED' ? 'limit' : wanted.problem.details.reason;
  const isNamed = reason === 'limit' || reason === 'price' || reason === 'withdrawal' || reason === 'reversal';
  return (
    <Dialog
      open
      onClose={write.dismiss}
      title={t('title')}
      description={isNamed ? t(`reason.${reason}`) : wanted.problem.message}
    >
      <ApprovalForm write={write} />
    </Dialog>
  );
}

function ApprovalForm({ write }: { write: Approvable }) {
  const t = useTranslations('desk.approval');
  const session = useSession();
  const hint = useId();
  const list = useQuery({
    queryKey: ['approvers'],
    queryFn: async () => (await answer(api.GET('/api/v1/approvers'))).data.approvers,
  });
  const others = list.data?.filter(({ subject, locked }) => subject !== session?.subject && !locked) ?? [];
  const [chosen, setChosen] = useState<string>();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const approver = chosen ?? others[0]?.subject;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (approver === undefined || pin === '' || busy) return;
    setBusy(true);
    try {
      await write.approve({ name: approver, pin });
    } catch (error) {
      setProblem(error instanceof ApiError && error.message !== '' ? error.message : t('failed'));
      setPin('');
      setBusy(false);
    }
  }

  if (list.isSuccess && others.length === 0) return <Banner tone="warn">{t('nobody')}</Banner>;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} aria-describedby={hint}>
      <SelectField
        label={t('approver')}
        value={approver ?? ''}
        onChange={(event) => setChosen(event.target.value)}
        options={others.map(({ subject }) => ({ value: subject, label: subject }))}
      />
      <Field
        label={t('pin')}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        value={pin}
        onChange={(event) => setPin(event.target.value.replace(/\D/g, ''))}
        error={problem}
        autoFocus
      />
      <p id={hint} className={styles.quiet}>
        {t('hint')}
      </p>
      <Button type="submit" tone="primary" size="wide" busy={busy} reason={pin.length < 4 ? t('pinFirst') : undefined}>
        {t('approve')}
      </Button>
    </form>
  );
}
