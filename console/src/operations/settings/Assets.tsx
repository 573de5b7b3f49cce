import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import { answer, api } from '../../api/client.ts';
import { online } from '../../api/online.ts';
import { can } from '../../session/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { FormSheet } from './FormSheet.tsx';
import { List } from './List.tsx';

const named = {
  queryKey: ['assets', 'named'],
  queryFn: async () => (await answer(api.GET('/api/v1/assets'))).data.assets,
};

/** Currencies and points: what amounts can be of. One that is there stays as it is. */
export function Assets() {
  const t = useTranslations('operations.settings');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <List
        caption={t('tabs.assets')}
        intro={t('assetsIntro')}
        query={useQuery(named)}
        rowKey={({ code }) => code}
        none={t('noAssets')}
        action={
          can('assetCreate') && (
            <Button icon={<Plus size={18} aria-hidden />} onClick={() => setAdding(true)}>
              {t('addAsset')}
            </Button>
          )
        }
        columns={[
          { id: 'code', header: t('code'), cell: ({ code }) => code },
          { id: 'name', header: t('name'), cell: ({ name }) => name },
          { id: 'decimals', header: t('decimals'), align: 'end', cell: (row) => row.decimal_places },
        ]}
      />
      {adding && <AssetForm onClose={() => setAdding(false)} />}
    </>
  );
}

function AssetForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations('operations.settings');
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [decimals, setDecimals] = useState('2');
  const isWhole = code !== '' && name !== '' && /^[0-8]$/.test(decimals);
  return (
    <FormSheet
      title={t('addAsset')}
      action={t('save')}
      reason={isWhole ? undefined : t('fillAll')}
      onClose={onClose}
      onSubmit={async () => {
        await online.POST('/api/v1/assets', { body: { code, name, decimal_places: Number(decimals) } });
        await client.invalidateQueries({ queryKey: assetsQuery.queryKey });
      }}
    >
      <Field
        label={t('code')}
        value={code}
        maxLength={20}
        onChange={({ target }) => setCode(target.value.trim().toUpperCase())}
      />
      <Field label={t('name')} value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
      <Field
        label={t('decimals')}
        hint={t('decimalsHint')}
        value={decimals}
        inputMode="numeric"
        onChange={({ target }) => setDecimals(target.value)}
      />
    </FormSheet>
  );
}
