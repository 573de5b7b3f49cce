import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, useState } from 'react';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Field, SelectField } from '../../ui/Field.tsx';
import { FieldPair, FilterSheet } from '../filters/FilterSheet.tsx';
import { given } from '../filters/search.ts';
import { ENTRY_TYPES, type ExplorerSearch, STATUSES } from './search.ts';

export interface ExplorerFiltersProps {
  readonly search: ExplorerSearch;
  readonly onApply: (search: ExplorerSearch) => void;
  readonly onClose: () => void;
}

/** The filters of the ledger explorer, all at once. */
export function ExplorerFilters({ search, onApply, onClose }: ExplorerFiltersProps) {
  const t = useTranslations('operations.ledger.filters');
  const types = useTranslations('desk.timeline');
  const statuses = useTranslations('operations.status');
  const assets = useQuery(assetsQuery).data;
  const [draft, setDraft] = useState<ExplorerSearch>({ ...search, cursor: undefined });
  const change = (part: ExplorerSearch) => setDraft({ ...draft, ...part });
  const textField = (name: 'from' | 'to' | 'account' | 'customer' | 'store' | 'actor' | 'reference') => ({
    label: t(name),
    value: draft[name] ?? '',
    autoComplete: 'off',
    onChange: ({ target }: Parameters<NonNullable<ComponentProps<'input'>['onChange']>>[0]) =>
      change({ [name]: target.value.trim() }),
  });
  const any = { value: '', label: t('any') };
  const asset = assets?.get(draft.currency ?? '');
  const amountField = (name: 'min' | 'max') =>
    asset && (
      <AmountField
        label={t(name)}
        asset={asset}
        value={draft[name] === undefined ? null : BigInt(draft[name])}
        onChange={(value) => change({ [name]: value?.toString() })}
      />
    );
  return (
    <FilterSheet onApply={() => onApply(given(draft))} onClear={() => onApply({})} onClose={onClose}>
      <FieldPair>
        <Field type="date" max={draft.to} {...textField('from')} />
        <Field type="date" min={draft.from} {...textField('to')} />
      </FieldPair>
      <SelectField
        label={t('type')}
        value={draft.type ?? ''}
        onChange={({ target }) => change({ type: ENTRY_TYPES.find((type) => type === target.value) })}
        options={[any, ...ENTRY_TYPES.map((type) => ({ value: type, label: types(`type.${type}`) }))]}
      />
      <SelectField
        label={t('currency')}
        hint={asset ? undefined : t('currencyHint')}
        value={draft.currency ?? ''}
        onChange={({ target }) => change({ currency: target.value, min: undefined, max: undefined })}
        options={[any, ...[...(assets?.keys() ?? [])].map((code) => ({ value: code, label: code }))]}
      />
      {asset && (
        <FieldPair key={asset.code}>
          {amountField('min')}
          {amountField('max')}
        </FieldPair>
      )}
      <Field {...textField('account')} hint={t('accountHint')} autoCapitalize="off" />
      <Field {...textField('customer')} hint={t('customerHint')} />
      <Field {...textField('reference')} />
      <FieldPair>
        <Field {...textField('store')} autoCapitalize="off" />
        <Field {...textField('actor')} autoCapitalize="off" />
      </FieldPair>
      <SelectField
        label={t('status')}
        value={draft.status ?? ''}
        onChange={({ target }) => change({ status: STATUSES.find((status) => status === target.value) })}
        options={[any, ...STATUSES.map((status) => ({ value: status, label: statuses(status) }))]}
      />
    </FilterSheet>
  );
}
