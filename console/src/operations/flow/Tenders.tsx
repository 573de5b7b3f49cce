import { useTranslations } from 'use-intl';
import { minorUnits } from '../../money/asset.ts';
import { Money } from '../../ui/Money.tsx';
import { ChartCard } from './ChartCard.tsx';
import styles from './MoneyFlow.module.css';
import type { Flow } from './queries.ts';
import { ShareBar } from './ShareBar.tsx';
import { assetOf, share } from './scale.ts';
import { useAmountCell } from './useAmountCell.ts';

/** How it was paid. */
export function Tenders({ flow, from, to }: { flow: Flow; from: string; to: string }) {
  const t = useTranslations('operations.flow');
  const asset = assetOf(flow);
  const cell = useAmountCell(asset);
  const rows = flow.tenders
    .map((tender) => ({
      ...tender,
      in: minorUnits(tender.in),
      out: minorUnits(tender.out),
      search: { from, to, currency: asset.code, account: tender.account },
    }))
    .toSorted((a, b) => (b.in + b.out > a.in + a.out ? 1 : -1));
  const most = rows[0] ? rows[0].in + rows[0].out : 0n;
  const twin = {
    name: `tenders-${asset.code}`,
    heads: [t('method'), t('in'), t('out'), t('entryCount')],
    rows: rows.map(({ account, method, search, entries, ...row }) => ({
      key: account,
      label: { shown: method, plain: method },
      search,
      cells: [cell(row.in), cell(row.out), { shown: String(entries), plain: String(entries) }],
    })),
  };
  return (
    <ChartCard title={t('tenders')} twin={rows.length === 0 ? undefined : twin}>
      {rows.length === 0 ? (
        <p className={styles.note}>{t('noTenders')}</p>
      ) : (
        <ul className={styles.bars}>
          {rows.map((row) => (
            <ShareBar
              key={row.account}
              label={row.method}
              amount={<Money minor={row.in - row.out} asset={asset} />}
              share={share(row.in + row.out, most)}
              note={t('entries', { count: Number(row.entries) })}
              search={row.search}
            />
          ))}
        </ul>
      )}
    </ChartCard>
  );
}
