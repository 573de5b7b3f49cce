import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Link2, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiError } from '../../api/problems.ts';
import { useKeys } from '../../keys/registry.ts';
import { can } from '../../session/session.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CopyButton, copyText } from '../CopyButton.tsx';
import { Events } from './Events.tsx';
import { Facts } from './Facts.tsx';
import { FlowGraph } from './FlowGraph.tsx';
import { Json } from './Json.tsx';
import { Postings } from './Postings.tsx';
import { Proof } from './Proof.tsx';
import { type Details, detailsQuery } from './queries.ts';
import styles from './Transaction.module.css';

/** One transaction and all that stands around it. */
export default function Transaction() {
  const { transactionId } = useParams({ from: '/shell/operations/transactions/$transactionId' });
  const t = useTranslations('operations.transaction');
  const { data, error, refetch } = useQuery(detailsQuery(transactionId));
  if (data) return <Screen key={transactionId} details={data} />;
  if (error) {
    const isMissing = error instanceof ApiError && (error.status === 404 || error.code === 'VALIDATION_ERROR');
    return (
      <>
        <PageHeader title={t('title')} />
        {isMissing ? (
          <EmptyState icon={<SearchX size={28} aria-hidden />} title={t('missing', { id: transactionId })} />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )}
      </>
    );
  }
  return (
    <div className={styles.screen} aria-busy="true">
      <Skeleton shape="title" />
      <Skeleton shape="card" count={2} />
    </div>
  );
}

function Screen({ details }: { details: Details }) {
  const t = useTranslations('operations.transaction');
  const words = useTranslations('operations');
  const { transaction, origin } = details;
  const id = transaction.transaction_id;
  const named = `operation.${transaction.operation}` as 'operation.walletTopup';
  return (
    <div className={styles.screen}>
      <PageHeader
        title={words.has(named) ? words(named) : transaction.operation}
        subtitle={
          <span className={styles.id}>
            {id}
            <CopyButton value={id} label={words('copyId')} />
          </span>
        }
        actions={<Actions details={details} />}
      />
      <div className={styles.columns}>
        <Section title={t('postings')}>
          <Postings entries={transaction.entries} />
          <FlowGraph flow={details.flow} />
        </Section>
        <Section title={t('facts')}>
          <Facts details={details} />
        </Section>
      </div>
      <Section title={t('events')}>
        <Events events={details.events} />
      </Section>
      {can('transactionProof') && <Proof id={id} />}
      <Json value={{ ...transaction, origin }} />
    </div>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Actions({ details }: { details: Details }) {
  const t = useTranslations('operations.transaction');
  const copied = useTranslations('operations')('copied');
  const navigate = useNavigate();
  const [isCopied, setCopied] = useState(false);
  const to = (transactionId: string | null) =>
    transactionId !== null &&
    void navigate({ to: '/operations/transactions/$transactionId', params: { transactionId } });
  const copyLink = async () => {
    await copyText(location.href);
    setCopied(true);
    announce(copied);
  };
  const { previous, next } = details;
  useKeys([
    { keys: 'j', label: t('next'), run: () => to(next), inPalette: false },
    { keys: 'k', label: t('previous'), run: () => to(previous), inPalette: false },
    { keys: 'y', label: t('copyLink'), run: () => void copyLink() },
  ]);
  return (
    <>
      <Button size="small" icon={<Link2 size={18} aria-hidden />} onClick={() => void copyLink()} shortcut="y">
        {isCopied ? copied : t('copyLink')}
      </Button>
      <Button
        size="small"
        icon={<ChevronLeft size={18} aria-hidden />}
        onClick={() => to(previous)}
        shortcut="k"
        reason={previous === null ? t('first') : undefined}
      >
        {t('previous')}
      </Button>
      <Button
        size="small"
        icon={<ChevronRight size={18} aria-hidden />}
        onClick={() => to(next)}
        shortcut="j"
        reason={next === null ? t('last') : undefined}
      >
        {t('next')}
      </Button>
    </>
  );
}
