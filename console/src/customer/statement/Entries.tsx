import { useTranslations } from 'use-intl';
import type { Statement } from '../../desk/papers/statement-totals.ts';
import { type Asset, minorUnits } from '../../money/asset.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Money } from '../../ui/Money.tsx';
import { LOCALES, useLanguage } from '../../words/store.ts';
import styles from './Statement.module.css';

type Entry = Statement['entries'][number];
type Row = { readonly key: string; readonly entry: Entry };

/** Opening, what happened, closing, as a phone shows it: what stood there after each line is on the paper. */
export function Entries({ statement, asset }: { statement: Statement; asset: Asset }) {
  const t = useTranslations('customer.statement');
  const { opening, entries, closing } = statement;
  const columns = useColumns(asset);
  const rows = entries.map((entry, at): Row => ({ key: `${at}`, entry }));
  return (
    <div className={styles.statement}>
      <Standing title={t('opening')} standing={opening} asset={asset} />
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        size="dense"
        empty={<p className={styles.quiet}>{t('nothing')}</p>}
      />
      <Standing title={t('closing')} standing={closing} asset={asset} />
    </div>
  );
}

function Standing({ title, standing, asset }: { title: string; standing: Statement['opening']; asset: Asset }) {
  const t = useTranslations('customer.balance');
  return (
    <section className={styles.standing} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.amounts}>
        <p>
          <span className={styles.small}>{t('wallet')}</span>{' '}
          <Money minor={minorUnits(standing.wallet)} asset={asset} />
        </p>
        <p>
          <span className={styles.small}>{t('owes')}</span> <Money minor={minorUnits(standing.owed)} asset={asset} />
        </p>
      </div>
    </section>
  );
}

function useColumns(asset: Asset): readonly Column<Row>[] {
  const t = useTranslations('customer');
  const locale = LOCALES[useLanguage()];
  const money = (minor: number | bigint) => (
    <Money minor={minorUnits(minor)} asset={asset} decimals="all" size="small" currencyHidden />
  );
  const when = ({ occurred_at }: Entry) =>
    new Date(occurred_at).toLocaleString(locale, {
      day: '2-digit',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
  const signed = ({ direction, amount }: Entry) => (direction === 'CREDIT' ? minorUnits(amount) : -minorUnits(amount));
  return [
    {
      id: 'what',
      header: t('statement.what'),
      cell: ({ entry }) => (
        <span className={styles.what}>
          {t(`type.${entry.type}`)}
          <span className={styles.small}>{when(entry)}</span>
        </span>
      ),
    },
    {
      id: 'amount',
      header: t('statement.amount', { code: asset.code }),
      align: 'end',
      cell: ({ entry }) => money(signed(entry)),
    },
  ];
}
