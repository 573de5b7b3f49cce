import { Link, useNavigate } from '@tanstack/react-router';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar, LinePath } from '@visx/shape';
import { useTranslations } from 'use-intl';
import { minorUnits } from '../../money/asset.ts';
import { formatAmount } from '../../money/format.ts';
import { Money } from '../../ui/Money.tsx';
import { LOCALES, useLanguage } from '../../words/store.ts';
import { writeDay } from '../filters/days.ts';
import { useWidth } from '../useWidth.ts';
import { Axes, ChartCard, HEIGHT, MARGIN } from './Chart.tsx';
import styles from './MoneyFlow.module.css';
import type { Flow } from './queries.ts';
import { assetOf, drawn } from './scale.ts';

type Line = 'wallets' | 'owed';
const LINES: readonly Line[] = ['wallets', 'owed'];

/** What we hold for customers, and what they owe, at the end of each day. */
export function BalanceChart({ flow }: { flow: Flow }) {
  const t = useTranslations('operations.flow');
  const locale = LOCALES[useLanguage()];
  const navigate = useNavigate();
  const [frame, width] = useWidth();
  const asset = assetOf(flow);
  const amount = (minor: string | number) => formatAmount(minorUnits(minor), asset, locale);
  const days = scaleBand({
    domain: flow.days.map(({ day }) => day),
    range: [MARGIN.left, Math.max(width, MARGIN.left) - MARGIN.right],
  });
  const values = flow.days.flatMap((one) => LINES.map((line) => drawn(one[line], asset)));
  const amounts = scaleLinear({
    domain: [Math.min(0, ...values), Math.max(1, ...values)],
    range: [HEIGHT - MARGIN.bottom, MARGIN.top],
    nice: true,
  });
  const searchOf = (day: string) => ({ from: day, to: day, currency: asset.code });
  const middle = days.bandwidth() / 2;
  const last = flow.days.at(-1);

  const twin = (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          <th scope="col">{t('wallets')}</th>
          <th scope="col">{t('owed')}</th>
        </tr>
      </thead>
      <tbody>
        {flow.days.map((one) => (
          <tr key={one.day}>
            <td>
              <Link to="/operations/ledger" search={searchOf(one.day)}>
                {writeDay(one.day, locale)}
              </Link>
            </td>
            <td>{amount(one.wallets)}</td>
            <td>{amount(one.owed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <ChartCard title={t('balances')} twin={twin}>
      <div className={styles.legend}>
        {LINES.map((line) => (
          <span key={line}>
            <svg width={24} height={8} aria-hidden>
              <line className={styles[line]} x1={0} x2={24} y1={4} y2={4} />
            </svg>
            {t(line)}
            {last && <Money minor={minorUnits(last[line])} asset={asset} size="small" />}
          </span>
        ))}
      </div>
      <div ref={frame}>
        {width > 0 && (
          <svg width={width} height={HEIGHT} aria-hidden>
            <Axes days={days} amounts={amounts} width={width} />
            {flow.days.map((one) => (
              <g key={one.day}>
                <title>
                  {t('balanceTip', {
                    day: writeDay(one.day, locale),
                    wallets: amount(one.wallets),
                    owed: amount(one.owed),
                  })}
                </title>
                <Bar
                  className={styles.day ?? ''}
                  x={days(one.day) ?? 0}
                  y={MARGIN.top}
                  width={days.bandwidth()}
                  height={HEIGHT - MARGIN.top - MARGIN.bottom}
                  onClick={() => void navigate({ to: '/operations/ledger', search: searchOf(one.day) })}
                />
              </g>
            ))}
            {LINES.map((line) => (
              <LinePath
                key={line}
                className={styles[line] ?? ''}
                data={[...flow.days]}
                x={({ day }) => (days(day) ?? 0) + middle}
                y={(one) => amounts(drawn(one[line], asset))}
              />
            ))}
          </svg>
        )}
      </div>
    </ChartCard>
  );
}
