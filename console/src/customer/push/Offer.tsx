import { BellRing } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Messages.module.css';
import { Failure } from './Messages.tsx';
import { declineOffer, hasActed, hasDeclined } from './offered.ts';
import { useMessages } from './useMessages.ts';

/** Offers messages once, to who has used their wallet already and could have them here. */
export function Offer() {
  const t = useTranslations('customer.messages');
  const acted = useStore(hasActed);
  const declined = useStore(hasDeclined);
  const here = useMessages();
  const { messages, hindrance, busy, turn } = here;
  if (!acted || declined || hindrance !== null || messages === undefined || messages.on) return null;
  return (
    <section className={styles.offer} aria-labelledby="offer">
      <BellRing size={24} aria-hidden />
      <div className={styles.words}>
        <h2 id="offer" className={styles.offerTitle}>
          {t('offer')}
        </h2>
        <p className={styles.text}>{t('offerHint')}</p>
        <div className={styles.actions}>
          <Button size="small" tone="primary" busy={busy} onClick={() => turn(true)}>
            {t('turnOn')}
          </Button>
          <Button size="small" tone="quiet" onClick={declineOffer}>
            {t('notNow')}
          </Button>
        </div>
        <Failure here={here} />
      </div>
    </section>
  );
}
