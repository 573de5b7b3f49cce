import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../api/assets.ts';
import { minorUnits } from '../money/asset.ts';
import type { SettledIntent, UnsentIntent } from '../outbox/intent.ts';
import { Money } from '../ui/Money.tsx';
import { TimeAgo } from '../ui/TimeAgo.tsx';
import styles from './Outbox.module.css';

const OPERATIONS = [
  'slipCreate',
  'paymentProcess',
  'changeStore',
  'walletTopup',
  'walletSpend',
  'slipApplyWallet',
  'slipVoid',
  'walletWithdrawFunds',
  'transactionReverse',
  'receiptShare',
  'discardRecord',
  'customerCreate',
  'customerFreeze',
  'customerUnfreeze',
] as const;

/** What an operation is called; its own name where this screen does not know it. */
export function useOperationName(): (operation: string) => string {
  const t = useTranslations('outbox.operation');
  return (operation) => {
    const known = OPERATIONS.find((one) => one === operation);
    return known ? t(known) : operation;
  };
}

export interface ItemProps {
  readonly intent: UnsentIntent | SettledIntent;
  /** Why it is where it is. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** One write: what, for whom, how much, since when, how often it was tried, and why it is still here. */
export function Item({ intent, children, actions }: ItemProps) {
  const t = useTranslations('outbox');
  const nameOf = useOperationName();
  const assets = useQuery(assetsQuery).data;
  const { operation, customer, label, reference, queuedAt } = intent;
  const asset = assets?.get(label.asset ?? '');
  return (
    <li className={styles.item} data-state={intent.state}>
      <div className={styles.head}>
        <div>
          <h3>{nameOf(operation)}</h3>
          {customer !== null && (
            <Link to="/desk/customers/$customerId" params={{ customerId: customer }}>
              {label.customerName ?? customer}
            </Link>
          )}
        </div>
        {label.amount !== null && asset && <Money minor={minorUnits(label.amount)} asset={asset} size="large" />}
      </div>
      <p className={styles.facts}>
        <Link to="/desk/provisional/$reference" params={{ reference }} className={styles.reference}>
          {reference}
        </Link>
        {queuedAt !== null && <TimeAgo at={queuedAt} />}
        {intent.state !== 'done' && intent.attempts > 0 && <span>{t('attempts', { count: intent.attempts })}</span>}
        {intent.state === 'waiting' && (
          <span>{intent.hindrance === null ? t('inTurn') : t(`hindrance.${intent.hindrance}`)}</span>
        )}
      </p>
      {children}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </li>
  );
}
