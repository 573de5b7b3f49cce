import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useKeys } from '../../keys/registry.ts';

/** `j` and `k` go from row to row, Enter opens it; gives the key of the row that is at hand. */
export function useRowKeys<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  open: (row: Row) => void,
): string | undefined {
  const t = useTranslations('desk.rows');
  const [current, setCurrent] = useState<string>();
  const at = rows.findIndex((row) => rowKey(row) === current);
  const move = (step: number) => {
    const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
    if (next !== undefined) setCurrent(rowKey(next));
  };
  const row = rows[at];
  useKeys([
    { keys: 'j', label: t('next'), run: () => move(1), inPalette: false },
    { keys: 'k', label: t('previous'), run: () => move(-1), inPalette: false },
    ...(row === undefined ? [] : [{ keys: 'o', label: t('open'), run: () => open(row), inPalette: false }]),
  ]);
  return current;
}
