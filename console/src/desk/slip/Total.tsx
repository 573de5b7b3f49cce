import { useTranslations } from 'use-intl';
import type { Asset } from '../../money/asset.ts';
import { formatAmount } from '../../money/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Money } from '../../ui/Money.tsx';
import { LOCALES, useLanguage } from '../../words/store.ts';
import { type Draft, type DraftProblem, hasOwnPrices } from './draft.ts';
import styles from './NewSlip.module.css';

interface TotalProps {
  readonly draft: Draft;
  readonly asset: Asset;
  readonly problem: DraftProblem | null;
  readonly total: bigint;
  /** Before this slip. */
  readonly owes: bigint;
  /** The credit that is left; null for no limit, undefined where it is not known. */
  readonly left: bigint | null | undefined;
  readonly frozen: boolean;
  readonly busy: boolean;
  readonly onCommit: () => void;
  readonly onShowLines: () => void;
}

/** What the slip comes to, what will be owed with it, and the button that records it. It stays in sight. */
export function Total({ draft, asset, problem, total, owes, left, frozen, busy, onCommit, onShowLines }: TotalProps) {
  const t = useTranslations('desk.slip');
  const locale = LOCALES[useLanguage()];
  const isOver = typeof left === 'bigint' && total > left;
  const reason = frozen ? t('problem.frozen') : problem === null ? undefined : t(`problem.${problem}`);
  const pieces = draft.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <div className={styles.foot}>
      {isOver && (
        <p className={styles.warning}>{t('overLimit', { amount: formatAmount(total - left, asset, locale) })}</p>
      )}
      {!isOver && hasOwnPrices(draft) && <p className={styles.note}>{t('ownPrices')}</p>}
      <div className={styles.sums}>
        <div>
          <p className={styles.sumLabel}>{t('total')}</p>
          <Money minor={total} asset={asset} size="large" />
        </div>
        <div className={styles.after}>
          <p className={styles.sumLabel}>{t('owesAfter')}</p>
          <Money minor={owes + total} asset={asset} tone="owes" />
        </div>
      </div>
      <div className={styles.commit}>
        <span className={styles.phoneOnly}>
          <Button tone="quiet" onClick={onShowLines}>
            {t('pieces', { count: pieces })}
          </Button>
        </span>
        <Button tone="primary" size="wide" busy={busy} reason={reason} onClick={onCommit} shortcut="Control+Enter">
          {t('commit')}
        </Button>
      </div>
      {reason !== undefined && draft.lines.length > 0 && <p className={styles.note}>{reason}</p>}
    </div>
  );
}
