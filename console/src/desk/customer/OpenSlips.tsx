import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import type { OpenSlip } from '../../cache/records.ts';
import { Chip } from '../../ui/Chip.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Money } from '../../ui/Money.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import styles from './Customer.module.css';
import { slipState } from './slip-state.ts';
import type { Customer } from './useCustomer.ts';

/** What was taken and is not paid yet, oldest first. A slip opens to be paid. */
export function OpenSlips({ customer: { account, person } }: { customer: Customer }) {
  const t = useTranslations('desk.slips');
  const navigate = useNavigate();
  const assets = useQuery(assetsQuery).data;
  const slips = account?.slips;
  if (!slips || !assets) return null;
  const amount = (minor: bigint, { currency }: OpenSlip) => {
    const asset = assets.get(currency);
    return asset && <Money minor={minor} asset={asset} size="small" />;
  };
  const columns: readonly Column<OpenSlip>[] = [
    {
      id: 'number',
      header: t('number'),
      cell: ({ number, occurredAt, status }) => (
        <span className={styles.stack}>
          {number}
          <span className={styles.phoneOnly}>
            <TimeAgo at={occurredAt} /> <Chip state={slipState(status)} />
          </span>
        </span>
      ),
    },
    { id: 'age', header: t('age'), cell: ({ occurredAt }) => <TimeAgo at={occurredAt} />, wideOnly: true },
    { id: 'status', header: t('status'), cell: ({ status }) => <Chip state={slipState(status)} />, wideOnly: true },
    { id: 'total', header: t('total'), cell: (slip) => amount(slip.total, slip), align: 'end', wideOnly: true },
    { id: 'paid', header: t('paid'), cell: (slip) => amount(slip.paid, slip), align: 'end', wideOnly: true },
    { id: 'remaining', header: t('remaining'), cell: (slip) => amount(slip.remaining, slip), align: 'end' },
  ];
  return (
    <section className={styles.section} aria-labelledby="open-slips">
      <div className={styles.head}>
        <h2 id="open-slips">{t('title')}</h2>
      </div>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={slips}
        rowKey={({ id }) => id}
        onOpen={({ id, currency }) =>
          void navigate({
            to: '/desk/customers/$customerId/payment',
            params: { customerId: person.id },
            search: { slip: id, currency },
          })
        }
        empty={<p className={styles.quiet}>{t('none')}</p>}
      />
    </section>
  );
}
