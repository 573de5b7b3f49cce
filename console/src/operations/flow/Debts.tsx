import { useTranslations } from 'use-intl';
import { minorUnits } from '../../money/asset.ts';
import { Money } from '../../ui/Money.tsx';
import { useCsvExport } from '../CsvExport.tsx';
import { daysAgo } from '../filters/days.ts';
import { ChartCard } from './Chart.tsx';
import styles from './MoneyFlow.module.css';
import { type Debt, debtFilters } from './queries.ts';
import { ShareBar } from './ShareBar.tsx';
import { assetOf, share } from './scale.ts';

/** What is owed by the age of the slips it is owed for. A bar opens the slips of that age. */
export function DebtAges({ debt }: { debt: Debt }) {
  const t = useTranslations('operations.flow');
  const asset = assetOf(debt);
  const owed = minorUnits(debt.owed);
  const without = minorUnits(debt.without_slip);
  return (
    <ChartCard title={t('ages')}>
      <p className={styles.legend}>
        <span>{t('debtors', { count: Number(debt.debtors) })}</span>
        <Money minor={owed} asset={asset} tone="owes" />
      </p>
      <ul className={styles.bars}>
        {debt.ages.map(({ from_days: from, to_days: to, amount, customers }) => (
          <ShareBar
            key={from}
            label={to === null ? t('daysAndMore', { from }) : t('daysFromTo', { from, to })}
            amount={<Money minor={minorUnits(amount)} asset={asset} />}
            share={share(minorUnits(amount), owed)}
            tone="owes"
            note={t('customers', { count: Number(customers) })}
            search={{
              currency: asset.code,
              account: 'receivable',
              type: 'SALE_ON_CREDIT',
              to: daysAgo(from),
              ...(to !== null && { from: daysAgo(to) }),
            }}
          />
        ))}
      </ul>
      {without !== 0n && (
        <p className={styles.note}>
          {t('withoutSlip')} <Money minor={without} asset={asset} size="small" />
        </p>
      )}
    </ChartCard>
  );
}

/** Who owes most. */
export function TopDebtors({ debt }: { debt: Debt }) {
  const t = useTranslations('operations.flow');
  const asset = assetOf(debt);
  const csv = useCsvExport('/api/v1/reports/debts.csv', { ...debtFilters(), asset_code: asset.code });
  const most = minorUnits(debt.top_debtors[0]?.owed ?? 0);
  return (
    <ChartCard title={t('top')}>
      {csv.button}
      {csv.outcome}
      {debt.top_debtors.length === 0 ? (
        <p className={styles.note}>{t('noDebtors')}</p>
      ) : (
        <ul className={styles.bars}>
          {debt.top_debtors.map((row) => (
            <ShareBar
              key={row.customer_id}
              label={row.name ?? row.customer_id}
              amount={<Money minor={minorUnits(row.owed)} asset={asset} />}
              share={share(minorUnits(row.owed), most)}
              tone="owes"
              note={t('openSlips', { count: Number(row.open_slips) })}
              search={{ currency: asset.code, account: 'receivable', customer: row.customer_id }}
            />
          ))}
        </ul>
      )}
    </ChartCard>
  );
}
