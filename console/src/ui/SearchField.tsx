import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useId } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from './IconButton.tsx';
import styles from './SearchField.module.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly placeholder?: string;
  readonly size?: 'normal' | 'large';
  readonly autoFocus?: boolean;
  /** The list that it drives, and the row in it that is at hand: for those who hear the page. */
  readonly controls?: string;
  readonly activeOption?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A plain input: whatever it finds is listed below it, not in a popup. The key `/` goes to it. */
export function SearchField({
  label,
  value,
  onChange,
  size = 'normal',
  controls,
  activeOption,
  ...input
}: SearchFieldProps) {
  const t = useTranslations('shell.search');
  const id = useId();
  return (
    <search className={styles.search} data-size={size}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <Search className={styles.glass} size={20} aria-hidden />
      <input
        placeholder={label}
        {...input}
        {...(controls !== undefined && {
          role: 'combobox',
          'aria-controls': controls,
          'aria-expanded': true,
          'aria-autocomplete': 'list',
          'aria-activedescendant': activeOption,
        })}
        id={id}
        type="search"
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        data-search
      />
      {value !== '' && (
        <IconButton label={t('clear')} icon={<X size={20} aria-hidden />} onClick={() => onChange('')} />
      )}
    </search>
  );
}
