import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FileSpreadsheet } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { PaperTools } from '../../desk/papers/PaperTools.tsx';
import { StatementPaper } from '../../desk/papers/StatementPaper.tsx';
import { fetchCsv, saveFile } from '../../operations/csv.ts';
import { timeZone } from '../../operations/filters/days.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Field, SelectField } from '../../ui/Field.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { type StatementRange, statementQuery } from '../own.ts';
import { noteAction } from '../push/offered.ts';
import type { StatementSearch } from '../routes.ts';
import { type Own, useOwn } from '../useOwn.ts';
import { Entries } from './Entries.tsx';
import { PERIODS, rangeOf } from './periods.ts';
import styles from './Statement.module.css';

/** What a customer had, what happened, and what they have: for a time of their choice, to keep. */
export default function Statement() {
  const t = useTranslations('customer.statement');
  const own = useOwn();
  const { account, standings, error, retry } = own;
  useEffect(noteAction, []);
  if (standings.length > 0) return <Screen own={own} />;
  return (
    <>
      <PageHeader title={t('title')} />
      {account ? (
        <EmptyState title={t('none')} />
      ) : error ? (
        <ErrorState error={error} onRetry={retry} />
      ) : (
        <div aria-busy="true">
          <Skeleton shape="field" count={2} />
        </div>
      )}
    </>
  );
}

function Screen({ own: { id, standings } }: { own: Own }) {
  const t = useTranslations('customer.statement');
  const search = useSearch({ from: '/shell/me/statement' });
  const { from = rangeOf('month').from, to = rangeOf('month').to } = search;
  const asset = (standings.find(({ asset }) => asset.code === search.currency) ?? standings[0])?.asset;
  const code = asset?.code ?? '';
  const range: StatementRange = { asset_code: code, from, to, time_zone: timeZone() };
  const query = useQuery({ ...statementQuery(id, range), enabled: from <= to });
  return (
    <div className={styles.screen}>
      <PageHeader title={t('title')} />
      <Filters search={{ currency: code, from, to }} currencies={standings.map(({ asset }) => asset.code)} />
      {query.data && asset ? (
        <>
          <Files range={range} customer={id} />
          <div className={styles.list}>
            <Entries statement={query.data} asset={asset} />
          </div>
          <div className={styles.paper}>
            <StatementPaper statement={query.data} customerName={id} />
          </div>
        </>
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        query.isFetching && (
          <div aria-busy="true">
            <Skeleton shape="row" count={6} />
          </div>
        )
      )}
    </div>
  );
}

/** Takes the statement along: on paper, to read, and to compute with. */
function Files({ range, customer }: { range: StatementRange; customer: string }) {
  const t = useTranslations('customer.statement');
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => saveFile(`${name}.csv`, (await fetchCsv(`${path}.csv`, range)).blob),
    networkMode: 'always',
  });
  const path = `/api/v1/customers/${encodeURIComponent(customer)}/statement`;
  const name = [t('title'), range.asset_code, range.from, range.to].join(' ');
  return (
    <PaperTools onPrint={() => print()} pdf={{ path: `${path}.pdf`, query: range, name: `${name}.pdf` }}>
      <Button icon={<FileSpreadsheet size={20} aria-hidden />} busy={isPending} onClick={() => mutate()}>
        {t('csv')}
      </Button>
      {error !== null && <Banner tone="danger">{t('failed')}</Banner>}
    </PaperTools>
  );
}

function Filters({ search, currencies }: { search: Required<StatementSearch>; currencies: readonly string[] }) {
  const t = useTranslations('customer.statement');
  const navigate = useNavigate();
  const change = (next: StatementSearch) =>
    void navigate({ to: '/me/statement', search: { ...search, ...next }, replace: true });
  const { currency, from, to } = search;
  const isBackwards = from > to;
  return (
    <div className={styles.filters}>
      <fieldset className={styles.chips} aria-label={t('period')}>
        {PERIODS.map((period) => {
          const range = rangeOf(period);
          return (
            <ToggleChip
              key={period}
              label={t(`periods.${period}`)}
              pressed={range.from === from && range.to === to}
              onChange={() => change(range)}
            />
          );
        })}
      </fieldset>
      <div className={styles.fields}>
        <Field
          type="date"
          label={t('from')}
          value={from}
          max={rangeOf('month').to}
          onChange={({ target }) => target.value !== '' && change({ from: target.value })}
        />
        <Field
          type="date"
          label={t('to')}
          value={to}
          error={isBackwards ? t('backwards') : undefined}
          onChange={({ target }) => target.value !== '' && change({ to: target.value })}
        />
        {currencies.length > 1 && (
          <SelectField
            label={t('currency')}
            value={currency}
            options={currencies.map((code) => ({ value: code, label: code }))}
            onChange={({ target }) => change({ currency: target.value })}
          />
        )}
      </div>
    </div>
  );
}
