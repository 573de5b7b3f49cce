import { useTranslations } from 'use-intl';
import type { Asset } from '../../money/asset.ts';
import { ToggleChip } from '../../ui/Chip.tsx';
import { Money } from '../../ui/Money.tsx';
import styles from './Payment.module.css';

interface ChangeDueProps {
  readonly change: bigint;
  readonly asset: Asset;
  readonly stores: boolean;
  readonly onChange: (stores: boolean) => void;
}

/** What goes back over the counter, or stays with us. */
export function ChangeDue({ change, asset, stores, onChange }: ChangeDueProps) {
  const t = useTranslations('desk.payment');
  return (
    <section className={styles.change} aria-label={t('change')}>
      <div>
        <p className={styles.label}>{t('change')}</p>
        <Money minor={change} asset={asset} size="large" />
      </div>
      <fieldset className={styles.chips} aria-label={t('changeGoes')}>
        <ToggleChip label={t('giveChange')} pressed={!stores} onChange={() => onChange(false)} />
        <ToggleChip label={t('storeChange')} pressed={stores} onChange={() => onChange(true)} />
      </fieldset>
    </section>
  );
}
