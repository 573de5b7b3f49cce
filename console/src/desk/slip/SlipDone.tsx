import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type Asset, minorUnits } from '../../money/asset.ts';
import { Button } from '../../ui/Button.tsx';
import { Money } from '../../ui/Money.tsx';
import { nameOf } from '../customer/person.ts';
import { type Customer, useStandings } from '../customer/useCustomer.ts';
import { Done } from '../till/Done.tsx';
import { ReceiptButton } from '../till/ReceiptButton.tsx';
import type { Outcome } from '../till/write.ts';
import { type Draft, totalsOf } from './draft.ts';

interface SlipDoneProps {
  readonly outcome: Outcome;
  readonly draft: Draft;
  readonly customer: Customer;
  readonly asset: Asset;
}

interface SlipAnswer {
  readonly slip_number: string;
  readonly grand_total_cents: number;
}

/** The slip as the service has recorded it, or as it waits here. */
export function SlipDone({ outcome, draft, customer, asset }: SlipDoneProps) {
  const t = useTranslations('desk.slip');
  const navigate = useNavigate();
  const answer = outcome.state === 'done' ? (outcome.answer as SlipAnswer) : null;
  const standing = useStandings(customer.account).find((one) => one.asset.code === asset.code);
  const total = answer ? minorUnits(answer.grand_total_cents) : totalsOf(draft).total;
  const params = { customerId: customer.person.id };
  return (
    <Done
      outcome={outcome}
      title={t('recorded')}
      rows={[
        { label: t('customer'), value: nameOf(customer.person) },
        ...(answer ? [{ label: t('number'), value: answer.slip_number }] : []),
        { label: t('total'), value: <Money minor={total} asset={asset} /> },
        ...(answer && standing
          ? [{ label: t('owesNow'), value: <Money minor={standing.owes} asset={asset} tone="owes" /> }]
          : []),
      ]}
      actions={
        <>
          <ReceiptButton outcome={outcome} />
          <Button onClick={() => void navigate({ to: '/desk/customers/$customerId/payment', params, search: {} })}>
            {t('pay')}
          </Button>
          <Button onClick={() => void navigate({ to: '/desk/customers/$customerId', params, search: {} })}>
            {t('back')}
          </Button>
        </>
      }
    />
  );
}
