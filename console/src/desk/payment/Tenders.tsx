import { Banknote, CreditCard, Landmark, type LucideIcon, Plus, Smartphone, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Asset } from '../../money/asset.ts';
import { formatAmount } from '../../money/format.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Button } from '../../ui/Button.tsx';
import { ActionChip } from '../../ui/Chip.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LOCALES, useLanguage } from '../../words/store.ts';
import { notesFor } from './notes.ts';
import styles from './Payment.module.css';
import {
  METHODS,
  type Method,
  type Payment,
  removeTender,
  setAmount,
  setReference,
  type Tender,
  wantedOf,
} from './payment.ts';

const ICONS: Readonly<Record<Method, LucideIcon>> = {
  CASH: Banknote,
  MOBILE: Smartphone,
  CARD: CreditCard,
  BANK_TRANSFER: Landmark,
};

interface TendersProps {
  readonly payment: Payment;
  readonly asset: Asset;
  readonly onChange: (next: Payment) => void;
  readonly onAdd: (method: Method) => void;
}

/** How it is paid: one row for each way. What is typed stays, the others make up for it. */
export function Tenders({ payment, asset, onChange, onAdd }: TendersProps) {
  const t = useTranslations('desk.payment');
  return (
    <section className={styles.tenders} aria-label={t('tenders')}>
      {payment.tenders.map((tender) => (
        <TenderRow
          key={tender.id}
          {...{ tender, asset }}
          wanted={wantedOf(payment, tender.id)}
          onAmount={(amount) => onChange(setAmount(payment, tender.id, amount))}
          onReference={(reference) => onChange(setReference(payment, tender.id, reference))}
          onRemove={payment.tenders.length > 1 ? () => onChange(removeTender(payment, tender.id)) : undefined}
        />
      ))}
      <div className={styles.chips}>
        {METHODS.map((method) => (
          <Button key={method} size="small" icon={<Plus size={16} aria-hidden />} onClick={() => onAdd(method)}>
            {t(`method.${method}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

interface TenderRowProps {
  readonly tender: Tender;
  readonly asset: Asset;
  /** What it would have to be for all that is due. */
  readonly wanted: bigint;
  readonly onAmount: (amount: bigint | null) => void;
  readonly onReference: (reference: string) => void;
  readonly onRemove: (() => void) | undefined;
}

function TenderRow({ tender, asset, wanted, onAmount, onReference, onRemove }: TenderRowProps) {
  const t = useTranslations('desk.payment');
  const locale = LOCALES[useLanguage()];
  const { method, amount, reference } = tender;
  const Icon = ICONS[method];
  const name = t(`method.${method}`);
  const notes = method === 'CASH' ? notesFor(wanted, asset) : [];
  return (
    <div className={styles.tender}>
      <div className={styles.tenderHead}>
        <Icon size={20} aria-hidden />
        <span className={styles.tenderName}>{name}</span>
        {onRemove && <IconButton label={t('remove', { name })} icon={<X size={18} aria-hidden />} onClick={onRemove} />}
      </div>
      <AmountField
        label={t('amountOf', { name })}
        labelHidden
        asset={asset}
        value={amount}
        onChange={onAmount}
        size="large"
        autoFocus
      />
      {notes.length > 0 && (
        <div className={styles.chips}>
          <ActionChip label={t('exact')} onClick={() => onAmount(wanted)} />
          {notes.map((note) => (
            <ActionChip key={note} label={formatAmount(note, asset, locale)} onClick={() => onAmount(note)} />
          ))}
        </div>
      )}
      {method !== 'CASH' && (
        <Field
          label={t('reference')}
          value={reference}
          maxLength={255}
          autoComplete="off"
          onChange={(event) => onReference(event.target.value)}
        />
      )}
    </div>
  );
}
