import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './Papers.module.css';
import { PaperTools } from './PaperTools.tsx';
import { ProofCheck } from './ProofCheck.tsx';
import { PublicPage } from './PublicPage.tsx';
import { ReceiptPaper } from './ReceiptPaper.tsx';
import { sharedReceiptQuery } from './receipts.ts';
import { canShare, linkOf, shareOut } from './share.ts';
import { useWidth } from './useWidth.ts';

/** One receipt for whoever has its link, and nothing else. */
export default function SharedReceipt() {
  const t = useTranslations('papers');
  const { token } = useParams({ from: '/r/$token' });
  const receipt = useQuery(sharedReceiptQuery(token));
  const [width, setWidth] = useWidth();
  const path = `/api/v1/shared-receipts/${token}`;
  const link = linkOf(token);
  return (
    <PublicPage>
      <PageHeader title={t('receipt')} />
      {receipt.isPending && (
        <div aria-busy="true">
          <Skeleton shape="card" />
        </div>
      )}
      {receipt.isError && <ErrorState error={receipt.error} onRetry={() => void receipt.refetch()} />}
      {receipt.isSuccess && (
        <>
          <PaperTools
            width={width}
            onWidth={setWidth}
            onPrint={() => window.print()}
            pdf={{ path: `${path}/pdf`, query: { width }, name: `${t('receipt')}.pdf` }}
          >
            {canShare() && <Button onClick={() => void shareOut({ url: link })}>{t('shareOut')}</Button>}
          </PaperTools>
          <div className={styles.desk}>
            <ReceiptPaper receipt={receipt.data} mark="copy" width={width} link={link} />
          </div>
          <ProofCheck path={`${path}/proof`} receipt={receipt.data} />
        </>
      )}
    </PublicPage>
  );
}
