import { useTranslations } from 'use-intl';
import { Switch } from '../../ui/Switch.tsx';
import styles from './Messages.module.css';
import { type MessagesHere, useMessages } from './useMessages.ts';

/** Messages on this device: on or off, and with amounts or without. */
export function Messages() {
  const t = useTranslations('customer.messages');
  const here = useMessages();
  const { messages, hindrance, busy, turn, showAmounts } = here;
  const isOn = messages?.on ?? false;
  return (
    <section aria-labelledby="messages">
      <h2 id="messages" className={styles.title}>
        {t('title')}
      </h2>
      <div className={styles.list}>
        <Switch
          label={t('on')}
          hint={t('onHint')}
          checked={isOn}
          busy={busy}
          reason={hindrance === null ? undefined : t(`hindrance.${hindrance}`)}
          onChange={turn}
        />
        {isOn && (
          <Switch
            label={t('amounts')}
            hint={t('amountsHint')}
            checked={messages?.showAmounts ?? false}
            busy={busy}
            onChange={showAmounts}
          />
        )}
      </div>
      <Failure here={here} />
    </section>
  );
}

/** Why a wish about messages was not fulfilled. */
export function Failure({ here: { error, hindrance } }: { here: MessagesHere }) {
  const t = useTranslations('customer.messages');
  // The reason stands at the switch.
  if (error === null || hindrance !== null) return null;
  const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
  return (
    <p role="alert" className={styles.failure}>
      {isRefused ? t('notAllowed') : t('failed')}
    </p>
  );
}
