import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { BalanceCard } from '../ui/BalanceCard.tsx';
import { Button } from '../ui/Button.tsx';
import { CardGrid } from '../ui/CardGrid.tsx';
import { ActionChip, Chip, ToggleChip } from '../ui/Chip.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { KeyValue } from '../ui/KeyValue.tsx';
import { Money } from '../ui/Money.tsx';
import { TimeAgo } from '../ui/TimeAgo.tsx';
import { Section } from './Section.tsx';
import { DOLLARS, POINTS, SHILLINGS, SLIPS, STATES } from './samples.ts';

export function Chips() {
  const t = useTranslations('gallery');
  const [on, setOn] = useState(true);
  return (
    <Section title={t('chips')} flow="row">
      {STATES.map((state) => (
        <Chip key={state} state={state} />
      ))}
      <ToggleChip label={t('filter')} pressed={on} onChange={setOn} />
      <ToggleChip label={t('history')} pressed={!on} onChange={(next) => setOn(!next)} />
      <ActionChip label={t('all')} onClick={() => setOn(false)} />
    </Section>
  );
}

export function MoneySizes() {
  const t = useTranslations('gallery');
  return (
    <Section title={t('money')} flow="row">
      <Money minor={12_345_600n} asset={SHILLINGS} size="huge" />
      <Money minor={700_050n} asset={SHILLINGS} size="large" tone="wallet" />
      <Money minor={353_000n} asset={SHILLINGS} tone="owes" />
      <Money minor={-353_000n} asset={SHILLINGS} />
      <Money minor={353_000n} asset={DOLLARS} signs="always" size="small" />
      <Money minor={1_500n} asset={POINTS} tone="faint" />
    </Section>
  );
}

export function Balances() {
  const t = useTranslations('gallery');
  const [wallet, setWallet] = useState(120_000n);
  const [asOf] = useState(() => Date.now());
  return (
    <Section title={t('balances')}>
      <CardGrid>
        <BalanceCard
          asset={SHILLINGS}
          wallet={wallet}
          owes={353_000n}
          openSlips={2}
          creditLeft={4_647_000n}
          asOf={asOf}
          actions={
            <Button size="small" onClick={() => setWallet(wallet + 5_000n)}>
              {t('change')}
            </Button>
          }
        />
        <BalanceCard
          asset={SHILLINGS}
          wallet={1_200_000n}
          owes={0n}
          openSlips={0}
          asOf={asOf}
          isKnownOnly
          waiting={250_000n}
        />
      </CardGrid>
    </Section>
  );
}

export function Table() {
  const t = useTranslations('gallery');
  const state = useTranslations('shell.state');
  return (
    <Section title={t('table')}>
      <DataTable
        caption={t('slips')}
        rows={SLIPS}
        rowKey={({ number }) => number}
        current="CS-0000139"
        onOpen={() => {}}
        openLabel={({ number, state: key }) => `${number}, ${state(key)}`}
        columns={[
          { id: 'number', header: t('number'), cell: ({ number }) => number },
          { id: 'age', header: t('age'), cell: ({ at }) => <TimeAgo at={at} />, wideOnly: true },
          {
            id: 'total',
            header: t('total'),
            align: 'end',
            wideOnly: true,
            cell: ({ total }) => <Money minor={total} asset={SHILLINGS} decimals="all" />,
          },
          {
            id: 'left',
            header: t('left'),
            align: 'end',
            cell: ({ left }) => <Money minor={left} asset={SHILLINGS} decimals="all" />,
          },
          { id: 'status', header: t('status'), cell: (row) => <Chip state={row.state} /> },
        ]}
      />
      <DataTable
        caption={t('history')}
        size="dense"
        rows={SLIPS}
        rowKey={({ number }) => number}
        columns={[
          { id: 'number', header: t('number'), cell: ({ number }) => number },
          {
            id: 'total',
            header: `${t('total')} (${SHILLINGS.code})`,
            align: 'end',
            cell: ({ total }) => <Money minor={-total} asset={SHILLINGS} decimals="all" currencyHidden />,
          },
        ]}
      />
      <h3>{t('facts')}</h3>
      <KeyValue
        rows={[
          { label: t('reference'), value: '019356a1-9b1e-7cc2-8f4b-2a1c9d7e6f50' },
          { label: t('store'), value: 'Kariakoo' },
          { label: t('total'), value: <Money minor={700_000n} asset={SHILLINGS} /> },
        ]}
      />
    </Section>
  );
}
