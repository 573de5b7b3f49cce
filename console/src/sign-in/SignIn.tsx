import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { consoleSettings } from '../api/console-settings.ts';
import type { Session } from '../session/token.ts';
import { Mark } from '../shell/Mark.tsx';
import { homeOf } from '../shell/navigation.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { signInRoute } from './routes.ts';
import styles from './SignIn.module.css';
import { TokenForm } from './TokenForm.tsx';

const SettingsMenu = lazy(() => import('../shell/SettingsMenu.tsx').then((file) => ({ default: file.SettingsMenu })));
const ProviderSignIn = lazy(() => import('./ProviderSignIn.tsx'));

export default function SignIn() {
  const t = useTranslations('shell');
  const { to } = signInRoute.useSearch();
  const navigate = useNavigate();
  const { data: settings, isPending } = useQuery(consoleSettings);
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('name')}`;
  }, [t]);

  const enter = ({ role }: Session, wanted = to) =>
    void navigate({ to: isOwnAddress(wanted) ? wanted : homeOf(role), replace: true });
  // Without a network nothing is known of the provider; a token can be checked later.
  const takesTokens = settings?.features.token_sign_in ?? !isPending;

  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <span className={styles.name}>
          <Mark />
          {t('name')}
        </span>
        <Suspense>
          <SettingsMenu />
        </Suspense>
      </header>
      <main className={styles.card}>
        <h1 className={styles.title}>{t('signIn.title')}</h1>
        {isPending && <Skeleton shape="field" count={2} />}
        {settings?.oidc && (
          <Suspense fallback={<Skeleton shape="field" />}>
            <ProviderSignIn issuer={settings.oidc.issuer} clientId={settings.oidc.client_id} to={to} onDone={enter} />
          </Suspense>
        )}
        {settings?.oidc && takesTokens && <p className={styles.or}>{t('signIn.or')}</p>}
        {takesTokens && <TokenForm onDone={enter} />}
      </main>
    </div>
  );
}

/** Only within the console: an address from elsewhere must not lead away from it. */
const isOwnAddress = (to: string | undefined): to is string =>
  to !== undefined && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in');
