import { useTranslations } from 'use-intl';
import { formatAmount } from '../../money/format.ts';
import type { WaitingEffect } from '../../outbox/effects.ts';
import { BalanceCard } from '../../ui/BalanceCard.tsx';
import { CardGrid } from '../../ui/CardGrid.tsx';
import { LOCALES, useLanguage } from '../../words/store.ts';
import styles from './Balances.module.css';
import { type Customer, creditLeft, type Standing, useStandings, useWaiting } from './useCustomer.ts';

/** A card for each currency: never one number for two of them, nor for what is known and what still waits. */
export function Balances({ customer }: { customer: Customer }) {
  const { account, isKnownOnly, person } = customer;
  const standings = useStandings(account);
  const waiting = useWaiting(person.id);
  return (
    <CardGrid>
      {standings.map((standing) => {
        const { asset, wallet, owes } = standing;
        const slips = account?.slips?.filter(({ currency }) => currency === asset.code);
        const left = creditLeft(standing);
        const effect = waiting.get(asset.code);
        return (
          <BalanceCard
            key={asset.code}
            {...{ asset, wallet, owes, isKnownOnly }}
            asOf={account?.asOf ?? Date.now()}
            {...(slips && (slips.length > 0 || standing === standings[0]) && { openSlips: slips.length })}
            {...(typeof left === 'bigint' && { creditLeft: left })}
            {...(effect && { actions: <Waiting effect={effect} standing={standing} /> })}
          />
        );
      })}
    </CardGrid>
  );
}

/** What is queued here, beside the balance. */
function Waiting({
  effect: { wallet, owes, paid, count },
  standing: { asset },
}: {
  effect: WaitingEffect;
  standing: Standing;
}) {
  const t = useTranslations('desk.customer');
  const locale = LOCALES[useLanguage()];
  const amount = (minor: bigint) => formatAmount(minor, asset, locale, { signs: 'always' });
  const parts = [
    owes !== 0n && t('waitingOwes', { amount: amount(owes) }),
    wallet !== 0n && t('waitingWallet', { amount: amount(wallet) }),
    paid !== 0n && t('waitingPaid', { amount: amount(paid) }),
  ].filter((part) => part !== false);
  return (
    <p className={styles.waiting}>
      {t('waiting', { count })} {parts.join(' · ')}
    </p>
  );
}
