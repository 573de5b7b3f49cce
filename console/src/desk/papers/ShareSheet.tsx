import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { copyText } from '../../operations/CopyButton.tsx';
import { announce } from '../../ui/Announcer.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Sheet } from '../../ui/Dialog.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './Papers.module.css';
import { Qr } from './Qr.tsx';
import { canShare, shareOut, whatsAppLink } from './share.ts';

export interface ShareSheetProps {
  readonly title: string;
  readonly phone: string | null;
  /** Makes the link, or gives the one that was made; null where that can't be done now. */
  readonly makeLink: () => Promise<string | null>;
  readonly onClose: () => void;
}

/** A link that opens this paper for whoever has it: as a code, in a chat, or by whatever the device offers. */
export function ShareSheet({ title, phone, makeLink, onClose }: ShareSheetProps) {
  const t = useTranslations('papers');
  const link = useLink(makeLink);
  return (
    <Sheet open onClose={onClose} title={t('share')} description={t('shareHint')}>
      {link === 'making' && (
        <div aria-busy="true">
          <Skeleton shape="card" />
        </div>
      )}
      {link === null && <Banner tone="warn">{t('noLink')}</Banner>}
      {link !== 'making' && link !== null && (
        <div className={styles.share}>
          <div className={styles.code}>
            <Qr text={link} label={t('verifyCode')} />
          </div>
          <p className={styles.link}>{link}</p>
          <div className={styles.actions}>
            <Button tone="primary" onClick={() => void copyText(link).then(() => announce(t('copied')))}>
              {t('copyLink')}
            </Button>
            <ButtonLink href={whatsAppLink(`${title}: ${link}`, phone)}>{t('whatsApp')}</ButtonLink>
            {canShare() && <Button onClick={() => void shareOut({ title, url: link })}>{t('shareOut')}</Button>}
          </div>
        </div>
      )}
    </Sheet>
  );
}

function useLink(make: () => Promise<string | null>): string | null | 'making' {
  const [link, setLink] = useState<string | null | 'making'>('making');
  const onOpen = useEffectEvent(make);
  useEffect(() => {
    let isCurrent = true;
    void onOpen().then((made) => isCurrent && setLink(made));
    return () => {
      isCurrent = false;
    };
  }, []);
  return link;
}
