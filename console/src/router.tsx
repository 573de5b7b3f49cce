import { createRoute, createRouter, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { consoleSettings } from './api/console-settings.ts';
import { queryClient } from './api/queries.ts';
import { customerRoutes } from './customer/routes.ts';
import { sharedReceiptRoute, verifyRoute } from './desk/papers/public-routes.ts';
import { deskRoutes } from './desk/routes.ts';
import { operationsRoutes } from './operations/routes.ts';
import { outboxRoutes } from './outbox-screen/routes.ts';
import { sessionStore } from './session/session.ts';
import { homeOf } from './shell/navigation.ts';
import { rootRoute, shellRoute } from './shell/roots.tsx';
import { PagePending, ScreenPending } from './shell/ScreenPending.tsx';
import { signInRoute } from './sign-in/routes.ts';
import { loadWords } from './words/store.ts';

const startRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad() {
    const { session } = sessionStore.get();
    if (session !== null) throw redirect({ to: homeOf(session.role), replace: true });
  },
});

/** Every component in every state, for those who build the console; there is none in production. */
const galleryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/_gallery',
  async loader() {
    const { environment } = await queryClient.ensureQueryData(consoleSettings);
    if (environment === 'production') throw notFound();
    await loadWords('gallery');
  },
  component: lazyRouteComponent(() => import('./gallery/Gallery.tsx')),
  pendingComponent: PagePending,
});

const routeTree = rootRoute.addChildren([
  shellRoute.addChildren([startRoute, deskRoutes, outboxRoutes, operationsRoutes, customerRoutes]),
  signInRoute,
  sharedReceiptRoute,
  verifyRoute,
  galleryRoute,
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: ScreenPending,
  defaultPendingMs: 150,
  // The skeleton has the places of what comes: nothing jumps when it goes, so that nobody need wait for it.
  defaultPendingMinMs: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
