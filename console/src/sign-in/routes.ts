import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/roots.tsx';
import { PagePending } from '../shell/ScreenPending.tsx';

/**
 * What the page was opened with. The router drops what it does not know from the address, and that includes what a
 * provider sends people back with.
 */
export const OPENED_WITH: string = globalThis.location?.search ?? '';

export interface SignInSearch {
  /** Where they wanted to go. */
  readonly to?: string;
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ to }: Record<string, unknown>): SignInSearch => (typeof to === 'string' ? { to } : {}),
  component: lazyRouteComponent(() => import('./SignIn.tsx')),
  pendingComponent: PagePending,
});
