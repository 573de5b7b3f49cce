import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Qr } from '../desk/papers/Qr.tsx';
import { useSession } from '../session/session.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import styles from './MemberCode.module.css';
import { noteAction } from './push/offered.ts';

/** The code that a till reads to open this customer. It needs no network. */
export default function MemberCode() {
  const t = useTranslations('customer.code');
  const subject = useSession()?.subject ?? '';
  useEffect(noteAction, []);
  useBrightScreen();
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('hint')} />
      <figure className={styles.card}>
        <Qr text={subject} label={t('image', { id: subject })} />
        <figcaption className={styles.text}>{subject}</figcaption>
      </figure>
    </>
  );
}

/** The screen does not go dark while somebody looks for the scanner, where the browser allows that. */
function useBrightScreen(): void {
  useEffect(() => {
    let isOpen = true;
    const lock = navigator.wakeLock?.request('screen').catch(() => undefined);
    void lock?.then((held) => {
      if (!isOpen) void held?.release();
    });
    return () => {
      isOpen = false;
      void lock?.then((held) => held?.release());
    };
  }, []);
}
