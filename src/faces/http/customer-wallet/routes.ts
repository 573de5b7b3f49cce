/** The customer-wallet face: spec/customer-wallet.md. */
import type { App, Services } from '../app.ts';
import { handleNotFound } from '../not-found.ts';
import { sendWalletError } from './errors.ts';
import { WalletFinder } from './find.ts';
import { customerWalletReadRoutes } from './read-routes.ts';
import { type CustomerWalletSettings, customerWalletWriteRoutes } from './write-routes.ts';

export type { CustomerWalletSettings } from './write-routes.ts';

/** To be registered in a scope of its own: its errors have an envelope of their own. */
export function customerWalletRoutes(app: App, services: Services, settings: CustomerWalletSettings): void {
  app.setErrorHandler(sendWalletError);
  handleNotFound(app);
  const finder = new WalletFinder(services);
  customerWalletWriteRoutes(app, services, finder, settings);
  customerWalletReadRoutes(app, services, finder);
}
