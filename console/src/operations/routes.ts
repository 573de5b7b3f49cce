/** The screens of this area. Each is a part of its own, loaded when someone goes there. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/roots.tsx';
import { loadWords } from '../words/store.ts';
import { auditSearch } from './audit/search.ts';
import { eventsSearch } from './events/search.ts';
import { explorerSearch } from './explorer/search.ts';
import { flowSearch } from './flow/search.ts';
import { settingsSearch } from './settings/search.ts';

const operationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'operations',
  // The names of entries are those of the desk.
  loader: () => Promise.all([loadWords('operations'), loadWords('desk')]),
  component: lazyRouteComponent(() => import('./Frame.tsx')),
});

const operationsIndexRoute = createRoute({
  getParentRoute: () => operationsRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./OperationsIndex.tsx')),
});

const ledgerRoute = createRoute({
  getParentRoute: () => operationsRoute,
  path: 'ledger',
  validateSearch: explorerSearch,
  component: lazyRouteComponent(() => import('./explorer/Explorer.tsx')),
});

const transactionRoute = createRoute({
  getParentRoute: () => operationsRoute,
  path: 'transactions/$transactionId',
  // What is said of a proof is what is said of a receipt's.
  loader: () => loadWords('papers'),
  component: lazyRouteComponent(() => import('./transaction/Transaction.tsx')),
});

const auditRoute = createRoute({
  getParentRoute: () => operationsRoute,
  path: 'audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('./audit/Audit.tsx')),
});

const integrityRoute = createRoute({
  getParentRoute: () => operationsRoute,
  path: 'integrity',
  component: lazyRouteComponent(() => import('./integrity/Integrity.tsx')),
});

const eventsRoute = createRoute({
  getParentRoute: () => operationsRoute,
  path: 'events',
  validateSearch: eventsSearch,
  component: lazyRouteComponent(() => import('./events/Events.tsx')),
});

const flowRoute = createRoute({
  getParentRoute: () => operationsRoute,
  path: 'flow',
  validateSearch: flowSearch,
  component: lazyRouteComponent(() => import('./flow/MoneyFlow.tsx')),
});

const settingsRoute = createRoute({
  getParentRoute: () => operationsRoute,
  path: 'settings',
  validateSearch: settingsSearch,
  component: lazyRouteComponent(() => import('./settings/Settings.tsx')),
});

export const operationsRoutes = operationsRoute.addChildren([
  operationsIndexRoute,
  ledgerRoute,
  transactionRoute,
  auditRoute,
  integrityRoute,
  eventsRoute,
  flowRoute,
  settingsRoute,
]);
