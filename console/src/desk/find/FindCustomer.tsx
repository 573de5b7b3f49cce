import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { SearchX, Users } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CustomerHit } from '../../cache/cache.ts';
import { cacheStore } from '../../cache/current.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { useWedge } from '../till/wedge.ts';
import { CustomerOption } from './CustomerOption.tsx';
import styles from './FindCustomer.module.css';
import { useFound, useSettled } from './found.ts';
import { StoreChoice } from './StoreChoice.tsx';

/** Where every deed at the till begins: whose it is. */
export default function FindCustomer() {
  const t = useTranslations('desk.find');
  const { q = '' } = useSearch({ from: '/shell/desk/' });
  const [text, setText] = useState(q);
  const [at, setAt] = useState(0);
  const { hits, searching, error } = useFound(text);
  const open = useOpen();
  const openWhenFound = useRef(false);
  const list = useId();
  const current = hits[Math.min(at, hits.length - 1)];
  useTextInAddress(text);

  const search = (next: string) => {
    openWhenFound.current = false;
    setText(next);
    setAt(0);
  };
  // A reader's Enter comes before the service has answered.
  useEffect(() => {
    if (!openWhenFound.current || searching) return;
    openWhenFound.current = false;
    if (hits[0]) open(hits[0]);
  });
  useWedge((code) => {
    search(code);
    openWhenFound.current = true;
  });

  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, hits.length - 1) + step + hits.length) % hits.length);
    }
    if (event.key !== 'Enter') return;
    if (current && text.trim() !== '') open(current);
    else if (searching) openWhenFound.current = true;
  };

  return (
    <>
      <PageHeader title={t('title')} actions={<StoreChoice />} />
      <div className={styles.screen}>
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
      action={<Button onClick={onClear}>{t('clear')}</Button>}
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

/** So that a reload, and the way back from a customer, find the same list. */
function useTextInAddress(text: string): void {
  const navigate = useNavigate();
  const router = useRouter();
  const settled = useSettled(text.trim());
  const { q = '' } = useSearch({ from: '/shell/desk/' });
  useEffect(() => {
    // Somebody is on their way to a customer already: that goes before.
    if (settled === q || router.latestLocation.pathname !== '/desk') return;
    void navigate({ to: '/desk', search: settled === '' ? {} : { q: settled }, replace: true });
  }, [settled, q, navigate, router]);
}
