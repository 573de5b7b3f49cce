/** The screens of this area. Each is a part of its own, loaded when someone goes there. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/roots.tsx';
import { loadWords } from '../words/store.ts';

const outboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'outbox',
  loader: () => loadWords('outbox'),
});

const outboxIndexRoute = createRoute({
  getParentRoute: () => outboxRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./OutboxIndex.tsx')),
});

export const outboxRoutes = outboxRoute.addChildren([outboxIndexRoute]);
