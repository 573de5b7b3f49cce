import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { minorUnits } from '../../money/asset.ts';
import { Money } from '../../ui/Money.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { useTimeFormat } from '../filters/useTimeFormat.ts';
import type { ColumnId } from './preferences.ts';
import { assetOf, type Entry } from './queries.ts';

/** What one column shows of an entry. */
export function EntryCell({ column, entry }: { column: ColumnId; entry: Entry }) {
  switch (column) {
    case 'occurred':
      return <OccurredAt entry={entry} />;
    case 'recorded':
      return <RecordedAt entry={entry} />;
    case 'reference':
      return entry.reference_id;
    case 'type':
      return <TypeName entry={entry} />;
    case 'status':
      return <StatusName entry={entry} />;
    case 'customer':
      return entry.customer_id;
    case 'account':
      return entry.account;
    case 'debit':
    case 'credit':
      return column === entry.direction.toLowerCase() ? (
        <Money minor={minorUnits(entry.amount)} asset={assetOf(entry)} currencyHidden decimals="all" />
      ) : null;
    case 'balance':
      return (
        <Money
          minor={minorUnits(entry.balance_after)}
          asset={assetOf(entry)}
          currencyHidden
          decimals="all"
          tone="faint"
        />
      );
    case 'currency':
      return entry.asset_code;
    case 'store':
      return entry.store_id;
    case 'actor':
      return <span title={entry.actor_role}>{entry.actor}</span>;
    case 'operation':
      return entry.operation;
    case 'transaction':
      return <TransactionId id={entry.transaction_id} />;
  }
}

function OccurredAt({ entry }: { entry: Entry }) {
  const t = useTranslations('operations.ledger');
  const write = useTimeFormat();
  return (
    <time
      dateTime={entry.occurred_at}
      title={t('times', { occurred: write(entry.occurred_at, 'exact'), recorded: write(entry.recorded_at, 'exact') })}
    >
      {write(entry.occurred_at)}
    </time>
  );
}

function RecordedAt({ entry }: { entry: Entry }) {
  const write = useTimeFormat();
  return <time dateTime={entry.recorded_at}>{write(entry.recorded_at, 'exact')}</time>;
}

export function TypeName({ entry }: { entry: Entry }) {
  const t = useTranslations('desk.timeline');
  return t(`type.${entry.type as 'DEPOSIT'}`);
}

export function StatusName({ entry }: { entry: Entry }) {
  const t = useTranslations('operations.status');
  return t(`${entry.status as 'POSTED'}`);
}

const TAIL = 8;

/** The end of the id, which differs from row to row; the whole of it is what is copied. */
function TransactionId({ id }: { id: string }) {
  const t = useTranslations('operations');
  return (
    <>
      <Link to="/operations/transactions/$transactionId" params={{ transactionId: id }} tabIndex={-1} title={id}>
        {`…${id.slice(-TAIL)}`}
      </Link>
      <CopyButton value={id} label={t('copyId')} />
    </>
  );
}
