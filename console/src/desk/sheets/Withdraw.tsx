import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer as answerOf, api } from '../../api/client.ts';
import { decimalText } from '../../money/asset.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { ActionChip } from '../../ui/Chip.tsx';
import { Field } from '../../ui/Field.tsx';
import { KeyValue } from '../../ui/KeyValue.tsx';
import { Money } from '../../ui/Money.tsx';
import { nameOf } from '../customer/person.ts';
import type { Customer } from '../customer/useCustomer.ts';
import { useOfflineReason } from '../till/offline.ts';
import { useWrite } from '../till/write.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { CurrencyChoice } from './CurrencyChoice.tsx';
import { DeedSheet } from './DeedSheet.tsx';
import styles from './Sheets.module.css';
import { useAmount } from './useAmount.ts';

/** Money out of a wallet, to the customer's bank. */
export function Withdraw({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useTranslations('desk.withdraw');
  const sheet = useAmount(customer);
  const { person, frozen } = customer;
  const { standing, amount } = sheet;
  const currency = standing?.asset.code ?? '';
  const [bank, setBank] = useState('');
  const [number, setNumber] = useState('');
  const write = useWrite();
  const offline = useOfflineReason('walletWithdrawFunds');
  const info = useQuery({
    queryKey: ['customer', person.id, 'wallet-info', currency],
    queryFn: async () => {
      const query = { customerId: person.id, currency };
      return (await answerOf(api.GET('/api/customer/wallet-info', { params: { query } }))).data;
    },
    enabled: currency !== '',
    retry: false,
  });
  if (!standing) return null;
  const { asset, wallet } = standing;
  const walletId = info.data?.walletId;

  const problem = () => {
    if (frozen) return t('frozen');
    if (info.isError) return t('noWallet');
    if (amount === null || amount === 0n) return t('amountFirst');
    if (amount > wallet) return t('tooMuch');
    return bank.trim() === '' || number.trim() === '' ? t('destinationFirst') : undefined;
  };
  const reason = problem();
  const commit = () => {
    if (amount === null || walletId === undefined) return;
    const body = {
      walletId,
      // This face takes major units as a number: at most fifteen digits, which a number writes to the letter.
      amount: Number(decimalText(amount, asset)),
      destination: { bankName: bank.trim(), accountNumber: number.trim() },
    };
    void write.run({
      operation: 'walletWithdrawFunds',
      customer: person.id,
      method: 'POST',
      path: '/api/v1/customer/wallet/withdraw-funds',
      body,
      label: { amount: String(amount), asset: asset.code, customerName: nameOf(person) },
    });
  };
  return (
    <DeedSheet
      title={t('title')}
      {...{ write, onClose, offline, reason }}
      hasReceipt
      commit={t('commit')}
      onCommit={commit}
      done={
        amount !== null && (
          <KeyValue
            rows={[
              { label: t('paidOut'), value: <Money minor={amount} asset={asset} /> },
              { label: t('walletNow'), value: <Money minor={wallet} asset={asset} tone="wallet" /> },
            ]}
          />
        )
      }
    >
      <CurrencyChoice {...sheet} />
      <AmountField label={t('amount')} asset={asset} value={amount} onChange={sheet.setAmount} size="large" autoFocus />
      {wallet > 0n && (
        <div className={styles.chips}>
          <ActionChip label={t('all')} onClick={() => sheet.setAmount(wallet)} />
        </div>
      )}
      <KeyValue
        rows={[
          { label: t('available'), value: <Money minor={wallet} asset={asset} tone="wallet" /> },
          {
            label: t('wallet'),
            value: (
              <BeforeAfter
                before={wallet}
                after={amount !== null && amount <= wallet ? wallet - amount : wallet}
                asset={asset}
              />
            ),
          },
        ]}
      />
      <Field
        label={t('bank')}
        value={bank}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setBank(event.target.value)}
      />
      <Field
        label={t('account')}
        value={number}
        maxLength={50}
        autoComplete="off"
        hint={t('accountHint')}
        onChange={(event) => setNumber(event.target.value)}
      />
    </DeedSheet>
  );
}
