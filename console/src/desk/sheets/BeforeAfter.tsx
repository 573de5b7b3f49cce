import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Asset } from '../../money/asset.ts';
import { Money } from '../../ui/Money.tsx';
import styles from './Sheets.module.css';

export interface BeforeAfterProps {
  readonly before: bigint;
  readonly after: bigint;
  readonly asset: Asset;
  readonly tone?: 'wallet' | 'owes';
}

/** What an amount was and what it becomes. */
export function BeforeAfter({ before, after, asset, tone = 'wallet' }: BeforeAfterProps) {
  const t = useTranslations('desk.sheet');
  return (
    <span className={styles.change}>
      <Money minor={before} asset={asset} />
      <ArrowRight size={16} role="img" aria-label={t('becomes')} />
      <Money minor={after} asset={asset} tone={tone} />
    </span>
  );
}
