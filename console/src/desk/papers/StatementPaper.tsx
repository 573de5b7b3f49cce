import { useTranslations } from 'use-intl';
import { type Asset, minorUnits } from '../../money/asset.ts';
import { Money } from '../../ui/Money.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import styles from './Paper.module.css';
import { Line, Paper } from './Paper.tsx';
import { type Statement, totalsOf } from './statement-totals.ts';

/** What was there, what happened, and what was there then. */
export function StatementPaper({ statement, customerName }: { statement: Statement; customerName: string }) {
  const t = useTranslations('papers');
  const type = useTranslations('desk.timeline.type');
  const { asset_code, decimal_places, from, to, time_zone, opening, entries, closing } = statement;
  const asset: Asset = { code: asset_code, decimals: decimal_places };
  const { debit, credit } = totalsOf(statement);
  const money = (minor: number | bigint) => (
    <Money minor={minorUnits(minor)} asset={asset} currencyHidden decimals="all" />
  );
  return (
    <Paper width="A4" label={t('statement')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('statement')}</h2>
      </header>
      <div className={styles.facts}>
        <Line name={t('customer')}>{customerName}</Line>
        <Line name={t('period')}>{t('fromTo', { from, to })}</Line>
        <Line name={t('timeZone')}>{time_zone}</Line>
        <Line name={t('currency')}>{asset_code}</Line>
      </div>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('entries')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('time')}</th>
            <th scope="col">{t('what')}</th>
            {AMOUNTS.map((name) => (
              <th key={name} scope="col" data-align="end">
                {t(`column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Standing name={t('opening')} wallet={money(opening.wallet)} owes={money(opening.owed)} />
          {entries.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a statement never changes its order.
            <tr key={at}>
              <td>
                <TimeAgo at={entry.occurred_at} as="full" />
              </td>
              <td>
                {type(entry.type)} <span className={styles.detail}>{entry.slip_number ?? entry.reference_id}</span>
              </td>
              <Amount of="debit">{entry.direction === 'DEBIT' && money(entry.amount)}</Amount>
              <Amount of="credit">{entry.direction === 'CREDIT' && money(entry.amount)}</Amount>
              <Amount of="wallet">{money(entry.wallet_after)}</Amount>
              <Amount of="owes">{money(entry.owed_after)}</Amount>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('total')}
            </th>
            <Amount of="debit">{money(debit)}</Amount>
            <Amount of="credit">{money(credit)}</Amount>
            <Amount of="wallet" />
            <Amount of="owes" />
          </tr>
          <Standing name={t('closing')} wallet={money(closing.wallet)} owes={money(closing.owed)} />
        </tfoot>
      </table>
    </Paper>
  );
}

function Standing({ name, wallet, owes }: { name: string; wallet: React.ReactNode; owes: React.ReactNode }) {
  return (
    <tr data-standing>
      <th scope="row" colSpan={4}>
        {name}
      </th>
      <Amount of="wallet">{wallet}</Amount>
      <Amount of="owes">{owes}</Amount>
    </tr>
  );
}

const AMOUNTS = ['debit', 'credit', 'wallet', 'owes'] as const;

/** A cell that also bears its column's name, for phones: there a row is folded, and its head is not to be seen. */
function Amount({ of, children }: { of: (typeof AMOUNTS)[number]; children?: React.ReactNode }) {
  const t = useTranslations('papers.column');
  return (
    <td data-align="end" data-amount={of} data-name={t(of)}>
      {children}
    </td>
  );
}
