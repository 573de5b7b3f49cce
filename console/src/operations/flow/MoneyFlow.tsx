import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Banner } from '../../ui/Banner.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Field } from '../../ui/Field.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useCsvExport } from '../CsvExport.tsx';
import { dayOf, daysAgo } from '../filters/days.ts';
import { BalanceChart } from './BalanceChart.tsx';
import { DebtAges, TopDebtors } from './Debts.tsx';
import { FlowChart } from './FlowChart.tsx';
import styles from './MoneyFlow.module.css';
import { type Debt, debtQuery, type Flow, flowFilters, flowQuery } from './queries.ts';
import type { FlowSearch } from './search.ts';
import { Tenders } from './Tenders.tsx';

const PRESETS = [7, 30, 90];
const USUAL_DAYS = 30;

/** Where money comes from and goes to, one currency at a time: they are never added up. */
export default function MoneyFlow() {
  const t = useTranslations('operations.flow');
  const search = useSearch({ from: '/shell/operations/flow' });
  const navigate = useNavigate();
  const { from = daysAgo(USUAL_DAYS - 1), to = dayOf(new Date()) } = search;
  const flow = useQuery(flowQuery(from, to));
  const debts = useQuery(debtQuery);
  const csv = useCsvExport('/api/v1/reports/flow.csv', flowFilters(from, to));
  const go = (next: FlowSearch) => void navigate({ to: '/operations/flow', search: next, replace: true });
  const currencies = flow.data?.currencies ?? [];
  const shown = currencies.find(({ asset_code: code }) => code === search.currency) ?? currencies[0];
  const debt = debts.data?.currencies.find(({ asset_code: code }) => code === shown?.asset_code);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} actions={csv.button} />
      {csv.outcome}
      <div className={styles.choices}>
        <fieldset className={styles.chips} aria-label={t('days')}>
          {PRESETS.map((days) => (
            <ToggleChip
              key={days}
              label={t('lastDays', { days })}
              pressed={from === daysAgo(days - 1) && to === dayOf(new Date())}
              onChange={() => go({ ...search, from: daysAgo(days - 1), to: dayOf(new Date()) })}
            />
          ))}
        </fieldset>
        <div className={styles.range}>
          <Field
            type="date"
            label={t('from')}
            value={from}
            max={to}
            onChange={({ target }) => target.value !== '' && go({ ...search, from: target.value, to })}
          />
          <Field
            type="date"
            label={t('to')}
            value={to}
            min={from}
            onChange={({ target }) => target.value !== '' && go({ ...search, from, to: target.value })}
          />
        </div>
      </div>
      {currencies.length > 1 && (
        <fieldset className={styles.chips} aria-label={t('currency')}>
          {currencies.map(({ asset_code: code }) => (
            <ToggleChip
              key={code}
              label={code}
              pressed={code === shown?.asset_code}
              onChange={() => go({ ...search, currency: code })}
            />
          ))}
        </fieldset>
      )}
      {flow.error && !flow.data && <ErrorState error={flow.error} onRetry={() => void flow.refetch()} />}
      {flow.error && flow.data && <Banner tone="warn">{t('stale')}</Banner>}
      {flow.isPending && (
        <div aria-busy="true">
          <Skeleton shape="card" count={3} />
        </div>
      )}
      {flow.data && !shown && <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>}
      {shown && <Currency flow={shown} debt={debt} from={from} to={to} />}
    </>
  );
}

function Currency({ flow, debt, from, to }: { flow: Flow; debt: Debt | undefined; from: string; to: string }) {
  return (
    <div className={styles.grid}>
      <FlowChart flow={flow} />
      <BalanceChart flow={flow} />
      <Tenders flow={flow} from={from} to={to} />
      {debt && (
        <>
          <DebtAges debt={debt} />
          <TopDebtors debt={debt} />
        </>
      )}
    </div>
  );
}
