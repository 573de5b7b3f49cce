import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useKeys } from '../../keys/registry.ts';
import { can } from '../../session/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Done } from '../till/Done.tsx';
import { useOfflineReason } from '../till/offline.ts';
import { Trouble } from '../till/Trouble.tsx';
import { useWrite } from '../till/write.ts';
import { beginWith, customerIntent } from './customer-intent.ts';
import styles from './NewCustomer.module.css';
import { useOpenAdded } from './useOpenAdded.ts';

/** Somebody who was never here before; their own page opens as soon as the service has them. */
export default function NewCustomer() {
  const t = useTranslations('desk.newCustomer');
  const { q = '' } = useSearch({ from: '/shell/desk/new-customer' });
  const navigate = useNavigate();
  const [particulars, setParticulars] = useState(() => beginWith(q));
  const write = useWrite();
  const offline = useOfflineReason('customerCreate');
  useOpenAdded(write.outcome);

  const missing = particulars.name.trim() === '' ? t('nameFirst') : undefined;
  const reason = can('customerCreate') ? (offline ?? missing) : t('supervisorOnly');
  const commit = () => {
    if (reason === undefined && write.outcome === null) void write.run(customerIntent(particulars));
  };
  useKeys([{ keys: 'mod+Enter', label: t('commit'), run: commit, inPalette: false }]);
  const entry = (field: keyof typeof particulars, maxLength: number) => ({
    label: t(field),
    value: particulars[field],
    maxLength,
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => setParticulars({ ...particulars, [field]: target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    commit();
  };

  return (
    <>
      <PageHeader title={t('title')} onBack={() => void navigate({ to: '/desk', search: q === '' ? {} : { q } })} />
      {write.outcome ? (
        <Done
          outcome={write.outcome}
          title={t('added')}
          rows={[{ label: t('name'), value: particulars.name.trim() }]}
        />
      ) : (
        <form className={styles.form} onSubmit={submit}>
          <Field {...entry('name', 200)} autoFocus />
          <Field {...entry('nickname', 100)} hint={t('nicknameHint')} />
          <Field {...entry('phone', 50)} type="tel" inputMode="tel" />
          <TextField {...entry('note', 2_000)} hint={t('noteHint')} />
          <Trouble trouble={write.trouble} />
          {reason !== undefined && <p className={styles.reason}>{reason}</p>}
          <Button type="submit" tone="primary" size="wide" busy={write.busy} reason={reason} shortcut="Control+Enter">
            {t('commit')}
          </Button>
        </form>
      )}
    </>
  );
}
