import { Link, Outlet } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useSession } from '../session/session.ts';
import styles from './Frame.module.css';
import { sectionsOf } from './sections.ts';

/** The ways between the parts of operations, and the part that is open. */
export default function Frame() {
  const t = useTranslations('operations');
  const session = useSession();
  return (
    <>
      <nav className={styles.sections} aria-label={t('title')}>
        {sectionsOf(session?.role ?? '').map(({ to, name, icon: Icon }) => (
          <Link key={to} to={to} className={styles.section} activeProps={{ 'aria-current': 'page' }}>
            <Icon size={18} aria-hidden />
            {t(`sections.${name}`)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
