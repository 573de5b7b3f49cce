import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Asset } from '../money/asset.ts';
import { formatAmount, writeAmount } from '../money/format.ts';
import { isCalculation, parseAmount } from '../money/parse.ts';
import { LOCALES, useLanguage } from '../words/store.ts';
import styles from './AmountField.module.css';
import { FieldFrame, type FieldFrameProps } from './Field.tsx';

export interface AmountFieldProps extends FieldFrameProps {
  readonly asset: Asset;
  /** Minor units; null while nothing sensible is typed. */
  readonly value: bigint | null;
  readonly onChange: (value: bigint | null) => void;
  readonly size?: 'normal' | 'large';
  readonly autoFocus?: boolean;
  readonly name?: string;
  readonly disabled?: boolean;
}

/** An amount, typed with or without separators, or worked out: "5000+2500". Gives minor units. */
export function AmountField({
  asset,
  value,
  onChange,
  size = 'normal',
  label,
  hint,
  error,
  labelHidden,
  ...input
}: AmountFieldProps) {
  const t = useTranslations('shell.amount');
  const locale = LOCALES[useLanguage()];
  const written = (minor: bigint | null) => (minor === null ? '' : writeAmount(minor, asset, locale).digits);
  const [typed, setTyped] = useState(() => written(value));
  const [known, setKnown] = useState(value);
  const [left, setLeft] = useState(true);

  // A value that comes from outside, such as from a banknote chip, replaces what was typed.
  if (value !== known) {
    setKnown(value);
    setTyped(written(value));
  }

  const parsed = parseAmount(typed, asset);
  const wrong = left && parsed.problem !== undefined && parsed.problem !== 'empty' ? t(parsed.problem) : undefined;
  const worked = isCalculation(typed) && parsed.minor !== undefined ? formatAmount(parsed.minor, asset, locale) : null;

  const change = (text: string) => {
    const next = parseAmount(text, asset).minor ?? null;
    setTyped(text);
    setLeft(false);
    setKnown(next);
    onChange(next);
  };
  const leave = () => {
    setLeft(true);
    if (parsed.minor !== undefined) setTyped(written(parsed.minor));
  };

  return (
    <FieldFrame
      label={label}
      labelHidden={labelHidden ?? false}
      hint={worked === null ? hint : t('comesTo', { amount: worked })}
      error={error ?? wrong}
    >
      {({ id, describedBy }) => (
        <div className={styles.control} data-size={size} data-invalid={(error ?? wrong) !== undefined || undefined}>
          <span className={styles.currency} aria-hidden>
            {writeAmount(0n, asset, locale).currency}
          </span>
          <input
            {...input}
            id={id}
            className={styles.input}
            value={typed}
            onChange={(event) => change(event.target.value)}
            onBlur={leave}
            onFocus={(event) => event.target.select()}
            inputMode="decimal"
            autoComplete="off"
            enterKeyHint="next"
            aria-invalid={(error ?? wrong) !== undefined || undefined}
            aria-describedby={describedBy}
          />
        </div>
      )}
    </FieldFrame>
  );
}
