import { Plus, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AmountField } from '../ui/AmountField.tsx';
import { Button } from '../ui/Button.tsx';
import { CardGrid } from '../ui/CardGrid.tsx';
import { Field, SelectField, TextField } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Section } from './Section.tsx';
import { SHILLINGS } from './samples.ts';

export function Buttons() {
  const t = useTranslations('gallery');
  return (
    <Section title={t('buttons')} flow="row">
      <Button tone="primary">{t('primary')}</Button>
      <Button>{t('plain')}</Button>
      <Button tone="quiet">{t('quiet')}</Button>
      <Button tone="danger">{t('danger')}</Button>
      <Button icon={<Plus size={20} aria-hidden />}>{t('primary')}</Button>
      <Button size="small">{t('small')}</Button>
      <Button tone="primary" busy>
        {t('busy')}
      </Button>
      <Button tone="primary" reason={t('reason')}>
        {t('primary')}
      </Button>
      <Button disabled>{t('disabled')}</Button>
      <IconButton label={t('icon')} icon={<RotateCw size={20} aria-hidden />} />
    </Section>
  );
}

export function Fields() {
  const t = useTranslations('gallery');
  const [amount, setAmount] = useState<bigint | null>(700_000n);
  const [text, setText] = useState('');
  return (
    <Section title={t('fields')}>
      <SearchField label={t('find')} value={text} onChange={setText} size="large" />
      <CardGrid>
        <Field label={t('name')} hint={t('nameHint')} />
        <Field label={t('name')} error={t('nameError')} defaultValue="Neema" />
        <Field label={t('name')} disabled defaultValue="Neema" />
        <SelectField
          label={t('tender')}
          options={[
            { value: 'cash', label: t('cash') },
            { value: 'mobile', label: t('mobile') },
          ]}
        />
        <AmountField label={t('amount')} asset={SHILLINGS} value={amount} onChange={setAmount} />
        <AmountField label={t('amount')} asset={SHILLINGS} value={amount} onChange={setAmount} size="large" />
        <TextField label={t('note')} />
      </CardGrid>
    </Section>
  );
}
