import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../session/session.ts';
import styles from './Frame.module.css';
import { sectionsOf } from './sections.ts';

const TRANSACTIONS = '/operations/transactions/';

/** The ways between the parts of operations, and the part that is open. */
export default function Frame() {
  const t = useTranslations('operations');
  const session = useSession();
  const nav = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // On a phone the row is wider than the window: the part that is open is always in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the part changes with the path.
  useEffect(() => {
    const open = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (nav.current && open) {
      nav.current.scrollTo({ left: open.offsetLeft - (nav.current.clientWidth - open.offsetWidth) / 2 });
    }
  }, [path]);
  return (
    <>
      <nav ref={nav} className={styles.sections} aria-label={t('title')}>
        {sectionsOf(session?.role ?? '').map(({ to, name, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            className={styles.section}
            activeProps={{ 'aria-current': 'page' }}
            // A transaction is a page of the ledger, wherever one came from.
            {...(name === 'ledger' && path.startsWith(TRANSACTIONS) && { 'aria-current': 'page' as const })}
          >
            <Icon size={18} aria-hidden />
            {t(`sections.${name}`)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
