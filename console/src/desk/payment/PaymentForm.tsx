import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useKeys } from '../../keys/registry.ts';
import { useLiveCustomer } from '../../live/hooks.ts';
import { useOnline } from '../../shell/online.ts';
import { ToggleChip } from '../../ui/Chip.tsx';
import { Money } from '../../ui/Money.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { nameOf } from '../customer/person.ts';
import type { Customer, Standing } from '../customer/useCustomer.ts';
import { useTillStore } from '../till/store.ts';
import { Trouble } from '../till/Trouble.tsx';
import { type Outcome, useWrite } from '../till/write.ts';
import { Allocations } from './Allocations.tsx';
import { ChangeDue } from './ChangeDue.tsx';
import { Commit } from './Commit.tsx';
import styles from './Payment.module.css';
import { PaymentDone } from './PaymentDone.tsx';
import { addTender, beginPayment, changeOf, type Method, type Payment, problemOf, receivedBy } from './payment.ts';
import { paymentIntent } from './payment-intent.ts';
import { Tenders } from './Tenders.tsx';

interface PaymentFormProps {
  readonly customer: Customer;
  readonly standing: Standing;
  /** In which currencies something can be paid. */
  readonly choices: readonly Standing[];
}

export function PaymentForm({ customer, standing, choices }: PaymentFormProps) {
  const t = useTranslations('desk.payment');
  const navigate = useNavigate();
  const { slip } = useSearch({ from: '/shell/desk/customers/$customerId/payment' });
  const { store } = useTillStore();
  const online = useOnline();
  const { person, account, isKnown } = customer;
  const { asset } = standing;
  useLiveCustomer(person.id);
  // What was open when the payment began: somebody counts notes by it.
  const [slips] = useState(() => account?.slips?.filter(({ currency }) => currency === asset.code) ?? null);
  const [payment, setPayment] = useState(() => beginPayment(slips, slip, standing.owes));
  const [recorded, setRecorded] = useState<{ outcome: Outcome; payment: Payment } | null>(null);
  const write = useWrite((outcome) => setRecorded({ outcome, payment }));
  const problem = problemOf(payment);

  const commit = () => {
    if (problem !== null) return;
    const intent = paymentIntent({
      payment,
      customer,
      store,
      asset,
      sharesItself: slips === null || (!online && slip === undefined),
    });
    void write.run(intent, { customerKnown: isKnown, tenders: payment.tenders.map(({ method }) => method) });
  };
  const tender = (method: Method) => setPayment(addTender(payment, method));
  useKeys([
    { keys: 'mod+Enter', label: t('commit'), run: commit, inPalette: false },
    { keys: 'mod+m', label: t('add.MOBILE'), run: () => tender('MOBILE') },
    { keys: 'mod+d', label: t('add.CARD'), run: () => tender('CARD') },
    { keys: 'mod+b', label: t('add.BANK_TRANSFER'), run: () => tender('BANK_TRANSFER') },
    {
      keys: 'mod+s',
      label: t('storeChange'),
      run: () => setPayment({ ...payment, storesChange: !payment.storesChange }),
    },
  ]);

  const params = { customerId: person.id };
  const back = () => void navigate({ to: '/desk/customers/$customerId', params, search: {} });
  const header = <PageHeader title={t('title')} subtitle={nameOf(person)} onBack={back} />;
  if (recorded) {
    return (
      <>
        {header}
        <PaymentDone {...recorded} slips={slips ?? []} customer={customer} asset={asset} />
      </>
    );
  }
  return (
    <>
      {header}
      <div className={styles.screen}>
        <div className={styles.column}>
          <section className={styles.due} aria-label={t('due')}>
            <p className={styles.label}>{payment.due === 0n ? t('nothingDue') : t('due')}</p>
            <Money minor={payment.due} asset={asset} size="huge" />
            {choices.length > 1 && (
              <fieldset className={styles.chips} aria-label={t('currency')}>
                {choices.map(({ asset: { code } }) => (
                  <ToggleChip
                    key={code}
                    label={code}
                    pressed={code === asset.code}
                    onChange={() =>
                      void navigate({
                        to: '/desk/customers/$customerId/payment',
                        params,
                        search: { currency: code },
                        replace: true,
                      })
                    }
                  />
                ))}
              </fieldset>
            )}
          </section>
          <Tenders payment={payment} asset={asset} onChange={setPayment} onAdd={tender} />
        </div>
        <div className={styles.column}>
          {changeOf(payment) > 0n && (
            <ChangeDue
              change={changeOf(payment)}
              asset={asset}
              stores={payment.storesChange}
              onChange={(storesChange) => setPayment({ ...payment, storesChange })}
            />
          )}
          {slips === null ? (
            <p className={styles.label}>{t('sharedOut')}</p>
          ) : (
            <Allocations payment={payment} slips={slips} standing={standing} onChange={setPayment} />
          )}
          <Trouble trouble={write.trouble} />
          <Commit
            payment={payment}
            asset={asset}
            received={receivedBy(payment)}
            problem={problem}
            busy={write.busy}
            onCommit={commit}
          />
        </div>
      </div>
    </>
  );
}
