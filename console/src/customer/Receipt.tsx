import { useQuery } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PaperTools } from '../desk/papers/PaperTools.tsx';
import { ReceiptPaper } from '../desk/papers/ReceiptPaper.tsx';
import { type Receipt as ReceiptData, receiptQuery } from '../desk/papers/receipts.ts';
import { makeLink } from '../desk/papers/share.ts';
import { useWidth } from '../desk/papers/useWidth.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './Paper.module.css';
import { useKept } from './useKept.ts';

const ShareSheet = lazy(() =>
  import('../desk/papers/ShareSheet.tsx').then(({ ShareSheet }) => ({ default: ShareSheet })),
);

/** One thing that happened, as its customer keeps it: also without a network, once it was opened here. */
export default function Receipt() {
  const t = useTranslations('papers');
  const { transactionId } = useParams({ from: '/shell/me/receipts/$transactionId' });
  const router = useRouter();
  const query = useQuery(receiptQuery(transactionId));
  const receipt = useKept(`receipt ${transactionId}`, query.data);
  // Who came by a message has nothing to go back to.
  const back = () => (router.history.canGoBack() ? router.history.back() : void router.navigate({ to: '/me' }));
  return (
    <div className={styles.screen}>
      <PageHeader title={t('receipt')} onBack={back} />
      {receipt ? (
        <Content receipt={receipt} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <div aria-busy="true">
          <Skeleton shape="card" />
        </div>
      )}
    </div>
  );
}

function Content({ receipt }: { receipt: ReceiptData }) {
  const t = useTranslations('papers');
  const { transaction_id: id, occurred_at } = receipt;
  const [width] = useWidth();
  const [link, setLink] = useState<string | null>(null);
  const [sharing, setSharing] = useState(false);
  const ensureLink = async () => {
    const made = link ?? (await makeLink(id));
    setLink(made);
    return made;
  };
  const name = `${t('receipt')} ${occurred_at.slice(0, 10)}.pdf`;
  return (
    <>
      <PaperTools
        onPrint={() => print()}
        onShare={() => setSharing(true)}
        pdf={{ path: `/api/v1/transactions/${id}/receipt.pdf`, query: { width }, name }}
      />
      <div className={styles.desk}>
        <ReceiptPaper receipt={receipt} mark="copy" width={width} link={link} />
      </div>
      <Suspense>
        {sharing && (
          <ShareSheet title={t('receipt')} phone={null} makeLink={ensureLink} onClose={() => setSharing(false)} />
        )}
      </Suspense>
    </>
  );
}
