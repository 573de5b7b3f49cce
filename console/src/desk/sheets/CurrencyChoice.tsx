import { useTranslations } from 'use-intl';
import { ToggleChip } from '../../ui/Chip.tsx';
import styles from './Sheets.module.css';
import type { SheetAmount } from './useAmount.ts';

/** In which currency; nothing for customers who have one. */
export function CurrencyChoice({ standing, choices, choose }: SheetAmount) {
  const t = useTranslations('desk.sheet');
  if (choices.length < 2) return null;
  return (
    <fieldset className={styles.chips} aria-label={t('currency')}>
      {choices.map(({ asset: { code } }) => (
        <ToggleChip key={code} label={code} pressed={code === standing?.asset.code} onChange={() => choose(code)} />
      ))}
    </fieldset>
  );
}
