import { ChevronDown, CircleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './Field.module.css';

export interface FieldFrameProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong, in a sentence. */
  readonly error?: string | undefined;
  /** A label that only screen readers see, where the place says it already. */
  readonly labelHidden?: boolean;
}

interface Ids {
  readonly id: string;
  readonly describedBy: string | undefined;
}

/** Label, control, hint and error, tied together for those who hear the page. */
export function FieldFrame({
  label,
  hint,
  error,
  labelHidden = false,
  children,
}: FieldFrameProps & { children: (ids: Ids) => ReactNode }) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      {children({ id, describedBy: described.length > 0 ? described.join(' ') : undefined })}
      {hint !== undefined && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <div id={`${id}-error`} className={styles.error}>
          <CircleAlert size={16} aria-hidden />
          {error}
        </div>
      )}
    </div>
  );
}

type InputProps = Omit<ComponentProps<'input'>, 'className' | 'style' | 'id'>;

export type FieldProps = FieldFrameProps & InputProps;

/** One line of text. Takes what an input takes, `ref` included, so that forms can register it. */
export function Field({ label, hint, error, labelHidden, ...input }: FieldProps) {
  return (
    <FieldFrame {...{ label, hint, error, ...(labelHidden && { labelHidden }) }}>
      {({ id, describedBy }) => (
        <input
          {...input}
          id={id}
          className={styles.control}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy}
        />
      )}
    </FieldFrame>
  );
}

export type TextFieldProps = FieldFrameProps & Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'id'>;

/** Several lines of text. */
export function TextField({ label, hint, error, labelHidden, rows = 3, ...area }: TextFieldProps) {
  return (
    <FieldFrame {...{ label, hint, error, ...(labelHidden && { labelHidden }) }}>
      {({ id, describedBy }) => (
        <textarea
          {...area}
          id={id}
          rows={rows}
          className={styles.control}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy}
        />
      )}
    </FieldFrame>
  );
}

export type SelectFieldProps = FieldFrameProps &
  Omit<ComponentProps<'select'>, 'className' | 'style' | 'id' | 'children'> & {
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };

/** One of a few: the platform's own list, which every phone shows well. */
export function SelectField({ label, hint, error, labelHidden, options, ...select }: SelectFieldProps) {
  return (
    <FieldFrame {...{ label, hint, error, ...(labelHidden && { labelHidden }) }}>
      {({ id, describedBy }) => (
        <div className={styles.select}>
          <select
            {...select}
            id={id}
            className={styles.control}
            aria-invalid={error !== undefined || undefined}
            aria-describedby={describedBy}
          >
            {options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <ChevronDown size={20} aria-hidden />
        </div>
      )}
    </FieldFrame>
  );
}
