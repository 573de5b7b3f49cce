import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import { answer, api } from '../../api/client.ts';
import { online, underKey } from '../../api/online.ts';
import { type Asset, minorUnits } from '../../money/asset.ts';
import { can } from '../../session/session.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Button } from '../../ui/Button.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { Amount } from '../Amount.tsx';
import { FormSheet } from './FormSheet.tsx';
import { List } from './List.tsx';
import styles from './Settings.module.css';

const limitsQuery = {
  queryKey: ['credit-limits'],
  queryFn: async () => (await answer(api.GET('/api/v1/credit-limits'))).data.credit_limits,
};

/** A limit of null is one that says: as much as they like. */
type Changed = { readonly asset: Asset; readonly limit: bigint | null | undefined };

/** How much everybody may owe who has no limit of their own; an asset without a line has none. An amount is changed only once its asset's decimals are known. */
export function CreditLimits() {
  const t = useTranslations('operations.settings');
  const assets = useQuery(assetsQuery).data;
  const [changing, setChanging] = useState<Changed | null>(null);
  const query = useQuery(limitsQuery);
  const known = query.data?.map(({ asset_code }) => asset_code) ?? [];
  const open = [...(assets?.values() ?? [])].filter(({ code }) => !known.includes(code));
  return (
    <>
      <List
        caption={t('tabs.limits')}
        intro={t('limitsIntro')}
        query={query}
        rowKey={({ asset_code }) => asset_code}
        none={t('noLimits')}
        action={
          can('creditLimitSet') &&
          query.data &&
          open.length > 0 && (
            <Menu trigger={<Button icon={<Plus size={18} aria-hidden />}>{t('addLimit')}</Button>}>
              {open.map((asset) => (
                <MenuItem key={asset.code} onClick={() => setChanging({ asset, limit: undefined })}>
                  {asset.code}
                </MenuItem>
              ))}
            </Menu>
          )
        }
        columns={[
          { id: 'asset', header: t('currency'), cell: ({ asset_code: code }) => code },
          {
            id: 'amount',
            header: t('most'),
            align: 'end',
            cell: ({ amount_cents: amount, asset_code: code }) => {
              const limit = limitOf(amount);
              return limit === null ? t('noLimit') : <Amount minor={limit} code={code} />;
            },
          },
        ]}
        deeds={({ asset_code: code, amount_cents: amount }) => {
          const asset = assets?.get(code);
          return (
            can('creditLimitSet') &&
            asset && (
              <Button size="small" tone="quiet" onClick={() => setChanging({ asset, limit: limitOf(amount) })}>
                {t('setLimit')}
              </Button>
            )
          );
        }}
      />
      {changing && <LimitForm {...changing} onClose={() => setChanging(null)} />}
    </>
  );
}

const limitOf = (amount: unknown): bigint | null => (amount === null ? null : minorUnits(amount as number));

function LimitForm({ asset, limit, onClose }: Changed & { onClose: () => void }) {
  const t = useTranslations('operations.settings');
  const client = useQueryClient();
  const [amount, setAmount] = useState(limit ?? null);
  const [isFree, setFree] = useState(limit === null);
  return (
    <FormSheet
      title={t('setLimitIn', { currency: asset.code })}
      action={t('save')}
      reason={isFree || amount !== null ? undefined : t('fillAll')}
      onClose={onClose}
      onSubmit={async () => {
        const most = isFree ? null : Number(amount);
        await underKey(`creditLimitSet ${asset.code}`, most, (key) =>
          online.PUT('/api/v1/credit-limits/{asset_code}', {
            params: { path: { asset_code: asset.code }, header: { 'idempotency-key': key } },
            body: { amount_cents: most } as never,
          }),
        );
        await client.invalidateQueries({ queryKey: limitsQuery.queryKey });
      }}
    >
      <div className={styles.choice}>
        <Switch label={t('noLimit')} hint={t('noLimitHint')} checked={isFree} onChange={setFree} />
      </div>
      {!isFree && (
        <AmountField label={t('most')} hint={t('mostHint')} asset={asset} value={amount} onChange={setAmount} />
      )}
    </FormSheet>
  );
}
