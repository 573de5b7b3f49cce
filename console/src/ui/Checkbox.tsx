import styles from './Checkbox.module.css';

export interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One of several that are chosen together: the whole line takes the tap. */
export function Checkbox({ label, checked, onChange }: CheckboxProps) {
  return (
    <label className={styles.line}>
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>{label}</span>
    </label>
  );
}
