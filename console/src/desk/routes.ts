/** The screens of this area. Each is a part of its own, loaded when someone goes there. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/roots.tsx';
import { loadWords } from '../words/store.ts';

const deskRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'desk',
  loader: () => loadWords('desk'),
});

const deskIndexRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./DeskIndex.tsx')),
});

export const deskRoutes = deskRoute.addChildren([deskIndexRoute]);
