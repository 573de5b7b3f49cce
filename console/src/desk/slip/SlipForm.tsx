import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Catalogue } from '../../cache/records.ts';
import { useKeys } from '../../keys/registry.ts';
import type { Asset } from '../../money/asset.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { nameOf } from '../customer/person.ts';
import { type Customer, creditLeft, useStandings, useWaiting } from '../customer/useCustomer.ts';
import { ApprovalDialog } from '../till/ApprovalDialog.tsx';
import { useTillStore } from '../till/store.ts';
import { Trouble } from '../till/Trouble.tsx';
import { useWedge } from '../till/wedge.ts';
import { type Outcome, useWrite } from '../till/write.ts';
import { add, type Draft, EMPTY, problemOf, setQuantity, totalsOf } from './draft.ts';
import { byCode, type Goods, tilesOf } from './goods.ts';
import { Lines } from './Lines.tsx';
import styles from './NewSlip.module.css';
import { SlipDone } from './SlipDone.tsx';
import { slipIntent } from './slip-intent.ts';
import { Tiles } from './Tiles.tsx';
import { Total } from './Total.tsx';
import { useDigits } from './useDigits.ts';
import { useDraft } from './useDraft.ts';

interface SlipFormProps {
  readonly customer: Customer;
  readonly asset: Asset;
  readonly catalogue: Catalogue | null;
}

export function SlipForm({ customer, asset, catalogue }: SlipFormProps) {
  const t = useTranslations('desk.slip');
  const navigate = useNavigate();
  const { store } = useTillStore();
  const { person, frozen, account, isKnown } = customer;
  const [draft, setDraft] = useDraft(person.id);
  const [recorded, setRecorded] = useState<{ outcome: Outcome; draft: Draft } | null>(null);
  const write = useWrite((outcome) => {
    setRecorded({ outcome, draft });
    setDraft(EMPTY);
  });
  const tiles = tilesOf(catalogue, store);
  const end = useRef<HTMLDivElement>(null);
  const standing = useStandings(account).find((one) => one.asset.code === asset.code);
  const waiting = useWaiting(person.id).get(asset.code);
  const left = standing && creditLeft(standing, waiting);
  const { total } = totalsOf(draft);
  const problem = problemOf(draft);

  const put = (goods: Goods) => setDraft(add(draft, goods));
  const count = (quantity: number) => {
    if (draft.current !== null) setDraft(setQuantity(draft, draft.current, quantity));
  };
  const commit = () => {
    if (problem !== null || frozen) return;
    void write.run(slipIntent({ draft, customer, store, asset }), {
      ...{ customerKnown: isKnown, frozen, amount: total },
      ...(left !== undefined && { creditLeft: left }),
    });
  };
  const digits = useDigits(count);
  useWedge((code) => {
    // A code's first digits looked like a quantity.
    digits.clear();
    const goods = byCode(tiles, code);
    if (goods) put(goods);
  });
  useKeys([{ keys: 'mod+Enter', label: t('commit'), run: commit, inPalette: false }]);

  const back = () =>
    void navigate({ to: '/desk/customers/$customerId', params: { customerId: person.id }, search: {} });
  if (recorded) {
    return (
      <>
        <PageHeader title={t('title')} subtitle={nameOf(person)} onBack={back} />
        <SlipDone {...recorded} customer={customer} asset={asset} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('title')} subtitle={nameOf(person)} onBack={back} />
      <div className={styles.screen}>
        <Tiles
          tiles={tiles}
          asset={asset}
          quantities={new Map(draft.lines.map(({ id, quantity }) => [id, quantity]))}
          onAdd={put}
          onCount={draft.current === null ? undefined : count}
        />
        <div className={styles.slip} ref={end}>
          <Lines draft={draft} asset={asset} digits={digits.shown} onChange={setDraft} />
          <Trouble trouble={write.trouble} />
          <Total
            {...{ draft, asset, problem, total }}
            owes={standing?.owes ?? 0n}
            left={left}
            frozen={frozen}
            busy={write.busy}
            onCommit={commit}
            onShowLines={() => end.current?.scrollIntoView({ block: 'start' })}
          />
        </div>
      </div>
      <ApprovalDialog write={write} />
    </>
  );
}
