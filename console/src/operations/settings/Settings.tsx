import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { can } from '../../session/session.ts';
import type { Operation } from '../../session/token.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Approvals } from './Approvals.tsx';
import { Assets } from './Assets.tsx';
import { CreditLimits } from './CreditLimits.tsx';
import { PointRules } from './PointRules.tsx';
import { SETTINGS_TABS, type SettingsTab } from './search.ts';
import { Webhooks } from './Webhooks.tsx';

const READS: Readonly<Record<SettingsTab, Operation>> = {
  approvals: 'approverList',
  assets: 'assetList',
  points: 'pointRuleList',
  limits: 'creditLimitList',
  webhooks: 'webhookList',
};

const CONTENT: Readonly<Record<SettingsTab, () => React.ReactNode>> = {
  approvals: Approvals,
  assets: Assets,
  points: PointRules,
  limits: CreditLimits,
  webhooks: Webhooks,
};

/** What the shop has decided once and for all: each part for those who may see it. */
export default function Settings() {
  const t = useTranslations('operations.settings');
  const { tab = 'approvals' } = useSearch({ from: '/shell/operations/settings' });
  const navigate = useNavigate();
  const seen = SETTINGS_TABS.filter((one) => can(READS[one]));
  const shown = seen.find((one) => one === tab) ?? seen[0];
  if (shown === undefined) return <PageHeader title={t('title')} subtitle={t('notYours')} />;
  return (
    <>
      <PageHeader title={t('title')} />
      <Tabs
        label={t('title')}
        value={shown}
        onChange={(id) =>
          void navigate({ to: '/operations/settings', search: { tab: SETTINGS_TABS.find((one) => one === id) } })
        }
        tabs={seen.map((id) => {
          const Content = CONTENT[id];
          return { id, label: t(`tabs.${id}`), content: id === shown ? <Content /> : null };
        })}
      />
    </>
  );
}
