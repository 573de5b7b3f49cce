/** The screens of this area. Each is a part of its own, loaded when someone goes there. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/roots.tsx';
import { loadWords } from '../words/store.ts';

const outboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'outbox',
  // How a supervisor gives leave is the desk's.
  loader: () => Promise.all([loadWords('outbox'), loadWords('desk')]),
});

const outboxIndexRoute = createRoute({
  getParentRoute: () => outboxRoute,
  path: '/',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } =>
    typeof q === 'string' || typeof q === 'number' ? { q: String(q) } : {},
  component: lazyRouteComponent(() => import('./OutboxIndex.tsx')),
});

export const outboxRoutes = outboxRoute.addChildren([outboxIndexRoute]);
