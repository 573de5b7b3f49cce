import { useTranslations } from 'use-intl';
import { minorUnits } from '../../money/asset.ts';
import { Money } from '../../ui/Money.tsx';
import { useCsvExport } from '../CsvExport.tsx';
import { daysAgo } from '../filters/days.ts';
import { ChartCard } from './ChartCard.tsx';
import styles from './MoneyFlow.module.css';
import { type Debt, debtFilters } from './queries.ts';
import { ShareBar } from './ShareBar.tsx';
import { assetOf, share } from './scale.ts';
import { useAmountCell } from './useAmountCell.ts';

const count = (value: string | number) => ({ shown: String(value), plain: String(value) });

/** What is owed by the age of the slips it is owed for. A bar opens the slips of that age. */
export function DebtAges({ debt }: { debt: Debt }) {
  const t = useTranslations('operations.flow');
  const asset = assetOf(debt);
  const cell = useAmountCell(asset);
  const owed = minorUnits(debt.owed);
  const without = minorUnits(debt.without_slip);
  const rows = debt.ages.map(({ from_days: from, to_days: to, amount, customers }) => ({
    key: String(from),
    label: to === null ? t('daysAndMore', { from }) : t('daysFromTo', { from, to }),
    amount: minorUnits(amount),
    customers,
    search: {
      currency: asset.code,
      account: 'receivable',
      type: 'SALE_ON_CREDIT' as const,
      to: daysAgo(from),
      ...(to !== null && { from: daysAgo(to) }),
    },
  }));
  const twin = {
    name: `debt-ages-${asset.code}`,
    heads: [t('age'), t('owed'), t('customerCount')],
    rows: rows.map(({ key, label, search, amount, customers }) => ({
      ...{ key, search, label: { shown: label, plain: label } },
      cells: [cell(amount), count(customers)],
    })),
  };
  return (
    <ChartCard title={t('ages')} twin={twin}>
      <p className={styles.legend}>
        <span>{t('debtors', { count: Number(debt.debtors) })}</span>
        <Money minor={owed} asset={asset} tone="owes" />
      </p>
      <ul className={styles.bars}>
        {rows.map(({ key, label, search, amount, customers }) => (
          <ShareBar
            key={key}
            label={label}
            amount={<Money minor={amount} asset={asset} />}
            share={share(amount, owed)}
            tone="owes"
            note={t('customers', { count: Number(customers) })}
            search={search}
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

/** Who owes most. The file has all of them. */
export function TopDebtors({ debt }: { debt: Debt }) {
  const t = useTranslations('operations.flow');
  const asset = assetOf(debt);
  const cell = useAmountCell(asset);
  const csv = useCsvExport('/api/v1/reports/debts.csv', { ...debtFilters(), asset_code: asset.code });
  const most = minorUnits(debt.top_debtors[0]?.owed ?? 0);
  const rows = debt.top_debtors.map(({ customer_id: key, name, owed, open_slips: slips }) => ({
    ...{ key, slips, owed: minorUnits(owed), label: name ?? key },
    search: { currency: asset.code, account: 'receivable', customer: key },
  }));
  const twin = {
    name: `top-debtors-${asset.code}`,
    heads: [t('customer'), t('owed'), t('slipCount')],
    rows: rows.map(({ key, label, search, owed, slips }) => ({
      ...{ key, search, label: { shown: label, plain: label } },
      cells: [cell(owed), count(slips)],
    })),
  };
  return (
    <ChartCard title={t('top')} twin={rows.length === 0 ? undefined : twin} csv={csv.button}>
      {csv.outcome}
      {rows.length === 0 ? (
        <p className={styles.note}>{t('noDebtors')}</p>
      ) : (
        <ul className={styles.bars}>
          {rows.map(({ key, label, search, owed, slips }) => (
            <ShareBar
              key={key}
              label={label}
              amount={<Money minor={owed} asset={asset} />}
              share={share(owed, most)}
              tone="owes"
              note={t('openSlips', { count: Number(slips) })}
              search={search}
            />
          ))}
        </ul>
      )}
    </ChartCard>
  );
}
