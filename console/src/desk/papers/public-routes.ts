/** Papers that are looked at without signing in. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../shell/roots.tsx';
import { PagePending } from '../../shell/ScreenPending.tsx';
import { loadWords } from '../../words/store.ts';

// The names of entries are those of the desk.
const loader = () => Promise.all([loadWords('papers'), loadWords('desk')]);

export const sharedReceiptRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/r/$token',
  loader,
  component: lazyRouteComponent(() => import('./SharedReceipt.tsx')),
  pendingComponent: PagePending,
});

export const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify',
  loader,
  component: lazyRouteComponent(() => import('./Verify.tsx')),
  pendingComponent: PagePending,
});
