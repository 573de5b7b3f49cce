import { useNavigate } from '@tanstack/react-router';
import { ScanLine, SearchX, UserPlus, Users } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CustomerHit } from '../../cache/cache.ts';
import { cacheStore } from '../../cache/current.ts';
import { useScan } from '../../scan/useScan.tsx';
import { can } from '../../session/session.ts';
import { useTextInAddress } from '../../shell/typed.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { useOfflineReason } from '../till/offline.ts';
import { useWedge } from '../till/wedge.ts';
import { CustomerOption } from './CustomerOption.tsx';
import styles from './FindCustomer.module.css';
import { meantBy, useFound } from './found.ts';
import { receiptTokenOf, useOpenReceipt } from './receipt-link.ts';
import { StoreChoice } from './StoreChoice.tsx';

/** Where every deed at the till begins: whose it is. */
export default function FindCustomer() {
  const t = useTranslations('desk.find');
  const [text, setText] = useTextInAddress('/desk');
  const [at, setAt] = useState(0);
  const { hits, searching, error } = useFound(text);
  const open = useOpen();
  const openReceipt = useOpenReceipt();
  const openWhenFound = useRef<'first' | 'meant' | null>(null);
  const list = useId();
  const current = hits[Math.min(at, hits.length - 1)];

  const search = (next: string) => {
    openWhenFound.current = null;
    setText(next);
    setAt(0);
  };
  // Enter comes before the service has answered.
  useEffect(() => {
    if (openWhenFound.current === null || searching) return;
    const hit = openWhenFound.current === 'first' ? hits[0] : meantBy(text, hits);
    openWhenFound.current = null;
    if (hit) open(hit);
  });
  const read = (code: string) => {
    const receipt = receiptTokenOf(code);
    if (receipt !== null) return void openReceipt(receipt);
    search(code);
    openWhenFound.current = 'meant';
  };
  useWedge(read);
  const scan = useScan(t('scanTitle'), read);

  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, hits.length - 1) + step + hits.length) % hits.length);
    }
    if (event.key !== 'Enter') return;
    if (receiptTokenOf(text) !== null) read(text);
    else if (current && text.trim() !== '') open(current);
    else if (searching) openWhenFound.current = 'first';
  };

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <StoreChoice />
            <NewCustomerButton />
          </>
        }
      />
      <div className={styles.screen}>
        <div className={styles.search}>
          <SearchField
            label={t('search')}
            value={text}
            onChange={search}
            onKeyDown={press}
            size="large"
            controls={list}
            activeOption={current && `${list}-${current.customer.id}`}
            autoFocus
          />
          {scan && <IconButton label={t('scan')} icon={<ScanLine size={22} aria-hidden />} onClick={scan.start} />}
        </div>
        {scan?.dialog}
        {text.trim() === '' && hits.length > 0 && <h2 className={styles.heading}>{t('recent')}</h2>}
        <div id={list} role="listbox" aria-label={t('results')} className={styles.list} data-empty={hits.length === 0}>
          {hits.map((hit) => (
            <CustomerOption
              key={hit.customer.id}
              id={`${list}-${hit.customer.id}`}
              hit={hit}
              selected={hit === current && text.trim() !== ''}
              onOpen={() => open(hit)}
            />
          ))}
        </div>
        <Below text={text.trim()} count={hits.length} searching={searching} error={error} onClear={() => search('')} />
      </div>
    </>
  );
}

interface BelowProps {
  readonly text: string;
  readonly count: number;
  readonly searching: boolean;
  readonly error: unknown;
  readonly onClear: () => void;
}

/** What stands below the customers, or in their place. */
function Below({ text, count, searching, error, onClear }: BelowProps) {
  const t = useTranslations('desk.find');
  if (text === '') {
    if (count > 0) return null;
    return (
      <EmptyState icon={<Users size={28} aria-hidden />} title={t('begin')}>
        {t('beginHint')}
      </EmptyState>
    );
  }
  if (searching) return <p className={styles.note}>{t('searching')}</p>;
  if (count > 0) return error ? <p className={styles.note}>{t('onlyKnown')}</p> : null;
  if (error) return <ErrorState error={error} />;
  return (
    <EmptyState
      icon={<SearchX size={28} aria-hidden />}
      title={t('noMatches', { text })}
      action={
        <div className={styles.ways}>
          <NewCustomerButton searched={text} />
          <Button onClick={onClear}>{t('clear')}</Button>
        </div>
      }
    >
      {t('noMatchesHint')}
    </EmptyState>
  );
}

function useOpen(): (hit: CustomerHit) => void {
  const navigate = useNavigate();
  return ({ customer }) => {
    const cache = cacheStore.get();
    // Whom only the service knew is known here from now on.
    if (cache && cache.customer(customer.id) === null) void cache.learn(customer);
    void navigate({ to: '/desk/customers/$customerId', params: { customerId: customer.id } });
  };
}

/** The way to a new customer, who begins with what was searched for; not for those who may add none. */
function NewCustomerButton({ searched }: { searched?: string }) {
  const t = useTranslations('desk.find');
  const navigate = useNavigate();
  const offline = useOfflineReason('customerCreate');
  if (!can('customerCreate')) return null;
  return (
    <Button
      tone={searched === undefined ? 'plain' : 'primary'}
      icon={<UserPlus size={20} aria-hidden />}
      reason={offline}
      onClick={() => void navigate({ to: '/desk/new-customer', search: searched === undefined ? {} : { q: searched } })}
    >
      {t('newCustomer')}
    </Button>
  );
}
