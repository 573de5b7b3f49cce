import { useTranslations } from 'use-intl';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { EVENT_TYPES, type EventType } from '../events/types.ts';
import styles from './Settings.module.css';

export interface EventTypesProps {
  /** Null for all, which is not the same as each of those that there are today. */
  readonly value: readonly EventType[] | null;
  readonly onChange: (value: readonly EventType[] | null) => void;
}

/** Of which events an address is told. */
export function EventTypes({ value, onChange }: EventTypesProps) {
  const t = useTranslations('operations.settings');
  return (
    <fieldset className={styles.types} aria-label={t('events')}>
      <Switch
        label={t('allEvents')}
        hint={t('allEventsHint')}
        checked={value === null}
        onChange={(isAll) => onChange(isAll ? null : [])}
      />
      {value !== null &&
        EVENT_TYPES.map((type) => (
          <Checkbox
            key={type}
            label={type}
            checked={value.includes(type)}
            onChange={(isChosen) => onChange(isChosen ? [...value, type] : value.filter((other) => other !== type))}
          />
        ))}
    </fieldset>
  );
}
