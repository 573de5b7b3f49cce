/** The credit-wallet face: spec/credit-wallet.md. */
import type { App, Services } from '../app.ts';
import { translateMessage } from '../languages.ts';
import { handleNotFound } from '../not-found.ts';
import { creditAuditRoutes } from './audit-routes.ts';
import { sendCreditError } from './errors.ts';
import { creditReadRoutes } from './read-routes.ts';
import { type CreditSettings, creditWriteRoutes } from './write-routes.ts';

export type { CreditSettings } from './write-routes.ts';

/** To be registered in a scope of its own: its errors have an envelope of their own. */
export function creditRoutes(app: App, services: Services, settings: CreditSettings): void {
  app.setErrorHandler(sendCreditError);
  handleNotFound(app);
  app.addHook('preSerialization', translateMessage);
  creditWriteRoutes(app, services, settings);
  creditReadRoutes(app, services);
  creditAuditRoutes(app, services);
}
