import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../api/assets.ts';
import type { UnsentIntent } from '../outbox/intent.ts';
import { resendAs } from '../outbox/perform.ts';
import { AmountField } from '../ui/AmountField.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { type Correction, corrected, correctionsOf, isAllocated } from './fixes.ts';
import styles from './Outbox.module.css';

/** Mends the numbers of a write that was refused, and sends it as a new one in its place. */
export function FixSheet({ intent, onClose }: { intent: UnsentIntent; onClose: () => void }) {
  const t = useTranslations('outbox');
  const [values, setValues] = useState(
    () => new Map(correctionsOf(intent).map(({ id, value }) => [id, value as bigint | null])),
  );
  const [failed, setFailed] = useState(false);
  const given = [...values.values()];
  const isWhole = given.every((value) => value !== null) && given.some((value) => value !== null && value > 0n);
  const set = (id: string, value: bigint | null) => setValues(new Map(values).set(id, value));

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isWhole) return;
    try {
      await resendAs(intent.id, corrected(intent, new Map([...values].map(([id, value]) => [id, value ?? 0n]))));
      onClose();
    } catch {
      setFailed(true);
    }
  }

  return (
    <Sheet open onClose={onClose} title={t('fixTitle')} description={t('fixHint', { reference: intent.reference })}>
      <form className={styles.form} onSubmit={(event) => void send(event)}>
        {intent.problem && <Banner tone="danger">{intent.problem.message || t('refused')}</Banner>}
        {correctionsOf(intent).map((correction) => (
          <Input
            key={correction.id}
            correction={correction}
            asset={intent.label.asset}
            value={values.get(correction.id) ?? null}
            onChange={(value) => set(correction.id, value)}
          />
        ))}
        {isAllocated(intent) && <p className={styles.quiet}>{t('sharedAnew')}</p>}
        {failed && <Banner tone="danger">{t('deviceFailed')}</Banner>}
        <Button type="submit" tone="primary" size="wide" reason={isWhole ? undefined : t('numbersFirst')}>
          {t('resend')}
        </Button>
      </form>
    </Sheet>
  );
}

interface InputProps {
  readonly correction: Correction;
  readonly asset: string | null;
  readonly value: bigint | null;
  readonly onChange: (value: bigint | null) => void;
}

function Input({ correction: { kind, name }, asset: code, value, onChange }: InputProps) {
  const t = useTranslations('outbox');
  const asset = useQuery(assetsQuery).data?.get(code ?? '');
  if (kind === 'amount' && asset) {
    return <AmountField label={name ?? t('amount')} asset={asset} value={value} onChange={onChange} />;
  }
  const change = (next: string) => {
    const digits = next.replace(/\D/g, '').slice(0, 15);
    onChange(digits === '' ? null : BigInt(digits));
  };
  return (
    <Field
      label={name ?? t('amount')}
      inputMode="numeric"
      value={value?.toString() ?? ''}
      onChange={(event) => change(event.target.value)}
    />
  );
}
