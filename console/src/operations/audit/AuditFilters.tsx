import { type ChangeEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRoleName } from '../../shell/role-name.ts';
import { Field, SelectField } from '../../ui/Field.tsx';
import { FieldPair, FilterSheet } from '../filters/FilterSheet.tsx';
import { given } from '../filters/search.ts';
import { type AuditSearch, ROLES } from './search.ts';

export interface AuditFiltersProps {
  readonly search: AuditSearch;
  readonly onApply: (search: AuditSearch) => void;
  readonly onClose: () => void;
}

export function AuditFilters({ search, onApply, onClose }: AuditFiltersProps) {
  const t = useTranslations('operations.audit');
  const roleName = useRoleName();
  const [draft, setDraft] = useState<AuditSearch>({ ...search, cursor: undefined });
  const change = (part: AuditSearch) => setDraft({ ...draft, ...part });
  const field = (name: Exclude<keyof AuditSearch, 'role' | 'cursor'>) => ({
    label: t(`filters.${name}`),
    value: draft[name] ?? '',
    autoComplete: 'off',
    autoCapitalize: 'off',
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => change({ [name]: target.value.trim() }),
  });
  return (
    <FilterSheet onApply={() => onApply(given(draft))} onClear={() => onApply({})} onClose={onClose}>
      <FieldPair>
        <Field type="date" max={draft.to} {...field('from')} />
        <Field type="date" min={draft.from} {...field('to')} />
      </FieldPair>
      <Field {...field('actor')} />
      <SelectField
        label={t('filters.role')}
        value={draft.role ?? ''}
        onChange={({ target }) => change({ role: ROLES.find((role) => role === target.value) })}
        options={[{ value: '', label: t('any') }, ...ROLES.map((role) => ({ value: role, label: roleName(role) }))]}
      />
      <Field {...field('action')} hint={t('actionHint')} />
      <Field {...field('customer')} />
      <Field {...field('object')} />
      <Field {...field('request')} />
    </FilterSheet>
  );
}
