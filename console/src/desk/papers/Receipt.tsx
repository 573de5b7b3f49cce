import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { useCache } from '../../cache/hooks.ts';
import type { CachedCustomer } from '../../cache/records.ts';
import { outboxStore } from '../../outbox/current.ts';
import { can } from '../../session/session.ts';
import { useStore } from '../../store.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { nameOf } from '../customer/person.ts';
import { profileQuery } from '../customer/queries.ts';
import styles from './Papers.module.css';
import { PaperTools } from './PaperTools.tsx';
import { isOriginal, markPrinted } from './printed.ts';
import { type Mark, ReceiptPaper } from './ReceiptPaper.tsx';
import { type Receipt as ReceiptData, receiptQuery } from './receipts.ts';
import { ShareSheet } from './ShareSheet.tsx';
import { makeLink } from './share.ts';
import { useWidth } from './useWidth.ts';

/** The receipt of a transaction: to look at, to print, and to hand on. */
export default function Receipt() {
  const t = useTranslations('papers');
  const { transactionId } = useParams({ from: '/shell/desk/receipts/$transactionId' });
  const receipt = useQuery(receiptQuery(transactionId));
  if (receipt.isPending) {
    return (
      <div className={styles.screen} aria-busy="true">
        <Skeleton shape="title" />
        <Skeleton shape="card" />
      </div>
    );
  }
  if (receipt.isError) {
    return (
      <>
        <PageHeader title={t('receipt')} />
        <ErrorState error={receipt.error} onRetry={() => void receipt.refetch()} />
      </>
    );
  }
  return <Screen receipt={receipt.data} />;
}

function Screen({ receipt }: { receipt: ReceiptData }) {
  const t = useTranslations('papers');
  const navigate = useNavigate();
  const { transaction_id: id, customer_id: customerId } = receipt;
  const person = usePerson(customerId);
  const [width, chooseWidth] = useWidth();
  const { mark, printed } = useMark(id);
  const [link, setLink] = useState<string | null>(null);
  const [sharing, setSharing] = useState(false);

  async function ensureLink(): Promise<string | null> {
    if (link !== null || !can('receiptShare')) return link;
    const made = await makeLink(id).catch(() => null);
    flushSync(() => setLink(made));
    return made;
  }

  async function print(): Promise<void> {
    // Without a connection it is printed all the same, without a code to check it by.
    await ensureLink();
    window.print();
    printed();
  }

  const toCustomer = () =>
    void navigate({ to: '/desk/customers/$customerId', params: { customerId: customerId ?? '' }, search: {} });
  return (
    <div className={styles.screen}>
      <PageHeader
        title={t('receipt')}
        subtitle={person ? nameOf(person) : (customerId ?? undefined)}
        {...(customerId !== null && { onBack: toCustomer })}
      />
      <PaperTools
        width={width}
        onWidth={chooseWidth}
        onPrint={print}
        onShare={can('receiptShare') ? () => setSharing(true) : undefined}
        pdf={{ path: `/api/v1/transactions/${id}/receipt.pdf`, query: { width }, name: `${t('receipt')} ${id}.pdf` }}
      />
      <div className={styles.desk}>
        <ReceiptPaper
          receipt={receipt}
          mark={mark}
          width={width}
          customerName={person ? nameOf(person) : undefined}
          link={link}
        />
      </div>
      {sharing && (
        <ShareSheet
          title={t('receipt')}
          phone={person?.phone ?? null}
          makeLink={ensureLink}
          onClose={() => setSharing(false)}
        />
      )}
    </div>
  );
}

/** Whoever the receipt is for, as far as this till may know them. */
function usePerson(id: string | null): CachedCustomer | null {
  const known = useCache()?.customer(id ?? '') ?? null;
  const isAsked = known === null && id !== null && can('customerSearch');
  const profile = useQuery({ ...profileQuery(id ?? ''), enabled: isAsked, retry: false });
  return known ?? profile.data ?? null;
}

/** A copy, until the outbox says that it was made here. */
function useMark(id: string): { mark: Mark; printed: () => void } {
  const outbox = useStore(outboxStore);
  const [mark, setMark] = useState<Mark>('copy');
  useEffect(() => {
    if (outbox === null) return;
    let isCurrent = true;
    void isOriginal(id).then((original) => isCurrent && setMark(original ? 'original' : 'copy'));
    return () => {
      isCurrent = false;
    };
  }, [outbox, id]);
  const printed = () => {
    markPrinted(id);
    setMark('copy');
  };
  return { mark, printed };
}
