import { Link, useNavigate } from '@tanstack/react-router';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useTranslations } from 'use-intl';
import { minorUnits } from '../../money/asset.ts';
import { formatAmount } from '../../money/format.ts';
import { LOCALES, useLanguage } from '../../words/store.ts';
import { writeDay } from '../filters/days.ts';
import { useWidth } from '../useWidth.ts';
import { Axes, ChartCard, HEIGHT, MARGIN } from './Chart.tsx';
import styles from './MoneyFlow.module.css';
import type { Flow } from './queries.ts';
import { assetOf, drawn } from './scale.ts';

/** What came in stands above the line, what went out below it. A bar opens its day in the ledger explorer. */
export function FlowChart({ flow }: { flow: Flow }) {
  const t = useTranslations('operations.flow');
  const locale = LOCALES[useLanguage()];
  const navigate = useNavigate();
  const [frame, width] = useWidth();
  const asset = assetOf(flow);
  const amount = (minor: string | number) => formatAmount(minorUnits(minor), asset, locale);
  const searchOf = (day: string) => ({ from: day, to: day, currency: asset.code });
  const days = scaleBand({
    domain: flow.days.map(({ day }) => day),
    range: [MARGIN.left, Math.max(width, MARGIN.left) - MARGIN.right],
    padding: 0.2,
  });
  const most = Math.max(1, ...flow.days.map((one) => drawn(one.in, asset)));
  const least = Math.min(0, ...flow.days.map((one) => -drawn(one.out, asset)));
  const amounts = scaleLinear({ domain: [least, most], range: [HEIGHT - MARGIN.bottom, MARGIN.top], nice: true });
  const zero = amounts(0);

  const twin = (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          <th scope="col">{t('in')}</th>
          <th scope="col">{t('out')}</th>
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
            <td>{amount(one.in)}</td>
            <td>{amount(one.out)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <ChartCard title={t('inOut')} twin={twin}>
      <div ref={frame}>
        {width > 0 && (
          <svg width={width} height={HEIGHT} aria-hidden>
            <Axes days={days} amounts={amounts} width={width} />
            {flow.days.map((one) => {
              const open = () => void navigate({ to: '/operations/ledger', search: searchOf(one.day) });
              const place = { x: days(one.day) ?? 0, width: days.bandwidth(), onClick: open };
              const above = zero - amounts(drawn(one.in, asset));
              const below = amounts(-drawn(one.out, asset)) - zero;
              return (
                <g key={one.day} className={styles.mark}>
                  <title>
                    {t('dayTip', { day: writeDay(one.day, locale), in: amount(one.in), out: amount(one.out) })}
                  </title>
                  <Bar {...place} y={zero - above} height={above} className={styles.in ?? ''} />
                  <Bar {...place} y={zero} height={below} className={styles.out ?? ''} />
                </g>
              );
            })}
            <line className={styles.zero} x1={MARGIN.left} x2={width - MARGIN.right} y1={zero} y2={zero} />
          </svg>
        )}
      </div>
    </ChartCard>
  );
}
