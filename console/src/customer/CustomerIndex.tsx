import { useQuery } from '@tanstack/react-query';
import { WalletMinimal } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useSession } from '../session/session.ts';
import { BalanceCard } from '../ui/BalanceCard.tsx';
import { CardGrid } from '../ui/CardGrid.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ownBalances } from './own-balances.ts';

export default function CustomerIndex() {
  const t = useTranslations('customer');
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      <Balances />
    </>
  );
}

function Balances() {
  const t = useTranslations('customer');
  const subject = useSession()?.subject ?? '';
  const { data, error, isPending, refetch, dataUpdatedAt } = useQuery(ownBalances(subject));
  if (isPending) return <Skeleton shape="card" />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.length === 0)
    return (
      <EmptyState icon={<WalletMinimal size={28} aria-hidden />} title={t('none')}>
        {t('noneHint')}
      </EmptyState>
    );
  return (
    <CardGrid>
      {data.map((balance) => (
        <BalanceCard key={balance.asset.code} {...balance} asOf={dataUpdatedAt} />
      ))}
    </CardGrid>
  );
}
