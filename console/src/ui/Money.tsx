import type { Asset } from '../money/asset.ts';
import { type FormatOptions, writeAmount } from '../money/format.ts';
import { LOCALES, useLanguage } from '../words/store.ts';
import styles from './Money.module.css';

export interface MoneyProps extends FormatOptions {
  readonly minor: bigint;
  readonly asset: Asset;
  /** Only for what an amount means: money in the wallet, or money owed. A debit is no failure, and stays ink. */
  readonly tone?: 'ink' | 'wallet' | 'owes' | 'faint';
  readonly size?: 'small' | 'normal' | 'large' | 'huge';
  /** In a column whose heading names the currency. */
  readonly currencyHidden?: boolean;
}

/** An amount: currency muted before it, digits of one width, a true minus. */
export function Money({ minor, asset, tone = 'ink', size = 'normal', currencyHidden = false, ...options }: MoneyProps) {
  const { sign, currency, digits } = writeAmount(minor, asset, LOCALES[useLanguage()], options);
  return (
    <span className={styles.money} data-tone={tone} data-size={size}>
      {!currencyHidden && <span className={styles.currency}>{`${currency}\u00a0`}</span>}
      {sign}
      {digits}
    </span>
  );
}
