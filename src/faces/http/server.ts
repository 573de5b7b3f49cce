/** The HTTP server: what every request passes, and the faces behind it. */

import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import type { Registry } from 'prom-client';
import { answered } from '../../engine/failure.ts';
import type { Database } from '../../queries/database.ts';
import { LedgerNames } from '../../queries/ledgers.ts';
import type { VapidSettings } from '../push/vapid.ts';
import { requireAccess } from './access.ts';
import type { App, Services } from './app.ts';
import { Approvals } from './approvals/approvals.ts';
import { approvalRoutes } from './approvals/routes.ts';
import { assetRoutes } from './assets/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { Authenticator } from './authenticate.ts';
import { batchRoutes } from './batch/routes.ts';
import { readJsonBodies } from './body.ts';
import { refuseCardsInPaths } from './card-scan.ts';
import { closeAnsweredConnections, closeWhileStopping } from './closing.ts';
import { CONSOLE_FOLDER, serveConsole } from './console/serve.ts';
import { type ConsoleSettings, consoleSettingsRoutes } from './console/settings-routes.ts';
import { allowOrigins } from './cors.ts';
import { creditRoutes } from './credit/routes.ts';
import { creditLimitRoutes } from './credit-limits/routes.ts';
import { type CustomerWalletSettings, customerWalletRoutes } from './customer-wallet/routes.ts';
import { customerListRoutes } from './customers/list-routes.ts';
import { customerRoutes } from './customers/routes.ts';
import { customerSearchRoutes } from './customers/search-routes.ts';
import { Desk, type DeskLimits, NO_LIMITS } from './desk/desk.ts';
import { discardRoutes } from './discards/routes.ts';
import { entryRoutes } from './entries/routes.ts';
import { eventRoutes } from './events/routes.ts';
import { addGate, type RateLimits } from './gate.ts';
import { Readiness } from './health/readiness.ts';
import { healthRoutes } from './health/routes.ts';
import { integrityRoutes } from './integrity/routes.ts';
import { addMetrics } from './metrics.ts';
import { handleNotFound } from './not-found.ts';
import { describeApi, serveOpenapi } from './openapi.ts';
import { leaveOutside } from './outside.ts';
import { type OwnWalletSettings, ownWalletRoutes } from './own-wallet/routes.ts';
import { paymentRecordRoutes } from './payment-records/routes.ts';
import { pointRuleRoutes } from './point-rules/routes.ts';
import { sendProblem } from './problem-json.ts';
import { productRoutes } from './products/routes.ts';
import { proofRoutes } from './proofs/routes.ts';
import { pushRoutes } from './push/routes.ts';
import { receiptRoutes } from './receipts/routes.ts';
import { serveReference } from './reference.ts';
import { reportRoutes } from './reports/routes.ts';
import { requestId } from './request-id.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { statementRoutes } from './statements/routes.ts';
import { type TokenSettings, tokenVerifier } from './tokens.ts';
import { traceRequests } from './trace.ts';
import { transactionDetailsRoutes } from './transactions/details.ts';
import { transactionRoutes } from './transactions/routes.ts';
import { validatorCompiler } from './validation.ts';
import { walletRoutes } from './wallets/routes.ts';
import { webhookDeliveryRoutes } from './webhooks/delivery-routes.ts';
import { webhookRoutes } from './webhooks/routes.ts';

export interface ServerSettings extends RateLimits, Partial<CustomerWalletSettings> {
  readonly tokens: TokenSettings;
  /** Bytes of the largest body; the batch route has a limit of its own. */
  readonly bodyLimit: number;
  /** What needs somebody's approval. */
  readonly desk?: Partial<DeskLimits>;
  /** How push services know us; each ledger has a key of its own unless one is given. */
  readonly push?: VapidSettings;
  /** Origins whose pages may use the API from a browser. */
  readonly corsOrigins?: readonly string[];
  /** What the console is told, and where it was built. */
  readonly console?: Pick<ConsoleSettings, 'environment' | 'oidc'> & { readonly folder?: string };
}

export interface ServerParts extends Omit<Services, 'desk'> {
  readonly settings: ServerSettings;
  readonly log: FastifyBaseLogger;
  /** Metrics of other rooms, served with the server's own. */
  readonly registries?: readonly Registry[];
}

