import { useTranslations } from 'use-intl';
import type { OpenSlip } from '../../cache/records.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Money } from '../../ui/Money.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import type { Standing } from '../customer/useCustomer.ts';
import styles from './Payment.module.css';
import { type Allocation, allocate, allocationsOf, type Payment, WALLET } from './payment.ts';

interface AllocationsProps {
  readonly payment: Payment;
  readonly slips: readonly OpenSlip[];
  readonly standing: Standing;
  readonly onChange: (next: Payment) => void;
}

/** What is paid with it: slips, oldest first, and the wallet takes what is left. */
export function Allocations({ payment, slips, standing, onChange }: AllocationsProps) {
  const t = useTranslations('desk.payment');
  const byId = new Map(slips.map((slip) => [slip.id, slip]));
  return (
    <section className={styles.allocations} aria-labelledby="allocations">
      <h2 id="allocations" className={styles.heading}>
        {t('goesTo')}
      </h2>
      <ul>
        {allocationsOf(payment).map((allocation) => (
          <AllocationRow
            key={allocation.to}
            {...{ allocation, standing }}
            slip={byId.get(allocation.to)}
            onAmount={(amount) => onChange(allocate(payment, allocation.to, amount))}
          />
        ))}
      </ul>
    </section>
  );
}

interface AllocationRowProps {
  readonly allocation: Allocation;
  readonly slip: OpenSlip | undefined;
  readonly standing: Standing;
  readonly onAmount: (amount: bigint | null) => void;
}

function AllocationRow({
  allocation: { to, amount },
  slip,
  standing: { asset, wallet },
  onAmount,
}: AllocationRowProps) {
  const t = useTranslations('desk.payment');
  const name = to === WALLET ? t('wallet') : (slip?.number ?? to);
  return (
    <li className={styles.allocation}>
      <div className={styles.what}>
        <span className={styles.whatName}>{name}</span>
        <span className={styles.label}>
          {slip ? (
            <>
              <Money minor={slip.remaining} asset={asset} size="small" /> {t('open')} · <TimeAgo at={slip.occurredAt} />
            </>
          ) : (
            <>
              {t('holds')} <Money minor={wallet} asset={asset} size="small" />
            </>
          )}
        </span>
      </div>
      <div className={styles.share}>
        <AmountField
          label={t('shareOf', { name })}
          labelHidden
          asset={asset}
          value={amount === 0n ? null : amount}
          onChange={(next) => onAmount(next ?? 0n)}
        />
      </div>
    </li>
  );
}
