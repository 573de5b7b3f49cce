import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import type { scaleBand, scaleLinear } from '@visx/scale';
import { LOCALES, useLanguage } from '../../words/store.ts';
import { writeDay } from '../filters/days.ts';
import styles from './MoneyFlow.module.css';
import { compact } from './scale.ts';

export const HEIGHT = 240;
export const MARGIN = { top: 8, right: 8, bottom: 28, left: 56 };

export type Days = ReturnType<typeof scaleBand<string>>;
export type Amounts = ReturnType<typeof scaleLinear<number>>;

const DAY_LABEL_PX = 72;

/** The axes of a chart by days. */
export function Axes({ days, amounts, width }: { days: Days; amounts: Amounts; width: number }) {
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
