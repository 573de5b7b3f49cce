import { useTranslations } from 'use-intl';
import { minorUnits } from '../../money/asset.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { KeyValue } from '../../ui/KeyValue.tsx';
import { Money } from '../../ui/Money.tsx';
import { nameOf } from '../customer/person.ts';
import type { Customer } from '../customer/useCustomer.ts';
import { useOfflineReason } from '../till/offline.ts';
import { useTillStore } from '../till/store.ts';
import { useWrite } from '../till/write.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { CurrencyChoice } from './CurrencyChoice.tsx';
import { DeedSheet } from './DeedSheet.tsx';
import { useAmount } from './useAmount.ts';

/** Change that the till can't give, or that nobody wants in coins. */
export function StoreChange({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useTranslations('desk.change');
  const sheet = useAmount(customer);
  const { store } = useTillStore();
  const write = useWrite();
  const { standing, amount } = sheet;
  const { person, isKnown } = customer;
  const context = { customerKnown: isKnown };
  const offline = useOfflineReason('changeStore', context);
  if (!standing) return null;
  const { asset, wallet } = standing;
  const answer = write.outcome?.state === 'done' ? (write.outcome.answer as { wallet_added: number }) : null;

  const commit = () => {
    const body = { customer_id: person.id, store_id: store, currency: asset.code, change_cents: amount };
    const label = { amount: String(amount), asset: asset.code, customerName: nameOf(person) };
    void write.run(
      { operation: 'changeStore', customer: person.id, method: 'POST', path: '/api/wallet/store-change', body, label },
      context,
    );
  };
  return (
    <DeedSheet
      title={t('title')}
      {...{ write, onClose, offline }}
      hasReceipt
      commit={t('commit')}
      reason={amount !== null && amount > 0n ? undefined : t('amountFirst')}
      onCommit={commit}
      done={
        answer && (
          <KeyValue
            rows={[
              { label: t('added'), value: <Money minor={minorUnits(answer.wallet_added)} asset={asset} /> },
              { label: t('walletNow'), value: <Money minor={wallet} asset={asset} tone="wallet" /> },
            ]}
          />
        )
      }
    >
      <CurrencyChoice {...sheet} />
      <AmountField label={t('amount')} asset={asset} value={amount} onChange={sheet.setAmount} size="large" autoFocus />
      <KeyValue
        rows={[
          { label: t('wallet'), value: <BeforeAfter before={wallet} after={wallet + (amount ?? 0n)} asset={asset} /> },
        ]}
      />
    </DeedSheet>
  );
}
