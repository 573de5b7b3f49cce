/** The routes that all others hang on: the page, and in it the frame with navigation for whoever is signed in. */
import { createRootRoute, createRoute, redirect } from '@tanstack/react-router';
import { sessionStore } from '../session/session.ts';
import { NotFound } from './NotFound.tsx';
import { Page } from './Page.tsx';
import { ScreenError } from './ScreenError.tsx';
import { Shell } from './Shell.tsx';

export const rootRoute = createRootRoute({
  component: Page,
  notFoundComponent: NotFound,
  errorComponent: ScreenError,
});

/** Areas are children of this one: `createRoute({ getParentRoute: () => shellRoute, path: 'desk', ... })`. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  beforeLoad({ location }) {
    if (sessionStore.get().session === null) throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
});
