import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import { answer, api } from '../../api/client.ts';
import { type Asset, minorUnits } from '../../money/asset.ts';
import { can } from '../../session/session.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, SelectField } from '../../ui/Field.tsx';
import { Money } from '../../ui/Money.tsx';
import { Confirm } from '../Confirm.tsx';
import { FormSheet } from './FormSheet.tsx';
import { List } from './List.tsx';
import styles from './Settings.module.css';

const ACTIONS = ['topup', 'spend', 'pay', 'slip_payment'] as const;
type Action = (typeof ACTIONS)[number];

const rulesQuery = {
  queryKey: ['point-rules'],
  queryFn: async () => (await answer(api.GET('/api/v1/point-rules'))).data.point_rules,
};

interface Place {
  readonly action: Action;
  readonly asset: string;
}

/** By what customers earn points. */
export function PointRules() {
  const t = useTranslations('operations.settings');
  const client = useQueryClient();
  const assets = useQuery(assetsQuery).data;
  const [changing, setChanging] = useState<Place | null>(null);
  const [removing, setRemoving] = useState<Place | null>(null);
  const again = () => client.invalidateQueries({ queryKey: rulesQuery.queryKey });
  const assetOf = (code: string): Asset => assets?.get(code) ?? { code, decimals: 0 };
  const placeOf = (rule: { action: string; asset_code: string }): Place => ({
    action: rule.action as Action,
    asset: rule.asset_code,
  });
  return (
    <>
      <List
        caption={t('tabs.points')}
        intro={t('pointsIntro')}
        query={useQuery(rulesQuery)}
        rowKey={({ action, asset_code }) => `${action} ${asset_code}`}
        none={t('noRules')}
        action={
          can('pointRulePut') && (
            <Button
              icon={<Plus size={18} aria-hidden />}
              onClick={() => setChanging({ action: 'spend', asset: [...(assets?.keys() ?? [])][0] ?? '' })}
            >
              {t('addRule')}
            </Button>
          )
        }
        columns={[
          { id: 'action', header: t('for'), cell: ({ action }) => t(`action.${action as Action}`) },
          {
            id: 'per',
            header: t('per'),
            align: 'end',
            cell: (rule) => <Money minor={minorUnits(rule.per_amount)} asset={assetOf(rule.asset_code)} />,
          },
          { id: 'points', header: t('points'), align: 'end', cell: ({ points }) => points },
          { id: 'cap', header: t('cap'), align: 'end', cell: ({ cap }) => cap, wideOnly: true },
          {
            id: 'state',
            header: t('state'),
            cell: ({ active }) => (active ? t('inForce') : t('switchedOff')),
            wideOnly: true,
          },
          {
            id: 'change',
            header: t('change'),
            cell: (rule) =>
              can('pointRulePut') && (
                <span className={styles.actions}>
                  <Button size="small" tone="quiet" onClick={() => setChanging(placeOf(rule))}>
                    {t('edit')}
                  </Button>
                  <Button size="small" tone="quiet" onClick={() => setRemoving(placeOf(rule))}>
                    {t('remove')}
                  </Button>
                </span>
              ),
          },
        ]}
      />
      {changing && <RuleForm place={changing} onClose={() => setChanging(null)} onDone={again} />}
      {removing && (
        <Confirm
          title={t('removeRule')}
          text={t('removeRuleText')}
          action={t('remove')}
          tone="danger"
          onConfirm={() =>
            api.DELETE('/api/v1/point-rules/{action}/{asset_code}', {
              params: { path: { action: removing.action, asset_code: removing.asset } },
            })
          }
          onClose={() => {
            setRemoving(null);
            void again();
          }}
        />
      )}
    </>
  );
}

const WHOLE = /^[1-9]\d{0,12}$/;

interface RuleFormProps {
  readonly place: Place;
  readonly onClose: () => void;
  readonly onDone: () => Promise<unknown>;
}

/** Setting a rule again makes it as it is here. */
function RuleForm({ place, onClose, onDone }: RuleFormProps) {
  const t = useTranslations('operations.settings');
  const assets = useQuery(assetsQuery).data;
  const [action, setAction] = useState(place.action);
  const [code, setCode] = useState(place.asset);
  const [per, setPer] = useState<bigint | null>(null);
  const [points, setPoints] = useState('1');
  const [cap, setCap] = useState('');
  const asset = assets?.get(code);
  const isWhole = per !== null && per > 0n && WHOLE.test(points) && (cap === '' || WHOLE.test(cap));
  return (
    <FormSheet
      title={t('addRule')}
      action={t('save')}
      reason={isWhole ? undefined : t('fillAll')}
      onClose={onClose}
      onSubmit={async () => {
        await api.PUT('/api/v1/point-rules/{action}/{asset_code}', {
          params: { path: { action, asset_code: code } },
          body: { per_amount: Number(per), points: Number(points), cap: cap === '' ? null : Number(cap) },
        });
        await onDone();
      }}
    >
      <SelectField
        label={t('for')}
        value={action}
        onChange={({ target }) => setAction(ACTIONS.find((one) => one === target.value) ?? action)}
        options={ACTIONS.map((value) => ({ value, label: t(`action.${value}`) }))}
      />
      <SelectField
        label={t('currency')}
        value={code}
        onChange={({ target }) => setCode(target.value)}
        options={[...(assets?.keys() ?? [])].map((value) => ({ value, label: value }))}
      />
      {asset && <AmountField key={code} label={t('per')} asset={asset} value={per} onChange={setPer} />}
      <Field
        label={t('points')}
        value={points}
        inputMode="numeric"
        onChange={({ target }) => setPoints(target.value.trim())}
      />
      <Field
        label={t('cap')}
        hint={t('capHint')}
        value={cap}
        inputMode="numeric"
        onChange={({ target }) => setCap(target.value.trim())}
      />
    </FormSheet>
  );
}
