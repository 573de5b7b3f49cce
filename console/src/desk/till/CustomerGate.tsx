import { UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { type Customer, useCustomer } from '../customer/useCustomer.ts';
import styles from './Till.module.css';

export interface CustomerGateProps {
  readonly id: string;
  /** Whether everything else that the screen needs is there. */
  readonly isReady?: boolean;
  /** Whether it begins with what is open: then that is waited for. */
  readonly needsSlips?: boolean;
  readonly children: (customer: Customer) => ReactNode;
}

/** A screen for one customer: what stands in its place until they are there, and where they are not. */
export function CustomerGate({ id, isReady = true, needsSlips = false, children }: CustomerGateProps) {
  const t = useTranslations('desk.customer');
  const known = useCustomer(id);
  if (known.state === 'missing') {
    return (
      <>
        <PageHeader title={t('missing')} />
        <EmptyState icon={<UserX size={28} aria-hidden />} title={t('missingHint', { id })} />
      </>
    );
  }
  if (known.state === 'failed') {
    return (
      <>
        <PageHeader title={id} />
        <ErrorState error={known.error} onRetry={known.retry} />
      </>
    );
  }
  if (known.state === 'loading' || !isReady || (needsSlips && known.customer.isReadingSlips)) {
    return (
      <div className={styles.pending} aria-busy="true">
        <Skeleton shape="title" />
        <Skeleton shape="card" />
        <Skeleton shape="row" count={5} />
      </div>
    );
  }
  return children(known.customer);
}
