/** The screens of this area. Each is a part of its own, loaded when someone goes there. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/roots.tsx';
import { loadWords } from '../words/store.ts';

const operationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'operations',
  loader: () => loadWords('operations'),
});

const operationsIndexRoute = createRoute({
  getParentRoute: () => operationsRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./OperationsIndex.tsx')),
});

export const operationsRoutes = operationsRoute.addChildren([operationsIndexRoute]);
