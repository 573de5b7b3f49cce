import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import { slipState } from '../../desk/customer/slip-state.ts';
import type { Asset } from '../../money/asset.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Money } from '../../ui/Money.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import type { OwnAccount, OwnSlip } from '../own.ts';
import { noteAction } from '../push/offered.ts';
import styles from './OpenSlips.module.css';

/** What was taken and is not paid yet, oldest first; each opens to show what was on it. */
export function OpenSlips({ account: { slips } }: { account: OwnAccount }) {
  const t = useTranslations('customer.slips');
  const assets = useQuery(assetsQuery).data;
  return (
    <section aria-labelledby="slips">
      <h2 id="slips" className={styles.title}>
        {t('title')}
      </h2>
      {slips.length === 0 && <p className={styles.quiet}>{t('none')}</p>}
      {slips.length > 0 && (
        <ul className={styles.list}>
          {slips.map((slip) => {
            const asset = assets?.get(slip.currency);
            return asset && <Slip key={slip.id} slip={slip} asset={asset} />;
          })}
        </ul>
      )}
    </section>
  );
}

function Slip({ slip, asset }: { slip: OwnSlip; asset: Asset }) {
  const t = useTranslations('customer.slips');
  return (
    <li>
      <details className={styles.slip} onToggle={noteAction}>
        <summary className={styles.summary}>
          <span className={styles.what}>
            <span className={styles.number}>{slip.number}</span>
            <span className={styles.facts}>
              <TimeAgo at={slip.occurredAt} /> <Chip state={slipState(slip.status)} />
            </span>
          </span>
          <span className={styles.due}>
            <span className={styles.small}>{t('remaining')}</span>
            <Money minor={slip.remaining} asset={asset} tone="owes" />
          </span>
          <ChevronDown size={20} aria-hidden className={styles.mark} />
        </summary>
        <Lines slip={slip} asset={asset} />
      </details>
    </li>
  );
}

function Lines({ slip, asset }: { slip: OwnSlip; asset: Asset }) {
  const t = useTranslations('customer.slips');
  const sums = [
    { label: t('tax'), minor: slip.tax, isShown: slip.tax > 0n },
    { label: t('discount'), minor: -slip.discount, isShown: slip.discount > 0n },
    { label: t('total'), minor: slip.total, isShown: true },
    { label: t('paid'), minor: -slip.paid, isShown: slip.paid > 0n },
  ];
  return (
    <dl className={styles.lines}>
      {slip.lines.map(({ item, description, quantity, total }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a slip never change.
        <div key={`${item} ${at}`} className={styles.line}>
          <dt>
            <span className={styles.quantity}>{`${quantity} × `}</span>
            {description}
          </dt>
          <dd>
            <Money minor={total} asset={asset} size="small" decimals="all" currencyHidden />
          </dd>
        </div>
      ))}
      {sums
        .filter(({ isShown }) => isShown)
        .map(({ label, minor }) => (
          <div key={label} className={styles.sum}>
            <dt>{label}</dt>
            <dd>
              <Money minor={minor} asset={asset} size="small" decimals="all" currencyHidden />
            </dd>
          </div>
        ))}
    </dl>
  );
}
