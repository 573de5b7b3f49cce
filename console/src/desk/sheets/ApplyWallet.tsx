import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import { minorUnits } from '../../money/asset.ts';
import { formatAmount } from '../../money/format.ts';
import { Chip } from '../../ui/Chip.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { KeyValue } from '../../ui/KeyValue.tsx';
import { Money } from '../../ui/Money.tsx';
import { LOCALES, useLanguage } from '../../words/store.ts';
import { nameOf } from '../customer/person.ts';
import { slipState } from '../customer/slip-state.ts';
import type { Customer } from '../customer/useCustomer.ts';
import { useOfflineReason } from '../till/offline.ts';
import { useWrite } from '../till/write.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { DeedSheet } from './DeedSheet.tsx';

interface Answer {
  readonly applied_cents: number;
  readonly slip_status: string;
  readonly remaining_slip_balance: number;
}

/** Pays a slip with what the wallet holds: all of it, or as much as there is. */
export function ApplyWallet({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useTranslations('desk.apply');
  const locale = LOCALES[useLanguage()];
  const assets = useQuery(assetsQuery).data;
  const write = useWrite();
  const { person, account, frozen, isKnown } = customer;
  const context = { customerKnown: isKnown, frozen };
  const offline = useOfflineReason('slipApplyWallet', context);
  // The form stays as it was when it was sent: the slip may be closed by now.
  const [slips] = useState(() => account?.slips ?? []);
  const [chosen, setChosen] = useState(slips[0]?.id);
  const slip = slips.find(({ id }) => id === chosen);
  const asset = slip && assets?.get(slip.currency);
  const wallet = account?.balances.find(({ currency }) => currency === slip?.currency)?.wallet ?? 0n;
  const applied = slip === undefined ? 0n : wallet < slip.remaining ? wallet : slip.remaining;
  const answer = write.outcome?.state === 'done' ? (write.outcome.answer as Answer) : null;
  const reason = frozen ? t('frozen') : !slip ? t('noSlips') : applied === 0n ? t('walletEmpty') : undefined;

  const commit = () => {
    if (!slip) return;
    const body = { customer_id: person.id, slip_id: slip.id, currency: slip.currency };
    const label = { amount: String(applied), asset: slip.currency, customerName: nameOf(person) };
    const path = '/api/wallet/apply-wallet';
    void write.run({ operation: 'slipApplyWallet', customer: person.id, method: 'POST', path, body, label }, context);
  };
  return (
    <DeedSheet
      title={t('title')}
      {...{ write, onClose, offline, reason }}
      hasReceipt
      commit={t('commit')}
      onCommit={commit}
      done={
        answer &&
        asset && (
          <KeyValue
            rows={[
              { label: t('applied'), value: <Money minor={minorUnits(answer.applied_cents)} asset={asset} /> },
              { label: t('remains'), value: <Money minor={minorUnits(answer.remaining_slip_balance)} asset={asset} /> },
              { label: t('slip'), value: <Chip state={slipState(answer.slip_status)} /> },
            ]}
          />
        )
      }
    >
      {slip && asset && (
        <>
          <SelectField
            label={t('slip')}
            value={slip.id}
            onChange={(event) => setChosen(event.target.value)}
            options={slips.map(({ id, number, remaining, currency }) => ({
              value: id,
              // The amount first: on a narrow sheet the end of a long number is cut off.
              label: `${formatAmount(remaining, assets?.get(currency) ?? asset, locale)} · ${number}`,
            }))}
          />
          <KeyValue
            rows={[
              { label: t('wallet'), value: <BeforeAfter before={wallet} after={wallet - applied} asset={asset} /> },
              {
                label: t('remains'),
                value: (
                  <BeforeAfter before={slip.remaining} after={slip.remaining - applied} asset={asset} tone="owes" />
                ),
              },
            ]}
          />
        </>
      )}
    </DeedSheet>
  );
}
