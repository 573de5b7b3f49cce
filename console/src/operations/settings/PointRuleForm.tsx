import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import { online } from '../../api/online.ts';
import { minorUnits } from '../../money/asset.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Field, SelectField } from '../../ui/Field.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { FormSheet } from './FormSheet.tsx';
import { ACTIONS, type Place, type PointRule } from './point-rules.ts';
import styles from './Settings.module.css';

const WHOLE = /^[1-9]\d{0,12}$/;

interface Terms {
  readonly per: bigint | null;
  readonly points: string;
  readonly cap: string;
  readonly active: boolean;
}

const NEW: Terms = { per: null, points: '1', cap: '', active: true };

const termsOf = (rule: PointRule): Terms => ({
  per: minorUnits(rule.per_amount),
  points: String(rule.points),
  cap: rule.cap === null ? '' : String(rule.cap),
  active: rule.active,
});

export interface PointRuleFormProps {
  readonly place: Place;
  /** Whether it is about the rule that is at this place, or may be put elsewhere. */
  readonly fixed: boolean;
  readonly rules: readonly PointRule[];
  readonly onClose: () => void;
  readonly onDone: () => Promise<unknown>;
}

/** Setting a rule makes it as it is here, so a place that has one shows it as it stands. */
export function PointRuleForm({ place: first, fixed, rules, onClose, onDone }: PointRuleFormProps) {
  const t = useTranslations('operations.settings');
  const assets = useQuery(assetsQuery).data;
  const ruleAt = ({ action, asset }: Place) =>
    rules.find((rule) => rule.action === action && rule.asset_code === asset);
  const termsAt = (place: Place) => {
    const rule = ruleAt(place);
    return rule ? termsOf(rule) : NEW;
  };
  const [place, setPlace] = useState(first);
  const [terms, setTerms] = useState(() => termsAt(first));
  const change = (part: Partial<Terms>) => setTerms({ ...terms, ...part });
  const goTo = (next: Place) => {
    setPlace(next);
    if (ruleAt(place) || ruleAt(next)) setTerms(termsAt(next));
    else if (next.asset !== place.asset) change({ per: null });
  };
  const { per, points, cap, active } = terms;
  const asset = assets?.get(place.asset);
  const isWhole = per !== null && per > 0n && WHOLE.test(points) && (cap === '' || WHOLE.test(cap));
  return (
    <FormSheet
      title={fixed ? t('editRule') : t('addRule')}
      action={t('save')}
      reason={isWhole ? undefined : t('fillAll')}
      onClose={onClose}
      onSubmit={async () => {
        await online.PUT('/api/v1/point-rules/{action}/{asset_code}', {
          params: { path: { action: place.action, asset_code: place.asset } },
          body: { per_amount: Number(per), points: Number(points), cap: cap === '' ? null : Number(cap), active },
        });
        await onDone();
      }}
    >
      <SelectField
        label={t('for')}
        value={place.action}
        disabled={fixed}
        onChange={({ target }) =>
          goTo({ ...place, action: ACTIONS.find((one) => one === target.value) ?? place.action })
        }
        options={ACTIONS.map((value) => ({ value, label: t(`action.${value}`) }))}
      />
      <SelectField
        label={t('currency')}
        value={place.asset}
        disabled={fixed}
        onChange={({ target }) => goTo({ ...place, asset: target.value })}
        options={[...(assets?.keys() ?? [])].map((value) => ({ value, label: value }))}
      />
      {asset && (
        <AmountField
          key={place.asset}
          label={t('per')}
          asset={asset}
          value={per}
          onChange={(next) => change({ per: next })}
        />
      )}
      <Field
        label={t('points')}
        value={points}
        inputMode="numeric"
        onChange={({ target }) => change({ points: target.value.trim() })}
      />
      <Field
        label={t('cap')}
        hint={t('capHint')}
        value={cap}
        inputMode="numeric"
        onChange={({ target }) => change({ cap: target.value.trim() })}
      />
      <div className={styles.choice}>
        <Switch
          label={t('inForce')}
          hint={t('inForceHint')}
          checked={active}
          onChange={(next) => change({ active: next })}
        />
      </div>
    </FormSheet>
  );
}
