import { LinePath } from '@visx/shape';
import { useTranslations } from 'use-intl';
import { minorUnits } from '../../money/asset.ts';
import { Money } from '../../ui/Money.tsx';
import { DayChart } from './DayChart.tsx';
import styles from './MoneyFlow.module.css';
import type { Flow } from './queries.ts';
import { assetOf, drawn } from './scale.ts';

const LINES = ['wallets', 'owed'] as const;

/** What we hold for customers, and what they owe, at the end of each day. */
export function BalanceChart({ flow }: { flow: Flow }) {
  const t = useTranslations('operations.flow');
  const last = flow.days.at(-1);
  return (
    <DayChart
      flow={flow}
      title={t('balances')}
      name="balances"
      series={LINES.map((line) => [line, t(line)] as const)}
      values={(day, asset) => LINES.map((line) => drawn(day[line], asset))}
      legend={
        <div className={styles.legend}>
          {LINES.map((line) => (
            <span key={line}>
              <svg width={24} height={8} aria-hidden>
                <line className={styles[line]} x1={0} x2={24} y1={4} y2={4} />
              </svg>
              {t(line)}
              {last && <Money minor={minorUnits(last[line])} asset={assetOf(flow)} size="small" />}
            </span>
          ))}
        </div>
      }
      marks={({ days, amounts, asset }) =>
        LINES.map((line) => (
          <LinePath
            key={line}
            className={styles[line] ?? ''}
            data={[...flow.days]}
            x={({ day }) => (days(day) ?? 0) + days.bandwidth() / 2}
            y={(one) => amounts(drawn(one[line], asset))}
          />
        ))
      }
    />
  );
}
