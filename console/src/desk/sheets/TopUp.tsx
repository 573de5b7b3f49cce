import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { minorUnits } from '../../money/asset.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { Field } from '../../ui/Field.tsx';
import { KeyValue } from '../../ui/KeyValue.tsx';
import { nameOf } from '../customer/person.ts';
import type { Customer } from '../customer/useCustomer.ts';
import { useOfflineReason } from '../till/offline.ts';
import { useWrite } from '../till/write.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { CurrencyChoice } from './CurrencyChoice.tsx';
import { DeedSheet } from './DeedSheet.tsx';
import styles from './Sheets.module.css';
import { useAmount } from './useAmount.ts';

const METHODS = ['cash', 'mobile', 'card', 'bank'] as const;

interface Answer {
  readonly data: { readonly balance_before: number; readonly balance_after: number; readonly reference_id: string };
}

/** Money that a customer pays into their wallet. */
export function TopUp({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useTranslations('desk.topup');
  const sheet = useAmount(customer);
  const [method, setMethod] = useState<(typeof METHODS)[number]>('cash');
  const [reference, setReference] = useState('');
  const write = useWrite();
  const { standing, amount } = sheet;
  const { person, isKnown } = customer;
  const context = { customerKnown: isKnown, tenders: [method] };
  const offline = useOfflineReason('walletTopup', context);
  if (!standing) return null;
  const { asset, wallet } = standing;
  const isReady = amount !== null && amount > 0n;
  const answer = write.outcome?.state === 'done' ? (write.outcome.answer as Answer).data : null;

  const commit = () => {
    const body = {
      user_id: person.id,
      asset_code: asset.code,
      amount,
      payment_method: method,
      ...(reference.trim() !== '' && { metadata: { reference: reference.trim() } }),
    };
    const label = { amount: String(amount), asset: asset.code, customerName: nameOf(person) };
    void write.run(
      { operation: 'walletTopup', customer: person.id, method: 'POST', path: '/api/v1/wallets/topup', body, label },
      context,
    );
  };
  return (
    <DeedSheet
      title={t('title')}
      {...{ write, onClose, offline }}
      hasReceipt
      commit={t('commit')}
      reason={isReady ? undefined : t('amountFirst')}
      onCommit={commit}
      done={
        answer && (
          <KeyValue
            rows={[
              {
                label: t('wallet'),
                value: (
                  <BeforeAfter
                    before={minorUnits(answer.balance_before)}
                    after={minorUnits(answer.balance_after)}
                    asset={asset}
                  />
                ),
              },
              { label: t('number'), value: answer.reference_id },
            ]}
          />
        )
      }
    >
      <CurrencyChoice {...sheet} />
      <AmountField label={t('amount')} asset={asset} value={amount} onChange={sheet.setAmount} size="large" autoFocus />
      <fieldset className={styles.chips} aria-label={t('paidWith')}>
        {METHODS.map((one) => (
          <ToggleChip key={one} label={t(`method.${one}`)} pressed={one === method} onChange={() => setMethod(one)} />
        ))}
      </fieldset>
      {method !== 'cash' && (
        <Field
          label={t('reference')}
          value={reference}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setReference(event.target.value)}
        />
      )}
      <KeyValue
        rows={[
          { label: t('wallet'), value: <BeforeAfter before={wallet} after={wallet + (amount ?? 0n)} asset={asset} /> },
        ]}
      />
    </DeedSheet>
  );
}
