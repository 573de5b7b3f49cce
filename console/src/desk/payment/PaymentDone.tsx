import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { OpenSlip } from '../../cache/records.ts';
import { type Asset, minorUnits } from '../../money/asset.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Money } from '../../ui/Money.tsx';
import { nameOf } from '../customer/person.ts';
import { slipState } from '../customer/slip-state.ts';
import { type Customer, useStandings } from '../customer/useCustomer.ts';
import { Done } from '../till/Done.tsx';
import { ReceiptButton } from '../till/ReceiptButton.tsx';
import type { Outcome } from '../till/write.ts';
import styles from './Payment.module.css';
import { changeOf, type Payment, tendersOf } from './payment.ts';

interface PaymentDoneProps {
  readonly outcome: Outcome;
  readonly payment: Payment;
  readonly slips: readonly OpenSlip[];
  readonly customer: Customer;
  readonly asset: Asset;
}

interface PaymentAnswer {
  readonly wallet_topup: number;
  readonly slip_results: readonly {
    readonly slip_id: string;
    readonly allocated_amount: number;
    readonly new_status: string;
  }[];
}

/** What was taken and what became of it, by the service's own figures. */
export function PaymentDone({ outcome, payment, slips, customer, asset }: PaymentDoneProps) {
  const t = useTranslations('desk.payment');
  const navigate = useNavigate();
  const answer = outcome.state === 'done' ? (outcome.answer as PaymentAnswer) : null;
  const standing = useStandings(customer.account).find((one) => one.asset.code === asset.code);
  const numbers = new Map(slips.map(({ id, number }) => [id, number]));
  const change = payment.storesChange ? 0n : changeOf(payment);
  const money = (minor: bigint) => <Money minor={minor} asset={asset} />;
  const params = { customerId: customer.person.id };
  return (
    <Done
      outcome={outcome}
      title={t('recorded')}
      rows={[
        { label: t('customer'), value: nameOf(customer.person) },
        ...tendersOf(payment).map(({ method, amount }) => ({ label: t(`method.${method}`), value: money(amount) })),
        ...(change > 0n ? [{ label: t('changeGiven'), value: money(change) }] : []),
        ...(answer?.slip_results ?? []).map(({ slip_id, allocated_amount, new_status }) => ({
          label: numbers.get(slip_id) ?? slip_id,
          value: (
            <span className={styles.result}>
              {money(minorUnits(allocated_amount))} <Chip state={slipState(new_status)} />
            </span>
          ),
        })),
        ...(answer && answer.wallet_topup > 0
          ? [{ label: t('toWallet'), value: money(minorUnits(answer.wallet_topup)) }]
          : []),
        ...(answer && standing
          ? [
              { label: t('walletNow'), value: <Money minor={standing.wallet} asset={asset} tone="wallet" /> },
              { label: t('owesNow'), value: <Money minor={standing.owes} asset={asset} tone="owes" /> },
            ]
          : []),
      ]}
      actions={
        <>
          <ReceiptButton outcome={outcome} />
          <Button onClick={() => void navigate({ to: '/desk/customers/$customerId', params, search: {} })}>
            {t('back')}
          </Button>
        </>
      }
    />
  );
}
