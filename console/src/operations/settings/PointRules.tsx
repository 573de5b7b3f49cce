import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import { online } from '../../api/online.ts';
import { minorUnits } from '../../money/asset.ts';
import { can } from '../../session/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Amount } from '../Amount.tsx';
import { Confirm } from '../Confirm.tsx';
import { List } from './List.tsx';
import { PointRuleForm } from './PointRuleForm.tsx';
import { type Action, type Place, rulesQuery } from './point-rules.ts';

/** By what customers earn points. */
export function PointRules() {
  const t = useTranslations('operations.settings');
  const client = useQueryClient();
  const assets = useQuery(assetsQuery).data;
  const [changing, setChanging] = useState<{ place: Place; fixed: boolean } | null>(null);
  const [removing, setRemoving] = useState<Place | null>(null);
  const query = useQuery(rulesQuery);
  const again = () => client.invalidateQueries({ queryKey: rulesQuery.queryKey });
  const placeOf = (rule: { action: string; asset_code: string }): Place => ({
    action: rule.action as Action,
    asset: rule.asset_code,
  });
  return (
    <>
      <List
        caption={t('tabs.points')}
        intro={t('pointsIntro')}
        query={query}
        rowKey={({ action, asset_code }) => `${action} ${asset_code}`}
        none={t('noRules')}
        action={
          can('pointRulePut') &&
          query.data && (
            <Button
              icon={<Plus size={18} aria-hidden />}
              onClick={() =>
                setChanging({ place: { action: 'spend', asset: [...(assets?.keys() ?? [])][0] ?? '' }, fixed: false })
              }
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
            cell: (rule) => <Amount minor={minorUnits(rule.per_amount)} code={rule.asset_code} />,
          },
          { id: 'points', header: t('points'), align: 'end', cell: ({ points }) => points },
          { id: 'cap', header: t('cap'), align: 'end', cell: ({ cap }) => cap ?? t('noLimit') },
          {
            id: 'state',
            header: t('state'),
            cell: ({ active }) => (active ? t('inForce') : t('switchedOff')),
          },
        ]}
        deeds={(rule) =>
          can('pointRulePut') && (
            <>
              <Button size="small" tone="quiet" onClick={() => setChanging({ place: placeOf(rule), fixed: true })}>
                {t('edit')}
              </Button>
              <Button size="small" tone="quiet" onClick={() => setRemoving(placeOf(rule))}>
                {t('remove')}
              </Button>
            </>
          )
        }
      />
      {changing && (
        <PointRuleForm {...changing} rules={query.data ?? []} onClose={() => setChanging(null)} onDone={again} />
      )}
      {removing && (
        <Confirm
          title={t('removeRule')}
          text={t('removeRuleText')}
          action={t('remove')}
          tone="danger"
          onConfirm={() =>
            online.DELETE('/api/v1/point-rules/{action}/{asset_code}', {
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
