import { Store } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { chooseStore, useTillStore } from '../till/store.ts';
import styles from './StoreChoice.module.css';

/** In which store this till stands; a shop with one store is asked nothing. */
export function StoreChoice() {
  const t = useTranslations('desk.find');
  const id = useId();
  const { store, stores } = useTillStore();
  if (stores.length < 2) return null;
  return (
    <div className={styles.choice}>
      <Store size={20} aria-hidden />
      <label htmlFor={id} className="visually-hidden">
        {t('store')}
      </label>
      <select id={id} className={styles.select} value={store} onChange={(event) => chooseStore(event.target.value)}>
        {stores.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
}
