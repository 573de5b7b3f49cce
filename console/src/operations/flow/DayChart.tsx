import { useNavigate } from '@tanstack/react-router';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Asset } from '../../money/asset.ts';
import { LOCALES, useLanguage } from '../../words/store.ts';
import { writeDay } from '../filters/days.ts';
import { useWidth } from '../useWidth.ts';
import { type Amounts, Axes, type Days, HEIGHT, MARGIN } from './Axes.tsx';
import { ChartCard } from './ChartCard.tsx';
import styles from './MoneyFlow.module.css';
import type { Flow } from './queries.ts';
import { assetOf } from './scale.ts';
import { useAmountCell } from './useAmountCell.ts';

export type FlowDay = Flow['days'][number];
export type Series = Exclude<keyof FlowDay, 'day'>;

export interface Drawing {
  readonly days: Days;
  readonly amounts: Amounts;
  readonly width: number;
  readonly asset: Asset;
}

export interface DayChartProps {
  readonly flow: Flow;
  readonly title: string;
  /** Of the file that its figures are saved as. */
  readonly name: string;
  /** What it tells of each day, with the name of each in words. */
  readonly series: readonly (readonly [Series, string])[];
  /** All that is drawn of it: the amounts reach from the least to the most of these, and over zero. */
  readonly values: (day: FlowDay, asset: Asset) => readonly number[];
  readonly legend?: ReactNode;
  readonly marks: (drawing: Drawing) => ReactNode;
}

/** A chart by days, with its table. A day opens its entries in the ledger explorer. */
export function DayChart({ flow, title, name, series, values, legend, marks }: DayChartProps) {
  const t = useTranslations('operations.flow');
  const locale = LOCALES[useLanguage()];
  const navigate = useNavigate();
  const [frame, width] = useWidth();
  const asset = assetOf(flow);
  const cell = useAmountCell(asset);
  const all = flow.days.flatMap((one) => values(one, asset));
  const days = scaleBand({
    domain: flow.days.map(({ day }) => day),
    range: [MARGIN.left, Math.max(width, MARGIN.left) - MARGIN.right],
    padding: 0.2,
  });
  const amounts = scaleLinear({
    domain: [Math.min(0, ...all), Math.max(1, ...all)],
    range: [HEIGHT - MARGIN.bottom, MARGIN.top],
    nice: true,
  });
  const rows = flow.days.map((one) => ({
    key: one.day,
    label: { shown: writeDay(one.day, locale), plain: one.day },
    search: { from: one.day, to: one.day, currency: asset.code },
    cells: series.map(([key]) => cell(one[key])),
  }));
  const tip = ({ label, cells }: (typeof rows)[number]) =>
    [label.shown, ...series.map(([, said], place) => `${said} ${cells[place]?.shown}`)].join('\n');
  return (
    <ChartCard
      title={title}
      twin={{ name: `${name}-${asset.code}`, heads: [t('day'), ...series.map(([, said]) => said)], rows }}
    >
      {legend}
      <div ref={frame}>
        {width > 0 && (
          <svg width={width} height={HEIGHT} aria-hidden>
            <Axes days={days} amounts={amounts} width={width} />
            {rows.map((row) => (
              <g key={row.key}>
                <title>{tip(row)}</title>
                <Bar
                  className={styles.day ?? ''}
                  x={(days(row.key) ?? 0) - (days.step() - days.bandwidth()) / 2}
                  y={MARGIN.top}
                  width={days.step()}
                  height={HEIGHT - MARGIN.top - MARGIN.bottom}
                  onClick={() => void navigate({ to: '/operations/ledger', search: row.search })}
                />
              </g>
            ))}
            {marks({ days, amounts, width, asset })}
          </svg>
        )}
      </div>
    </ChartCard>
  );
}
