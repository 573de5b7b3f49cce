/** The screens of this area. Each is a part of its own, loaded when someone goes there. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/roots.tsx';
import { loadWords } from '../words/store.ts';
import { isSheet, type SheetName } from './sheets/names.ts';

const deskRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'desk',
  loader: () => loadWords('desk'),
});

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

const given = <Search extends object>(search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;

const findRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string | undefined } => given({ q: text(q) }),
  component: lazyRouteComponent(() => import('./find/FindCustomer.tsx')),
});

const newCustomerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: 'new-customer',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string | undefined } => given({ q: text(q) }),
  component: lazyRouteComponent(() => import('./new-customer/NewCustomer.tsx')),
});

export interface CustomerSearch {
  /** Whose entries are shown. */
  readonly currency?: string | undefined;
  /** The sheet that is open, and what it is of: a transaction, a slip. */
  readonly sheet?: SheetName | undefined;
  readonly of?: string | undefined;
}

const customerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: 'customers/$customerId',
  validateSearch: ({ currency, sheet, of }: Record<string, unknown>): CustomerSearch =>
    given({ currency: text(currency), sheet: isSheet(sheet) ? sheet : undefined, of: text(of) }),
  component: lazyRouteComponent(() => import('./customer/Customer.tsx')),
});

const slipRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: 'customers/$customerId/slip',
  component: lazyRouteComponent(() => import('./slip/NewSlip.tsx')),
});

const paymentRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: 'customers/$customerId/payment',
  validateSearch: ({ currency, slip }: Record<string, unknown>): { currency?: string; slip?: string } =>
    given({ currency: text(currency), slip: text(slip) }) as { currency?: string; slip?: string },
  component: lazyRouteComponent(() => import('./payment/TakePayment.tsx')),
});

const papersLoader = () => loadWords('papers');

const receiptRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: 'receipts/$transactionId',
  loader: papersLoader,
  component: lazyRouteComponent(() => import('./papers/Receipt.tsx')),
});

const provisionalRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: 'provisional/$reference',
  loader: papersLoader,
  component: lazyRouteComponent(() => import('./papers/Provisional.tsx')),
});

const statementRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: 'customers/$customerId/statement',
  validateSearch: ({ currency, from, to }: Record<string, unknown>): StatementSearch =>
    given({ currency: text(currency), from: text(from), to: text(to) }),
  loader: papersLoader,
  component: lazyRouteComponent(() => import('./papers/Statement.tsx')),
});

/** Days as `2026-11-21`. */
interface StatementSearch {
  readonly currency?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export const deskRoutes = deskRoute.addChildren([
  findRoute,
  newCustomerRoute,
  customerRoute,
  slipRoute,
  paymentRoute,
  receiptRoute,
  provisionalRoute,
  statementRoute,
]);
