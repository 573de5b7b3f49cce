import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import { type Asset, minorUnits } from '../../money/asset.ts';
import { Money } from '../../ui/Money.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './Postings.module.css';
import type { Posting } from './queries.ts';

/** The postings, currency by currency: below each stands whether its debits are its credits. */
export function Postings({ entries }: { entries: readonly Posting[] }) {
  const assets = useQuery(assetsQuery).data;
  const byCurrency = [...Map.groupBy(entries, ({ asset_code }) => asset_code)];
  return byCurrency.map(([code, own]) => {
    const asset = assets?.get(code);
    return asset ? (
      <Currency key={code} asset={asset} entries={own} />
    ) : (
      <div key={code} aria-busy="true">
        <Skeleton shape="row" count={own.length} />
      </div>
    );
  });
}

function Currency({ asset, entries }: { asset: Asset; entries: readonly Posting[] }) {
  const t = useTranslations('operations.transaction');
  const columns = useTranslations('operations.ledger');
  const types = useTranslations('desk.timeline');
  const sum = (direction: string) =>
    entries.reduce((total, entry) => (entry.direction === direction ? total + minorUnits(entry.amount) : total), 0n);
  const debit = sum('DEBIT');
  const credit = sum('CREDIT');
  const amount = (minor: bigint) => <Money minor={minor} asset={asset} currencyHidden decimals="all" />;
  const after = ({ balance_after: balance }: Posting) =>
    balance !== undefined && (
      <Money minor={minorUnits(balance)} asset={asset} currencyHidden decimals="all" tone="faint" />
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.frame} aria-label={t('postingsIn', { currency: asset.code })} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{`${columns('columns.account')} (${asset.code})`}</th>
            <th scope="col" data-amount>
              {columns('columns.debit')}
            </th>
            <th scope="col" data-amount>
              {columns('columns.credit')}
            </th>
            <th scope="col" data-amount className={styles.after}>
              {t('balanceAfter')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.owner} ${entry.kind} ${entry.seq} ${entry.direction}`}>
              <td>
                <Link
                  to="/operations/ledger"
                  search={{ account: entry.kind, ...(entry.owner !== null && { customer: entry.owner }) }}
                >
                  {entry.kind}
                </Link>
                <span className={styles.note}>
                  {[entry.owner, types(`type.${entry.type as 'DEPOSIT'}`)].filter(Boolean).join(' · ')}
                </span>
                <span className={styles.below}>
                  {t('balanceAfter')} {after(entry)}
                </span>
              </td>
              <td data-amount>{entry.direction === 'DEBIT' && amount(minorUnits(entry.amount))}</td>
              <td data-amount>{entry.direction === 'CREDIT' && amount(minorUnits(entry.amount))}</td>
              <td data-amount className={styles.after}>
                {after(entry)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <span className={styles.balance} data-wrong={debit !== credit || undefined}>
                {debit === credit ? <CircleCheck size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
                {debit === credit ? t('balanced') : t('unbalanced')}
              </span>
            </th>
            <td data-amount>{amount(debit)}</td>
            <td data-amount>{amount(credit)}</td>
            <td className={styles.after} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
