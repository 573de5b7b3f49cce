import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './ScreenPending.module.css';

/** The place of a screen whose part is still on its way. */
export function ScreenPending() {
  return (
    <div className={styles.screen} aria-busy="true">
      <Skeleton shape="title" />
      <Skeleton shape="field" count={4} />
    </div>
  );
}

/** The same for a page without the frame around it. */
export function PagePending() {
  return (
    <main className={styles.page}>
      <ScreenPending />
    </main>
  );
}
