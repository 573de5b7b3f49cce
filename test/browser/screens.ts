import type { Role } from '../../src/tokens.ts';

export interface Screen {
  readonly path: string;
  /** Who looks at it; nobody for the pages before sign-in. */
  readonly as: Role | null;
}

/** Every screen: checked by axe in all forms, and photographed by `npm run console:screenshots`. */
export const SCREENS: readonly Screen[] = [
  { path: '/sign-in', as: null },
  { path: '/_gallery', as: null },
  { path: '/verify', as: null },
  { path: '/desk', as: 'staff' },
  { path: '/outbox', as: 'staff' },
  { path: '/operations', as: 'staff' },
  { path: '/operations/ledger', as: 'staff' },
  { path: '/operations/audit', as: 'staff' },
  { path: '/operations/integrity', as: 'staff' },
  { path: '/operations/events', as: 'staff' },
  { path: '/operations/flow', as: 'staff' },
  { path: '/operations/settings', as: 'staff' },
  { path: '/me', as: 'customer' },
  { path: '/me/statement', as: 'customer' },
  { path: '/me/code', as: 'customer' },
];
