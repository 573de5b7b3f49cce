import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useInstall } from './install.ts';

/** What makes a queue safe from being cleared by the browser: leave to keep it, and a place on the Home Screen. */
export function KeepSafe() {
  const t = useTranslations('outbox.keepSafe');
  const [kept, askToKeep] = useKept();
  const install = useInstall();
  return (
    <>
      {kept === false && (
        <Banner
          tone="warn"
          action={
            <Button size="small" onClick={askToKeep}>
              {t('keep')}
            </Button>
          }
        >
          {t('notKept')}
        </Banner>
      )}
      {install.way === 'ask' && (
        <Banner
          action={
            <Button size="small" onClick={install.ask}>
              {t('install')}
            </Button>
          }
        >
          {t('installHint')}
        </Banner>
      )}
      {install.way === 'byHand' && <Banner>{t('homeScreen')}</Banner>}
    </>
  );
}

/** Whether the browser has promised not to clear what is kept here; null where it does not say. */
function useKept(): [boolean | null, () => void] {
  const [kept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setKept);
  }, []);
  const ask = () => void navigator.storage.persist().then(setKept);
  return [kept, ask];
}
