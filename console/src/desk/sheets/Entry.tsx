import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { type Asset, minorUnits } from '../../money/asset.ts';
import { can } from '../../session/session.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { TextField } from '../../ui/Field.tsx';
import { KeyValue } from '../../ui/KeyValue.tsx';
import { Money } from '../../ui/Money.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import { nameOf } from '../customer/person.ts';
import type { Customer } from '../customer/useCustomer.ts';
import { useOfflineReason } from '../till/offline.ts';
import { useWrite } from '../till/write.ts';
import { DeedSheet } from './DeedSheet.tsx';
import { consequencesOf, isReversible, mirrorOf, reversalOf } from './reversal.ts';
import styles from './Sheets.module.css';

export type Transaction =
  paths['/api/v1/transactions/{id}']['get']['responses'][200]['content']['application/json']['data'];
export type Posting = Pick<Transaction['entries'][number], 'owner' | 'kind' | 'asset_code' | 'direction' | 'amount'>;

interface EntryProps {
  readonly id: string;
  readonly customer: Customer;
  readonly onClose: () => void;
}

/** One transaction of a customer, and the way to take it back. */
export function Entry({ id, customer, onClose }: EntryProps) {
  const t = useTranslations('desk.entry');
  const transaction = useQuery({
    queryKey: ['customer', customer.person.id, 'transaction', id],
    queryFn: async () => (await answer(api.GET('/api/v1/transactions/{id}', { params: { path: { id } } }))).data,
  });
  if (transaction.data) return <Reversal transaction={transaction.data} customer={customer} onClose={onClose} />;
  return (
    <Sheet open onClose={onClose} title={t('title')} size="large">
      {transaction.error ? (
        <ErrorState error={transaction.error} onRetry={() => void transaction.refetch()} />
      ) : (
        <div aria-busy="true">
          <Skeleton shape="row" count={4} />
        </div>
      )}
    </Sheet>
  );
}

interface ReversalProps {
  readonly transaction: Transaction;
  readonly customer: Customer;
  readonly onClose: () => void;
}

/** The original beside its exact mirror: nothing is ever deleted. */
function Reversal({ transaction, customer, onClose }: ReversalProps) {
  const t = useTranslations('desk.entry');
  const [reason, setReason] = useState('');
  const write = useWrite();
  const offline = useOfflineReason('transactionReverse');
  const { reversed_by, reverses, operation, entries } = transaction;
  const canReverse = isReversible(transaction) && can('transactionReverse');
  const facts = <Facts transaction={transaction} customer={customer} />;
  if (!canReverse && write.outcome === null) {
    return (
      <Sheet open onClose={onClose} title={t(`operation.${operation as 'walletTopup'}`)} size="large">
        {facts}
        {reversed_by !== null && <Chain label={t('reversedBy')} id={reversed_by} customer={customer} />}
        {reverses !== null && <Chain label={t('reverses')} id={reverses} customer={customer} />}
        <Postings title={t('postings')} postings={entries} customer={customer} />
      </Sheet>
    );
  }
  const commit = () => void write.run(reversalOf(transaction, reason.trim(), nameOf(customer.person)));
  return (
    <DeedSheet
      title={t(`operation.${operation as 'walletTopup'}`)}
      size="large"
      tone="danger"
      {...{ write, onClose, offline }}
      commit={operation === 'slipCreate' ? t('void') : t('reverse')}
      reason={reason.trim() === '' ? t('reasonFirst') : undefined}
      onCommit={commit}
      done={<p>{t('done')}</p>}
    >
      {facts}
      <div className={styles.pair}>
        <Postings title={t('original')} postings={entries} customer={customer} />
        <Postings title={t('mirror')} postings={mirrorOf(entries)} customer={customer} />
      </div>
      <div>
        <h3>{t('consequences')}</h3>
        <ul className={styles.list}>
          {consequencesOf(transaction).map((one) => (
            <li key={one}>{t(`consequence.${one}`)}</li>
          ))}
        </ul>
      </div>
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
    </DeedSheet>
  );
}

function Facts({ transaction, customer }: Omit<ReversalProps, 'onClose'>) {
  const t = useTranslations('desk.entry');
  const { occurred_at, reference_id, transaction_id, reversed_by } = transaction;
  return (
    <KeyValue
      rows={[
        { label: t('customer'), value: nameOf(customer.person) },
        { label: t('when'), value: <TimeAgo at={occurred_at} as="full" /> },
        { label: t('number'), value: reference_id ?? transaction_id },
        ...(reversed_by === null ? [] : [{ label: t('status'), value: <Chip state="reversed" /> }]),
      ]}
    />
  );
}

/** The way to the transaction that took this one back, or that this one takes back. */
function Chain({ label, id, customer }: { label: string; id: string; customer: Customer }) {
  return (
    <p>
      <Link
        to="/desk/customers/$customerId"
        params={{ customerId: customer.person.id }}
        search={(before: object) => ({ ...before, sheet: 'entry' as const, of: id })}
      >
        {label}
      </Link>
    </p>
  );
}

function Postings({ title, postings, customer }: { title: string; postings: readonly Posting[]; customer: Customer }) {
  const assets = useQuery(assetsQuery).data;
  return (
    <section className={styles.postings} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {postings.map((posting, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries can be alike in all they say, and none ever moves.
          <PostingRow key={place} posting={posting} asset={assets?.get(posting.asset_code)} customer={customer} />
        ))}
      </ul>
    </section>
  );
}

function PostingRow({ posting, asset, customer }: { posting: Posting; asset: Asset | undefined; customer: Customer }) {
  const t = useTranslations('desk.entry');
  const { owner, kind, direction, amount } = posting;
  const whose = owner === null ? t('house') : owner === customer.person.id ? nameOf(customer.person) : owner;
  const account = kind === 'wallet' || kind === 'receivable' ? t(`kind.${kind}`) : kind;
  return (
    <li className={styles.posting}>
      <span className={styles.side}>
        <span>{account}</span>
        <span className={styles.quiet}>{whose}</span>
      </span>
      <span className={styles.change}>
        <span className={styles.quiet}>{direction === 'DEBIT' ? t('debit') : t('credit')}</span>
        {asset && <Money minor={minorUnits(amount)} asset={asset} size="small" />}
      </span>
    </li>
  );
}
