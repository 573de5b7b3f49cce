import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client.ts';
import { minorUnits } from '../../money/asset.ts';
import { formatAmount } from '../../money/format.ts';
import { fetchCsv, saveFile } from '../../operations/csv.ts';
import { dayOf, daysAgo, timeZone } from '../../operations/filters/days.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Field, SelectField } from '../../ui/Field.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { LOCALES, useLanguage } from '../../words/store.ts';
import { nameOf } from '../customer/person.ts';
import { type Customer, useStandings } from '../customer/useCustomer.ts';
import { CustomerGate } from '../till/CustomerGate.tsx';
import styles from './Papers.module.css';
import { PaperTools } from './PaperTools.tsx';
import { fetchPdf } from './pdf.ts';
import { StatementPaper } from './StatementPaper.tsx';
import { canShare, shareOut, whatsAppLink } from './share.ts';
import type { Statement as StatementData } from './statement-totals.ts';

const USUAL_DAYS = 30;

/** What a customer held and owed, and what happened in between: on paper, and as files. */
export default function Statement() {
  const { customerId } = useParams({ from: '/shell/desk/customers/$customerId/statement' });
  return <CustomerGate id={customerId}>{(customer) => <Screen customer={customer} />}</CustomerGate>;
}

function Screen({ customer }: { customer: Customer }) {
  const t = useTranslations('papers');
  const navigate = useNavigate();
  const { person } = customer;
  const standings = useStandings(customer.account);
  const search = useSearch({ from: '/shell/desk/customers/$customerId/statement' });
  const currency = search.currency ?? standings[0]?.asset.code;
  const { from = daysAgo(USUAL_DAYS), to = dayOf(new Date()) } = search;
  const params = { customerId: person.id };
  const ask = { from, to, asset_code: currency ?? '', time_zone: timeZone() };
  const statement = useQuery({
    queryKey: ['statement', person.id, ask],
    queryFn: async (): Promise<StatementData> =>
      (
        await answer(
          api.GET('/api/v1/customers/{customer_id}/statement', {
            params: { path: { customer_id: person.id }, query: ask },
          }),
        )
      ).data,
    enabled: currency !== undefined,
  });
  const choose = (next: { currency?: string; from?: string; to?: string }) =>
    void navigate({
      to: '/desk/customers/$customerId/statement',
      params,
      search: { ...search, ...next },
      replace: true,
    });
  const path = `/api/v1/customers/${encodeURIComponent(person.id)}/statement`;
  return (
    <div className={styles.screen}>
      <PageHeader
        title={t('statement')}
        subtitle={nameOf(person)}
        onBack={() => void navigate({ to: '/desk/customers/$customerId', params, search: {} })}
      />
      <div className={styles.tools}>
        <div className={styles.row}>
          <Field
            label={t('from')}
            type="date"
            value={from}
            max={to}
            onChange={(event) => event.target.value !== '' && choose({ from: event.target.value })}
          />
          <Field
            label={t('to')}
            type="date"
            value={to}
            min={from}
            onChange={(event) => event.target.value !== '' && choose({ to: event.target.value })}
          />
          {standings.length > 1 && (
            <SelectField
              label={t('currency')}
              value={currency}
              onChange={(event) => choose({ currency: event.target.value })}
              options={standings.map(({ asset: { code } }) => ({ value: code, label: code }))}
            />
          )}
        </div>
      </div>
      {statement.isPending && currency !== undefined && (
        <div aria-busy="true">
          <Skeleton shape="row" count={6} />
        </div>
      )}
      {currency === undefined && <EmptyState title={t('nothingYet')} />}
      {statement.isError && <ErrorState error={statement.error} onRetry={() => void statement.refetch()} />}
      {statement.isSuccess && (
        <>
          <PaperTools
            onPrint={() => window.print()}
            pdf={{ path: `${path}.pdf`, query: ask, name: fileName(statement.data, 'pdf') }}
          >
            <TakeAlong statement={statement.data} customer={customer} path={path} ask={ask} />
          </PaperTools>
          <div className={styles.desk}>
            <StatementPaper statement={statement.data} customerName={nameOf(person)} />
          </div>
        </>
      )}
    </div>
  );
}

const fileName = ({ customer_id, from, to }: StatementData, ending: string): string =>
  `${customer_id} ${from} ${to}.${ending}`;

interface TakeAlongProps {
  readonly statement: StatementData;
  readonly customer: Customer;
  readonly path: string;
  readonly ask: Readonly<Record<string, string>>;
}

function TakeAlong({ statement, customer: { person }, path, ask }: TakeAlongProps) {
  const t = useTranslations('papers');
  const locale = LOCALES[useLanguage()];
  const [problem, setProblem] = useState<unknown>(null);
  const asset = { code: statement.asset_code, decimals: statement.decimal_places };
  const { closing, from, to } = statement;
  const text = t('statementText', {
    from,
    to,
    wallet: formatAmount(minorUnits(closing.wallet), asset, locale),
    owes: formatAmount(minorUnits(closing.owed), asset, locale),
  });

  async function saveCsv(): Promise<void> {
    setProblem(null);
    try {
      const file = await fetchCsv(`${path}.csv`, ask);
      saveFile(fileName(statement, 'csv'), file.blob);
    } catch (error) {
      setProblem(error);
    }
  }

  async function share(): Promise<void> {
    setProblem(null);
    try {
      const pdf = new File([await fetchPdf(`${path}.pdf`, ask)], fileName(statement, 'pdf'), {
        type: 'application/pdf',
      });
      const files = navigator.canShare?.({ files: [pdf] }) ? { files: [pdf] } : {};
      await shareOut({ title: t('statement'), text, ...files });
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <>
      <Button icon={<FileSpreadsheet size={20} aria-hidden />} onClick={() => void saveCsv()}>
        {t('csv')}
      </Button>
      {canShare() && <Button onClick={() => void share()}>{t('shareOut')}</Button>}
      <ButtonLink href={whatsAppLink(text, person.phone)}>{t('whatsApp')}</ButtonLink>
      {problem !== null && <Banner tone="danger">{t('fileFailed')}</Banner>}
    </>
  );
}
