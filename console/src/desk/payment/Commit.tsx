import { useTranslations } from 'use-intl';
import type { Asset } from '../../money/asset.ts';
import { formatAmount } from '../../money/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Money } from '../../ui/Money.tsx';
import { LOCALES, useLanguage } from '../../words/store.ts';
import styles from './Payment.module.css';
import { type Payment, type PaymentProblem, unallocatedOf } from './payment.ts';

interface CommitProps {
  readonly payment: Payment;
  readonly asset: Asset;
  readonly received: bigint;
  readonly problem: PaymentProblem | null;
  readonly busy: boolean;
  readonly onCommit: () => void;
}

/** What will be recorded, and why it can't be yet. */
export function Commit({ payment, asset, received, problem, busy, onCommit }: CommitProps) {
  const t = useTranslations('desk.payment');
  const locale = LOCALES[useLanguage()];
  const left = unallocatedOf(payment);
  const amount = formatAmount(left < 0n ? -left : left, asset, locale);
  const reason = problem === null ? undefined : t(`problem.${problem}`, { amount });
  return (
    <div className={styles.foot}>
      <div className={styles.sum}>
        <span className={styles.label}>{t('received')}</span>
        <Money minor={received} asset={asset} size="large" />
      </div>
      <Button tone="primary" size="wide" busy={busy} reason={reason} onClick={onCommit} shortcut="Control+Enter">
        {t('commit')}
      </Button>
      {reason !== undefined && (
        <p className={styles.reason} role="status">
          {reason}
        </p>
      )}
    </div>
  );
}
