import { WalletMinimal } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Banner } from '../ui/Banner.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Messages } from './push/Messages.tsx';
import { Offer } from './push/Offer.tsx';
import { type Own, useOwn } from './useOwn.ts';
import styles from './Wallet.module.css';
import { Balance } from './wallet/Balance.tsx';
import { Freshness } from './wallet/Freshness.tsx';
import { History } from './wallet/History.tsx';
import { OpenSlips } from './wallet/OpenSlips.tsx';

/** What a customer has and owes, what they took, and what became of their money. */
export default function Wallet() {
  const t = useTranslations('customer');
  const own = useOwn();
  return (
    <div className={styles.page}>
      <PageHeader title={t('title')} subtitle={own.account && <Freshness own={own} />} />
      <Content own={own} />
    </div>
  );
}

function Content({ own }: { own: Own }) {
  const t = useTranslations('customer');
  const { account, standings, error, retry } = own;
  if (account === undefined) {
    if (error) return <ErrorState error={error} onRetry={retry} />;
    return (
      <div aria-busy="true">
        <Skeleton shape="card" />
        <Skeleton shape="row" count={5} />
      </div>
    );
  }
  if (account.balances.length === 0) {
    return (
      <>
        <EmptyState icon={<WalletMinimal size={28} aria-hidden />} title={t('none')}>
          {t('noneHint')}
        </EmptyState>
        <Messages />
      </>
    );
  }
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {account.frozen && <Banner tone="warn">{t('frozen')}</Banner>}
        {standings.map((standing, at) => (
          <Balance key={standing.asset.code} standing={standing} isMain={at === 0} />
        ))}
        <Offer />
        <OpenSlips account={account} />
      </div>
      <div className={styles.column}>
        <History own={own} />
        <Messages />
      </div>
    </div>
  );
}
