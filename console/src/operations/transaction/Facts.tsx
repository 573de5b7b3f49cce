import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { can } from '../../session/session.ts';
import { KeyValue } from '../../ui/KeyValue.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { useTimeFormat } from '../filters/useTimeFormat.ts';
import type { Details } from './queries.ts';

/** When, whose, by whom and from where; what it reverses or is reversed by. */
export function Facts({ details }: { details: Details }) {
  const t = useTranslations('operations.transaction');
  const write = useTimeFormat();
  const { transaction, origin } = details;
  const store = (transaction.details as { store_id?: string } | undefined)?.store_id;
  const rows: [string, ReactNode][] = [
    [t('status'), <Chain key="chain" details={details} />],
    [t('occurred'), write(transaction.occurred_at, 'exact')],
    [t('recorded'), write(transaction.recorded_at, 'exact')],
    [t('customer'), transaction.user_id && <Customer key="customer" id={transaction.user_id} />],
    [t('reference'), transaction.reference_id],
    [t('store'), store],
    [t('place'), t('placeIn', { height: transaction.height, index: transaction.index + 1 })],
    [
      t('key'),
      <span key="key">
        {origin.key_hash} <CopyButton value={origin.key_hash} label={t('copyKey')} />
      </span>,
    ],
    [t('actor'), `${origin.actor} (${origin.role})`],
    [t('request'), `${origin.method} ${origin.endpoint}`],
    [t('device'), [origin.device, origin.ip].filter(Boolean).join(' · ')],
    [
      t('audit'),
      <Link key="audit" to="/operations/audit" search={{ object: transaction.transaction_id }}>
        {t('auditLink')}
      </Link>,
    ],
  ];
  return (
    <KeyValue
      rows={rows.flatMap(([label, value]) =>
        value === null || value === undefined || value === '' ? [] : [{ label, value }],
      )}
    />
  );
}

function Customer({ id }: { id: string }) {
  const t = useTranslations('operations.transaction');
  return (
    <>
      {id}
      {' · '}
      <Link to="/operations/ledger" search={{ customer: id }}>
        {t('entriesOf')}
      </Link>
      {can('customerSearch') && (
        <>
          {' · '}
          <Link to="/desk/customers/$customerId" params={{ customerId: id }}>
            {t('desk')}
          </Link>
        </>
      )}
    </>
  );
}

/** The original and its reversal, in their order; the one that is open is no link. */
function Chain({ details }: { details: Details }) {
  const t = useTranslations('operations.transaction');
  const { transaction } = details;
  const other = transaction.reverses ?? transaction.reversed_by;
  if (other === null) return t('posted');
  return (
    <>
      {transaction.reverses !== null ? t('isReversal') : t('isReversed')}
      {' · '}
      <Link to="/operations/transactions/$transactionId" params={{ transactionId: other }}>
        {transaction.reverses !== null ? t('original') : t('reversal')}
      </Link>
    </>
  );
}
