import { useTranslations } from 'use-intl';
import { minorUnits } from '../../money/asset.ts';
import { Money } from '../../ui/Money.tsx';
import { ChartCard } from './Chart.tsx';
import styles from './MoneyFlow.module.css';
import type { Flow } from './queries.ts';
import { ShareBar } from './ShareBar.tsx';
import { assetOf, share } from './scale.ts';

/** How it was paid. */
export function Tenders({ flow, from, to }: { flow: Flow; from: string; to: string }) {
  const t = useTranslations('operations.flow');
  const asset = assetOf(flow);
  const rows = flow.tenders
    .map((tender) => ({ ...tender, in: minorUnits(tender.in), out: minorUnits(tender.out) }))
    .toSorted((a, b) => (b.in + b.out > a.in + a.out ? 1 : -1));
  const most = rows[0] ? rows[0].in + rows[0].out : 0n;
  return (
    <ChartCard title={t('tenders')}>
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
              search={{ from, to, currency: asset.code, account: row.account }}
            />
          ))}
        </ul>
      )}
    </ChartCard>
  );
}
