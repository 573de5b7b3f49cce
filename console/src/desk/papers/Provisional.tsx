import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import { outboxStore } from '../../outbox/current.ts';
import { useOutbox } from '../../outbox/hooks.ts';
import type { QueuedIntent } from '../../outbox/intent.ts';
import { useStore } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './Papers.module.css';
import { PaperTools } from './PaperTools.tsx';
import { provisionalReceipt } from './provisional.ts';
import { ReceiptPaper } from './ReceiptPaper.tsx';
import { useWidth } from './useWidth.ts';

/** The paper for what waits here; once the service has recorded it, the receipt itself takes its place. */
export default function Provisional() {
  const t = useTranslations('papers');
  const navigate = useNavigate();
  const { reference } = useParams({ from: '/shell/desk/provisional/$reference' });
  const intent = useReference(reference);
  const assets = useQuery(assetsQuery).data;
  const [width, setWidth] = useWidth();
  const transaction = intent !== 'looking' && intent?.state === 'done' ? intent.transaction : null;
  useEffect(() => {
    if (transaction === null) return;
    void navigate({ to: '/desk/receipts/$transactionId', params: { transactionId: transaction }, replace: true });
  }, [navigate, transaction]);

  if (intent === 'looking' || transaction !== null) {
    return (
      <div className={styles.screen} aria-busy="true">
        <Skeleton shape="card" />
      </div>
    );
  }
  if (intent === null || intent.state === 'done') {
    return (
      <>
        <PageHeader title={t('provisional')} />
        <EmptyState icon={<SearchX size={28} aria-hidden />} title={t('unknownReference', { reference })} />
      </>
    );
  }
  const decimals = assets?.get(intent.label.asset ?? '')?.decimals ?? 0;
  return (
    <div className={styles.screen}>
      <PageHeader
        title={t('provisional')}
        subtitle={intent.label.customerName ?? undefined}
        onBack={() => void navigate({ to: '/outbox' })}
      />
      <PaperTools width={width} onWidth={setWidth} onPrint={() => window.print()} />
      <div className={styles.desk}>
        <ReceiptPaper
          receipt={provisionalReceipt(intent, decimals)}
          mark="provisional"
          width={width}
          customerName={intent.label.customerName ?? undefined}
          deviceReference={intent.reference}
        />
      </div>
    </div>
  );
}

/** What goes by this reference, as it changes. */
function useReference(reference: string): QueuedIntent | null | 'looking' {
  const outbox = useStore(outboxStore);
  const { items } = useOutbox();
  const [found, setFound] = useState<QueuedIntent | null | 'looking'>('looking');
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked up anew whenever the queue has changed.
  useEffect(() => {
    if (outbox === null) return;
    let isCurrent = true;
    void outbox.byReference(reference).then((intent) => isCurrent && setFound(intent));
    return () => {
      isCurrent = false;
    };
  }, [outbox, reference, items]);
  return found;
}
