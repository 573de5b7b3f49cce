import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Asset } from '../money/asset.ts';
import { formatAmount } from '../money/format.ts';
import { LOCALES, useLanguage } from '../words/store.ts';
import { announce } from './Announcer.tsx';
import styles from './BalanceCard.module.css';
import { Money } from './Money.tsx';
import { TimeAgo } from './TimeAgo.tsx';
import { useChanged } from './useChanged.ts';

export interface BalanceCardProps {
  readonly asset: Asset;
  readonly wallet: bigint;
  readonly owes: bigint;
  /** When this was true. */
  readonly asOf: string | number;
  /** From the device, not from the service: said as "Known balance, 10:42". */
  readonly isKnownOnly?: boolean;
  /** What is queued here and not in the balance yet; shown apart, never added. */
  readonly waiting?: bigint;
  readonly openSlips?: number;
  readonly creditLeft?: bigint;
  readonly actions?: ReactNode;
}

/** One currency of a customer: what we hold for them and what they owe, side by side, never one number. */
export function BalanceCard({
  asset,
  wallet,
  owes,
  asOf,
  isKnownOnly = false,
  waiting = 0n,
  openSlips,
  creditLeft,
  actions,
}: BalanceCardProps) {
  const t = useTranslations('shell.balance');
  const locale = LOCALES[useLanguage()];
  const walletChanged = useChanged(wallet, () =>
    announce(t('walletNow', { amount: formatAmount(wallet, asset, locale) })),
  );
  const owesChanged = useChanged(owes, () => announce(t('owesNow', { amount: formatAmount(owes, asset, locale) })));
  return (
    <section className={styles.card} aria-label={t('label', { currency: asset.code })}>
      <div className={styles.amounts}>
        <div className={styles.amount} data-changed={walletChanged || undefined}>
          <p className={styles.label}>{t('wallet')}</p>
          <Money minor={wallet} asset={asset} tone={wallet === 0n ? 'ink' : 'wallet'} size="large" />
        </div>
        <div className={styles.amount} data-changed={owesChanged || undefined}>
          <p className={styles.label}>{t('owes')}</p>
          <Money minor={owes} asset={asset} tone={owes === 0n ? 'ink' : 'owes'} size="large" />
        </div>
      </div>
      <div className={styles.facts}>
        {waiting !== 0n && (
          <span className={styles.waiting}>
            {t('waiting', { amount: formatAmount(waiting, asset, locale, { signs: 'always' }) })}
          </span>
        )}
        {openSlips !== undefined && <span>{t('openSlips', { count: openSlips })}</span>}
        {creditLeft !== undefined && (
          <span>{t('creditLeft', { amount: formatAmount(creditLeft, asset, locale) })}</span>
        )}
        <span>
          {isKnownOnly ? t('known') : t('asOf')} <TimeAgo at={asOf} as="clock" />
        </span>
      </div>
      {actions}
    </section>
  );
}
