import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/roots.tsx';
import { PagePending } from '../shell/ScreenPending.tsx';

/** What the page was opened with: the router drops from the address what it does not know. */
let openedWith: string = globalThis.location?.search ?? '';

/** What a provider may have sent people back with; a code is good for one use, so it is given once. */
export function takeOpenedWith(): string {
  const taken = openedWith;
  openedWith = '';
  return taken;
}

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
