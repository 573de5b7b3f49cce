import { lazy, type ReactNode, Suspense } from 'react';
import styles from './Papers.module.css';

const SettingsMenu = lazy(() =>
  import('../../shell/SettingsMenu.tsx').then((part) => ({ default: part.SettingsMenu })),
);

/** A page for those who are not signed in: nothing of the console around it but the language. */
export function PublicPage({ children }: { children: ReactNode }) {
  return (
    <main className={styles.page}>
      {children}
      <div className={styles.tools}>
        <Suspense>
          <SettingsMenu />
        </Suspense>
      </div>
    </main>
  );
}
