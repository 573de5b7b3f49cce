import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Banknote, Coins, EllipsisVertical, FileText, HandCoins, Snowflake } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { useKeys } from '../../keys/registry.ts';
import { useLiveCustomer } from '../../live/hooks.ts';
import { can } from '../../session/session.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import type { SheetName } from '../sheets/names.ts';
import { CustomerGate } from '../till/CustomerGate.tsx';
import { useOfflineReason } from '../till/offline.ts';
import { Balances } from './Balances.tsx';
import styles from './Customer.module.css';
import { OpenSlips } from './OpenSlips.tsx';
import { maskedPhone, nameOf } from './person.ts';
import { Timeline } from './Timeline.tsx';
import type { Customer as KnownCustomer } from './useCustomer.ts';

const Sheets = lazy(() => import('../sheets/Sheets.tsx'));

/** How one customer stands, and all that the till can do for them. */
export default function Customer() {
  const { customerId } = useParams({ from: '/shell/desk/customers/$customerId' });
  return <CustomerGate id={customerId}>{(customer) => <Screen customer={customer} />}</CustomerGate>;
}

function Screen({ customer }: { customer: KnownCustomer }) {
  const t = useTranslations('desk.customer');
  const { person, frozen } = customer;
  useLiveCustomer(person.id);
  const { sheet, of, currency } = useSearch({ from: '/shell/desk/customers/$customerId' });
  const navigate = useNavigate();
  const go = useDeeds(customer);
  const marks = [person.code, maskedPhone(person.phone), person.id].filter((mark) => mark !== null);
  const closeSheet = () =>
    void navigate({
      to: '/desk/customers/$customerId',
      params: { customerId: person.id },
      search: { currency },
      replace: true,
    });
  return (
    <div className={styles.screen}>
      <PageHeader
        title={nameOf(person)}
        subtitle={
          <span className={styles.marks}>
            {[...new Set(marks)].join(' · ')}
            {frozen && <Chip state="frozen" />}
          </span>
        }
        onBack={() => void navigate({ to: '/desk' })}
        actions={<Actions customer={customer} go={go} />}
      />
      {frozen && <Banner tone="warn">{t('frozen')}</Banner>}
      <Balances customer={customer} />
      <OpenSlips customer={customer} />
      <Timeline customer={customer} />
      <Suspense>
        {sheet !== undefined && <Sheets sheet={sheet} of={of} customer={customer} onClose={closeSheet} />}
      </Suspense>
    </div>
  );
}

interface Deeds {
  readonly slip: () => void;
  readonly pay: () => void;
  readonly statement: () => void;
  readonly open: (sheet: SheetName) => void;
}

/** The ways from here, by hand and by key. */
function useDeeds({ person }: KnownCustomer): Deeds {
  const t = useTranslations('desk.customer');
  const navigate = useNavigate();
  const { currency } = useSearch({ from: '/shell/desk/customers/$customerId' });
  const params = { customerId: person.id };
  const open = (sheet: SheetName) =>
    void navigate({ to: '/desk/customers/$customerId', params, search: { currency, sheet } });
  const deeds: Deeds = {
    slip: () => void navigate({ to: '/desk/customers/$customerId/slip', params }),
    pay: () => void navigate({ to: '/desk/customers/$customerId/payment', params, search: {} }),
    statement: () => void navigate({ href: `/desk/customers/${encodeURIComponent(person.id)}/statement` }),
    open,
  };
  const keys = [
    { keys: 'n', label: t('newSlip'), run: deeds.slip, operation: 'slipCreate' },
    { keys: 'p', label: t('pay'), run: deeds.pay, operation: 'paymentProcess' },
    { keys: 't', label: t('topup'), run: () => open('topup'), operation: 'walletTopup' },
    { keys: 'w', label: t('apply'), run: () => open('apply'), operation: 'slipApplyWallet' },
    { keys: 'c', label: t('change'), run: () => open('change'), operation: 'changeStore' },
    { keys: 's', label: t('statement'), run: deeds.statement, operation: 'statementRead' },
  ] as const;
  useKeys(keys.filter(({ operation }) => can(operation)));
  return deeds;
}

function Actions({ customer, go }: { customer: KnownCustomer; go: Deeds }) {
  const t = useTranslations('desk.customer');
  const { frozen, isKnown } = customer;
  const noWithdrawal = useOfflineReason('walletWithdrawFunds');
  const noApplying = useOfflineReason('slipApplyWallet', { customerKnown: isKnown, frozen });
  const noFreezing = useOfflineReason('customerFreeze');
  return (
    <div className={styles.actions}>
      {can('slipCreate') && (
        <Button tone="primary" onClick={go.slip} shortcut="n" reason={frozen ? t('frozenReason') : undefined}>
          {t('newSlip')}
        </Button>
      )}
      {can('paymentProcess') && (
        <Button onClick={go.pay} shortcut="p">
          {t('pay')}
        </Button>
      )}
      {can('walletTopup') && (
        <Button onClick={() => go.open('topup')} shortcut="t">
          {t('topup')}
        </Button>
      )}
      <Menu trigger={<IconButton label={t('more')} icon={<EllipsisVertical size={20} aria-hidden />} />}>
        {can('changeStore') && (
          <MenuItem icon={<Coins size={18} aria-hidden />} onClick={() => go.open('change')}>
            {t('change')}
          </MenuItem>
        )}
        {can('slipApplyWallet') && (
          <MenuItem
            icon={<HandCoins size={18} aria-hidden />}
            onClick={() => go.open('apply')}
            reason={frozen ? t('frozenReason') : noApplying}
          >
            {t('apply')}
          </MenuItem>
        )}
        {can('walletWithdrawFunds') && (
          <MenuItem
            icon={<Banknote size={18} aria-hidden />}
            onClick={() => go.open('withdraw')}
            reason={frozen ? t('frozenReason') : noWithdrawal}
          >
            {t('withdraw')}
          </MenuItem>
        )}
        <MenuItem icon={<FileText size={18} aria-hidden />} onClick={go.statement}>
          {t('statement')}
        </MenuItem>
        <MenuItem
          icon={<Snowflake size={18} aria-hidden />}
          onClick={() => go.open('freeze')}
          reason={can('customerFreeze') ? noFreezing : t('supervisorOnly')}
        >
          {frozen ? t('unfreeze') : t('freeze')}
        </MenuItem>
      </Menu>
    </div>
  );
}
