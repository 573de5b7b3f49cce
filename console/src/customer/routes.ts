/** The screens of this area. Each is a part of its own, loaded when someone goes there. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { shellRoute } from '../shell/roots.tsx';
import { loadWords } from '../words/store.ts';

const customerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'me',
  loader: () => loadWords('customer'),
});

/** Papers say the same to everyone, and what happened in the words of the desk. */
const paperWords = () => Promise.all([loadWords('papers'), loadWords('desk')]);

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const walletRoute = createRoute({
  getParentRoute: () => customerRoute,
  path: '/',
  validateSearch: ({
    currency,
    transaction,
  }: Record<string, unknown>): { currency?: string; transaction?: string } => ({
    ...(text(currency) !== undefined && { currency: text(currency) as string }),
    ...(text(transaction) !== undefined && { transaction: text(transaction) as string }),
  }),
  // The address that stands in push messages.
  beforeLoad({ search: { transaction } }) {
    if (transaction !== undefined)
      throw redirect({ to: '/me/receipts/$transactionId', params: { transactionId: transaction }, replace: true });
  },
  component: lazyRouteComponent(() => import('./Wallet.tsx')),
});

const codeRoute = createRoute({
  getParentRoute: () => customerRoute,
  path: 'code',
  component: lazyRouteComponent(() => import('./MemberCode.tsx')),
});

const receiptRoute = createRoute({
  getParentRoute: () => customerRoute,
  path: 'receipts/$transactionId',
  loader: paperWords,
  component: lazyRouteComponent(() => import('./Receipt.tsx')),
});

export interface StatementSearch {
  readonly currency?: string;
  /** The first and the last day, as `2026-11-21`. */
  readonly from?: string;
  readonly to?: string;
}

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

const statementRoute = createRoute({
  getParentRoute: () => customerRoute,
  path: 'statement',
  validateSearch: ({ currency, from, to }: Record<string, unknown>): StatementSearch => ({
    ...(text(currency) !== undefined && { currency: text(currency) as string }),
    ...(day(from) !== undefined && { from: day(from) as string }),
    ...(day(to) !== undefined && { to: day(to) as string }),
  }),
  loader: paperWords,
  component: lazyRouteComponent(() => import('./statement/Statement.tsx')),
});

export const customerRoutes = customerRoute.addChildren([walletRoute, codeRoute, receiptRoute, statementRoute]);
