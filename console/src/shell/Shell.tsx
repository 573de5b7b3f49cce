import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useKeys } from '../keys/registry.ts';
import { useSession } from '../session/session.ts';
import { Banners } from './Banners.tsx';
import { Mark } from './Mark.tsx';
import { MenuPlaceholders } from './MenuPlaceholders.tsx';
import { type Place, placesOf } from './navigation.ts';
import styles from './Shell.module.css';
import { SyncPill } from './SyncPill.tsx';

const ShellMenus = lazy(() => import('./ShellMenus.tsx'));
const Palette = lazy(() => import('../keys/Palette.tsx'));
const Help = lazy(() => import('../keys/Help.tsx'));

type Overlay = 'palette' | 'help' | null;

/** The frame: where one can go, whether all is sent, who is signed in; and the screen in the middle. */
export function Shell() {
  const t = useTranslations('shell');
  const session = useSession();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const places = session === null ? [] : placesOf(session.role);
  useShellKeys(places, setOverlay);
  useToSignIn(session === null);
  const close = () => setOverlay(null);

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <header className={styles.bar}>
        <Link to="/" className={styles.name}>
          <Mark />
          {t('name')}
        </Link>
        <div className={styles.tools}>
          <SyncPill />
          <Suspense fallback={<MenuPlaceholders />}>
            <ShellMenus onHelp={() => setOverlay('help')} />
          </Suspense>
        </div>
      </header>
      <nav className={styles.nav} aria-label={t('nav.label')}>
        {places
          .filter(({ isPart }) => !isPart)
          .map(({ to, name, icon: Icon, exact = false }) => (
            <Link
              key={to}
              to={to}
              className={styles.place}
              activeOptions={{ exact, includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              <Icon size={22} aria-hidden />
              <span className={styles.label}>{t(`nav.${name}`)}</span>
            </Link>
          ))}
      </nav>
      <div className={styles.middle}>
        <Banners />
        <main id="content" className={styles.content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Suspense>
        {overlay === 'palette' && <Palette onClose={close} />}
        {overlay === 'help' && <Help onClose={close} />}
      </Suspense>
    </div>
  );
}

function useShellKeys(places: readonly Place[], open: (overlay: Overlay) => void): void {
  const t = useTranslations('shell');
  const navigate = useNavigate();
  useKeys([
    ...places.map(({ to, name, key }) => ({
      keys: `g ${key}`,
      label: t(`nav.${name}`),
      run: () => void navigate({ to }),
    })),
    { keys: '/', label: t('keys.search'), run: focusSearch },
    { keys: 'mod+k', label: t('keys.openPalette'), run: () => open('palette'), inPalette: false },
    { keys: '?', label: t('keys.openHelp'), run: () => open('help') },
  ]);
}

/** The search of the screen, where it has one. */
function focusSearch(): void {
  document.querySelector<HTMLInputElement>('main [data-search]')?.focus();
}

/** Someone signed out, here or in another tab. */
function useToSignIn(signedOut: boolean): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (signedOut) void navigate({ to: '/sign-in', search: {} });
  }, [signedOut, navigate]);
}
