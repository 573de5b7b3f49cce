import { Bar } from '@visx/shape';
import { useTranslations } from 'use-intl';
import { MARGIN } from './Axes.tsx';
import { DayChart } from './DayChart.tsx';
import styles from './MoneyFlow.module.css';
import type { Flow } from './queries.ts';
import { drawn } from './scale.ts';

/** What came in stands above the line, what went out below it. */
export function FlowChart({ flow }: { flow: Flow }) {
  const t = useTranslations('operations.flow');
  return (
    <DayChart
      flow={flow}
      title={t('inOut')}
      name="in-out"
      series={[
        ['in', t('in')],
        ['out', t('out')],
      ]}
      values={(day, asset) => [drawn(day.in, asset), -drawn(day.out, asset)]}
      legend={
        <div className={styles.legend}>
          {(['in', 'out'] as const).map((side) => (
            <span key={side}>
              <svg width={12} height={12} aria-hidden>
                <rect className={styles[side]} width={12} height={12} rx={2} />
              </svg>
              {t(side)}
            </span>
          ))}
        </div>
      }
      marks={({ days, amounts, width, asset }) => {
        const zero = amounts(0);
        return (
          <>
            {flow.days.map((one) => {
              const place = { x: days(one.day) ?? 0, width: days.bandwidth() };
              const above = zero - amounts(drawn(one.in, asset));
              const below = amounts(-drawn(one.out, asset)) - zero;
              return (
                <g key={one.day} className={styles.mark}>
                  <Bar {...place} y={zero - above} height={above} className={styles.in ?? ''} />
                  <Bar {...place} y={zero} height={below} className={styles.out ?? ''} />
                </g>
              );
            })}
            <line className={styles.zero} x1={MARGIN.left} x2={width - MARGIN.right} y1={zero} y2={zero} />
          </>
        );
      }}
    />
  );
}
