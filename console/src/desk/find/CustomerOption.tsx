import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import type { CustomerHit } from '../../cache/cache.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Money } from '../../ui/Money.tsx';
import { maskedPhone, nameOf } from '../customer/person.ts';
import styles from './CustomerOption.module.css';

export interface CustomerOptionProps {
  readonly id: string;
  readonly hit: CustomerHit;
  readonly selected: boolean;
  readonly onOpen: () => void;
}

/** One customer of the list: enough to be sure that it is them, and how they stand. */
export function CustomerOption({ id, hit: { customer, account, slip }, selected, onOpen }: CustomerOptionProps) {
  const t = useTranslations('desk.find');
  const { nickname, phone, code, frozen } = customer;
  const marks = [
    customer.name !== null && nickname !== null && nickname !== customer.name ? nickname : null,
    code,
    maskedPhone(phone),
    slip && t('slip', { number: slip.number }),
  ].filter((mark) => mark !== null);
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={styles.option}
      onClick={onOpen}
    >
      <span className={styles.who}>
        <span className={styles.name}>
          {nameOf(customer)} {frozen && <Chip state="frozen" />}
        </span>
        <span className={styles.marks}>{marks.join(' · ')}</span>
      </span>
      <span className={styles.amounts}>
        {account?.balances.map((balance) => (
          <Standing key={balance.currency} {...balance} />
        ))}
      </span>
    </button>
  );
}

/** In one currency; what is nothing is not said. */
function Standing({ currency, wallet, owes }: { currency: string; wallet: bigint; owes: bigint }) {
  const t = useTranslations('desk.find');
  const asset = useQuery(assetsQuery).data?.get(currency);
  if (!asset || (wallet === 0n && owes === 0n)) return null;
  return (
    <>
      {owes !== 0n && (
        <span className={styles.amount}>
          <span className={styles.label}>{t('owes')}</span>{' '}
          <Money minor={owes} asset={asset} tone="owes" size="small" />
        </span>
      )}
      {wallet !== 0n && (
        <span className={styles.amount}>
          <span className={styles.label}>{t('wallet')}</span>{' '}
          <Money minor={wallet} asset={asset} tone="wallet" size="small" />
        </span>
      )}
    </>
  );
}
