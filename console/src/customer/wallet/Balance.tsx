import { useTranslations } from 'use-intl';
import type { KnownBalance } from '../../cache/records.ts';
import type { Asset } from '../../money/asset.ts';
import { formatAmount } from '../../money/format.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Money } from '../../ui/Money.tsx';
import { useChanged } from '../../ui/useChanged.ts';
import { LOCALES, useLanguage } from '../../words/store.ts';
import styles from './Balance.module.css';

export interface BalanceProps {
  readonly standing: KnownBalance & { readonly asset: Asset };
  /** Its amount is the largest thing on the page; of the others a debt is only shown where there is one. */
  readonly isMain: boolean;
}

/** One currency: what is in the wallet and what is owed, never one number. */
export function Balance({ standing: { asset, wallet, owes, creditLimit }, isMain }: BalanceProps) {
  const t = useTranslations('customer.balance');
  const tShell = useTranslations('shell.balance');
  const locale = LOCALES[useLanguage()];
  const amount = (minor: bigint) => formatAmount(minor, asset, locale);
  const walletChanged = useChanged(wallet, () => announce(tShell('walletNow', { amount: amount(wallet) })));
  const owesChanged = useChanged(owes, () => announce(tShell('owesNow', { amount: amount(owes) })));
  const left = creditLimit == null ? null : creditLimit > owes ? creditLimit - owes : 0n;
  return (
    <section className={styles.card} aria-label={tShell('label', { currency: asset.code })}>
      <div className={styles.wallet} data-changed={walletChanged || undefined}>
        <p className={styles.label}>{t('wallet')}</p>
        <Money minor={wallet} asset={asset} tone={wallet === 0n ? 'ink' : 'wallet'} size={isMain ? 'huge' : 'large'} />
      </div>
      {(isMain || owes !== 0n) && (
        <div className={styles.owed} data-changed={owesChanged || undefined}>
          <div>
            <p className={styles.label}>{t('owes')}</p>
            <Money minor={owes} asset={asset} tone={owes === 0n ? 'ink' : 'owes'} size="large" />
          </div>
          {left !== null && (
            <div className={styles.credit}>
              <p className={styles.label}>{t('creditLeft')}</p>
              <Money minor={left} asset={asset} size="large" />
            </div>
          )}
        </div>
      )}
    </section>
  );
}
