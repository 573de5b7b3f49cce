import { BUDGET, measure } from '../../../console/build/sizes.ts';
import type { Figure } from './figure.ts';

/** What the built console weighs, gzipped. */
export function sizes(folder: string): Figure[] {
  const { initialJs, initialCss, fonts, lazy } = measure(folder);
  const unit = 'kB';
  return [
    { name: 'initial JavaScript', value: initialJs, target: BUDGET.initialJs, unit },
    { name: 'initial CSS', value: initialCss, target: BUDGET.initialCss, unit },
    { name: 'fonts', value: fonts, target: BUDGET.fonts, unit },
    { name: 'largest lazy chunk', value: Math.max(...Object.values(lazy)), target: BUDGET.lazyChunk, unit },
  ];
}
