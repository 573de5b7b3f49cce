import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import type { scaleBand, scaleLinear } from '@visx/scale';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { LOCALES, useLanguage } from '../../words/store.ts';
import { writeDay } from '../filters/days.ts';
import styles from './MoneyFlow.module.css';
import { compact } from './scale.ts';

export const HEIGHT = 240;
export const MARGIN = { top: 8, right: 8, bottom: 28, left: 56 };

/** A card with a chart, and below it the same as a table. */
export function ChartCard({ title, children, twin }: { title: string; children: ReactNode; twin?: ReactNode }) {
  const t = useTranslations('operations.flow');
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {children}
      {twin !== undefined && (
        <details className={styles.twin}>
          <summary>{t('asTable')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <div className={styles.scroll} tabIndex={0}>
            {twin}
          </div>
        </details>
      )}
    </section>
  );
}

export interface AxesProps {
  readonly days: ReturnType<typeof scaleBand<string>>;
  readonly amounts: ReturnType<typeof scaleLinear<number>>;
  readonly width: number;
}

const DAY_LABEL_PX = 72;

/** The axes of a chart by days. */
export function Axes({ days, amounts, width }: AxesProps) {
  const locale = LOCALES[useLanguage()];
  const domain = days.domain();
  const every = Math.max(1, Math.ceil(domain.length / Math.max(1, Math.floor(width / DAY_LABEL_PX))));
  return (
    <>
      <GridRows
        scale={amounts}
        left={MARGIN.left}
        width={width - MARGIN.left - MARGIN.right}
        numTicks={4}
        stroke="var(--line)"
      />
      <AxisLeft
        scale={amounts}
        left={MARGIN.left}
        numTicks={4}
        tickFormat={compact(locale)}
        axisClassName={styles.axis ?? ''}
        hideAxisLine
        hideTicks
      />
      <AxisBottom
        scale={days}
        top={HEIGHT - MARGIN.bottom}
        tickValues={domain.filter((_, index) => index % every === 0)}
        tickFormat={(day) => writeDay(day, locale, 'short')}
        axisClassName={styles.axis ?? ''}
        hideTicks
      />
    </>
  );
}