const REQUEST_TIMEOUT_MS = 60_000;
const KEEP_ALIVE_MS = 75_000;

/**
 * Makes the server, ready to listen. Closing it answers what is under way first. Throws where a route does not say whom
 * it is for.
 */
export async function createServer({ settings, log, registries = [], ...parts }: ServerParts): Promise<App> {
  const database = answering(parts.database);
  const desk = new Desk(new Approvals(database), database, parts.assets, { ...NO_LIMITS, ...settings.desk });
  const services: Services = { ...parts, database, desk };
  const app: App = Fastify({
    loggerInstance: log,
    // One line a request would cost more than the request; what fails is logged where it fails.
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger) => logger,
    bodyLimit: settings.bodyLimit,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    // What still comes in over an open connection while the server closes is served: the engine works until then.
    return503OnClosing: false,
    genReqId: requestId,
    routerOptions: { maxParamLength: 1024 },
    frameworkErrors: sendProblem,
  }).withTypeProvider<TypeBoxTypeProvider>();

  requireAccess(app);
  traceRequests(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setErrorHandler(sendProblem);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    setSecurityHeaders(reply);
    done();
  });
  readJsonBodies(app);
  refuseCardsInPaths(app);
  allowOrigins(app, settings.corsOrigins ?? []);
  leaveOutside(app, services.engine);
  closeAnsweredConnections(app);
  closeWhileStopping(app, services.isStopping ?? (() => false));
  handleNotFound(app);
  const authenticator = new Authenticator(tokenVerifier(settings.tokens), new LedgerNames(services.database));
  await addGate(app, authenticator, settings);
  const readiness = new Readiness(services);
  addMetrics(app, [readiness.registry, ...registries]);

  await describeApi(app);
  const { customerRecordedPayments = 'deny', defaultCurrency = 'USD' } = settings;
  const recording = { customerRecordedPayments, defaultCurrency };
  const { folder = CONSOLE_FOLDER, ...shown } = settings.console ?? { environment: 'development', oidc: null };
  await app.register(async (api: App) => addRoutes(api, services, readiness, recording), { prefix: '/api/v1' });
  const { push = { privateKey: null, contact: null } } = settings;
  await app.register(async (api: App) => pushRoutes(api, services, push), { prefix: '/api/v1' });
  await app.register(async (api: App) => consoleSettingsRoutes(api, { defaultCurrency, ...shown }), {
    prefix: '/api/v1',
  });
  await app.register(async (api: App) => creditRoutes(api, services, recording), { prefix: '/api/wallet' });
  await app.register(async (api: App) => customerWalletRoutes(api, services, recording), {
    prefix: '/api/v1/customer/wallet',
  });
  await app.register(async (api: App) => paymentRecordRoutes(api, services, recording), { prefix: '/api/customer' });
  await app.register(async (api: App) => customerSearchRoutes(api, services));
  await app.register(async (api: App) => productRoutes(api, services));
  serveOpenapi(app);
  await serveReference(app);
  await serveConsole(app, folder, shown.oidc?.issuer ?? null);
  await app.ready();
  return app;
}

/** A database whose lost connections and time-outs are told apart from what it refuses. */
const answering = (database: Database): Database => ({
  query: (text, values) => answered(database.query(text, values)),
});

function addRoutes(api: App, services: Services, readiness: Readiness, settings: OwnWalletSettings): void {
  healthRoutes(api, services, readiness);
  walletRoutes(api, services);
  transactionRoutes(api, services);
  transactionDetailsRoutes(api, services);
  assetRoutes(api, services);
  customerRoutes(api, services);
  creditLimitRoutes(api, services);
  customerListRoutes(api, services);
  pointRuleRoutes(api, services);
  approvalRoutes(api, services);
  entryRoutes(api, services);
  auditRoutes(api, services);
  reportRoutes(api, services);
  statementRoutes(api, services);
  receiptRoutes(api, services);
  discardRoutes(api, services);
  batchRoutes(api, services);
  eventRoutes(api, services);
  integrityRoutes(api, services);
  proofRoutes(api, services);
  webhookRoutes(api, services);
  webhookDeliveryRoutes(api, services);
  ownWalletRoutes(api, services, settings);
}
