/** The screens of this area. Each is a part of its own, loaded when someone goes there. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/roots.tsx';
import { loadWords } from '../words/store.ts';

const customerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'me',
  loader: () => loadWords('customer'),
});

const customerIndexRoute = createRoute({
  getParentRoute: () => customerRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./CustomerIndex.tsx')),
});

export const customerRoutes = customerRoute.addChildren([customerIndexRoute]);
