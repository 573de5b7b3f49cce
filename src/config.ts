/** Every setting of the service: its name, its bounds, what it is when unset, and its line of the reference page. */
import { resolve } from 'node:path';
import { ASSET_CODE } from './ledger/asset.ts';
import {
  address,
  assetAmounts,
  listOf,
  matching,
  type OptionalSetting,
  oneOf,
  type Setting,
  SettingProblem,
  wholeNumber,
} from './setting.ts';

const setting = <T>(name: string, preset: string, parse: (text: string) => T, doc: string): Setting<T> => ({
  name,
  preset,
  parse,
  doc,
});

const optional = <T>(name: string, parse: (text: string) => T, doc: string): OptionalSetting<T> => ({
  name,
  preset: null,
  parse,
  doc,
});

const text = (most: number) => matching(new RegExp(`^[\\x21-\\x7e]{1,${most}}$`), `1 to ${most} characters, no spaces`);

/** Push services try whether the domain can be public at all. */
const contactAddress = (given: string): string => {
  const mail = /^mailto:[^\s@]+@([^\s@]+)$/.exec(given)?.[1];
  const page = /^https:\/\/\S+$/.test(given) && URL.canParse(given) ? new URL(given).hostname : '';
  const domain = mail ?? page;
  if (/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(domain) && !/\.(?:local|localhost|internal|invalid|test)$/i.test(domain))
    return given;
  throw new SettingProblem('must be a mailto: or https: address of a public domain');
};

const postgres = address('postgres:', 'postgresql:');

export const SETTINGS = {
  port: setting('PORT', '3000', wholeNumber(0, 65535), 'The port to listen on; 0 takes a free one.'),
  host: setting('HOST', '127.0.0.1', text(255), 'The address to listen on; `0.0.0.0` for all.'),
  drainSeconds: setting(
    'DRAIN_SECONDS',
    '0',
    wholeNumber(0, 600),
    'Seconds from the signal to stop until it stops, for load balancers to see that `/api/v1/health/ready` is 503. Longer than they take for that.',
  ),
  dataDir: setting(
    'DATA_DIR',
    './data',
    (path) => resolve(path),
    'Where the secrets that Pochi makes, and its own PostgreSQL, are kept.',
  ),
  databaseUrl: optional(
    'DATABASE_URL',
    postgres,
    'The PostgreSQL (15 to 18) to use. Unset, Pochi runs one of its own in `DATA_DIR`. Unless `DATABASE_OWNER_URL` is given too, this login owns the tables, and the service lays its rights down and works as the role `pochi_app`.',
  ),
  databaseOwnerUrl: optional(
    'DATABASE_OWNER_URL',
    postgres,
    'The login that owns the tables and runs the migrations. `DATABASE_URL` is then used as it is: a login that owns nothing and is a member of `pochi_app`.',
  ),
  databasePool: setting(
    'DATABASE_POOL',
    '10',
    wholeNumber(3, 1000),
    'The most database connections of one instance for requests; half of them are for what is recorded. Webhooks and push messages have up to seven each besides.',
  ),
  databaseWait: setting(
    'DATABASE_WAIT',
    '60',
    wholeNumber(0, 3_600),
    'Seconds that the service waits at its start for a database that cannot be reached yet, before it gives up.',
  ),
  databaseDurability: setting(
    'DATABASE_DURABILITY',
    'required',
    oneOf('required', 'trusted'),
    '`required` refuses a PostgreSQL whose `fsync`, `full_page_writes` or `synchronous_commit` is off. `trusted` is for hosted databases that keep data safe by other means.',
  ),
  isolation: setting(
    'ISOLATION',
    'serializable',
    oneOf('serializable', 'repeatable read', 'read committed'),
    'The isolation level of commits. The books are correct at each of them.',
  ),
  engineBatch: setting('ENGINE_BATCH', '1000', wholeNumber(1, 10_000), 'The most operations in one commit.'),
  engineQueue: setting(
    'ENGINE_QUEUE',
    '20000',
    wholeNumber(1, 1_000_000),
    'The most operations that may wait for a commit; further ones are answered 503 with Retry-After.',
  ),
  engineAccounts: setting(
    'ENGINE_ACCOUNTS',
    '200000',
    wholeNumber(1000, 10_000_000),
    'The most accounts that are remembered of each ledger, about half a kilobyte each; what is not remembered is read when it is needed.',
  ),
  rateLimit: setting(
    'RATE_LIMIT',
    '6000',
    wholeNumber(0, 100_000_000),
    'Requests a minute of one customer, or of one address without a valid token; 0 for no limit.',
  ),
  rateLimitTrusted: setting(
    'RATE_LIMIT_TRUSTED',
    '0',
    wholeNumber(0, 100_000_000),
    'Requests a minute of one subject of any role but customer, which may act for all customers; 0 for no limit.',
  ),
  corsOrigins: optional(
    'CORS_ORIGINS',
    listOf(matching(/^https?:\/\/[^\s/,]{1,255}$/, 'origins such as https://shop.example, with commas between')),
    "Origins besides the service's own whose pages may use the API and the sockets from a browser.",
  ),
  socketsPerSubject: setting(
    'SOCKETS_PER_SUBJECT',
    '20',
    wholeNumber(1, 100_000),
    'The most sockets that one subject has open on one instance.',
  ),
  bodyLimit: setting(
    'BODY_LIMIT',
    '1048576',
    wholeNumber(1024, 1_073_741_824),
    'The largest request body in bytes; larger ones are answered 413.',
  ),
  jwtSecret: optional(
    'JWT_SECRET',
    matching(/^.{32,1024}$/s, '32 to 1024 characters long'),
    'The secret that signs and checks tokens (HS256). Unset, one is made and kept in `DATA_DIR`.',
  ),
  jwtJwksUrl: optional(
    'JWT_JWKS_URL',
    address('https:', 'http:'),
    "The key set of your identity provider. Tokens are then checked against it, and Pochi's own secret is not used.",
  ),
  jwtIssuer: setting('JWT_ISSUER', 'pochi', text(500), 'The `iss` that every token must carry.'),
  jwtAudience: setting('JWT_AUDIENCE', 'pochi', text(500), 'The `aud` that every token must carry.'),
  oidcIssuer: optional(
    'OIDC_ISSUER',
    address('https:', 'http:'),
    'The OpenID Connect provider at which people sign in to the console; its tokens are checked through `JWT_JWKS_URL`.',
  ),
  oidcClientId: optional(
    'OIDC_CLIENT_ID',
    text(500),
    'The name under which that provider knows the console (a public client with PKCE).',
  ),
  amqpUrl: optional('AMQP_URL', address('amqp:', 'amqps:'), 'The RabbitMQ to take events from; unset, there is none.'),
  amqpExchange: setting('AMQP_EXCHANGE', 'events', text(255), 'The topic exchange that events go through.'),
  amqpQueue: setting('AMQP_QUEUE', 'wallet-service', text(200), 'The queue that the service reads.'),
  outboundAllow: optional(
    'OUTBOUND_ALLOW',
    listOf(
      matching(
        /^[A-Za-z0-9_.:/-]{1,255}$/,
        'host names and ranges of addresses such as 10.0.0.0/8, with commas between',
      ),
    ),
    'Hosts and ranges of addresses, with commas between, that webhooks and push messages may go to besides public ones; also by `http:` and at any port.',
  ),
  outboundTimeout: setting(
    'OUTBOUND_TIMEOUT',
    '15000',
    wholeNumber(100, 120_000),
    'Milliseconds that the receiver of a webhook or push message has to answer.',
  ),
  webhookRetries: setting(
    'WEBHOOK_RETRIES',
    '5,300,1800,7200,18000,36000,50400,72000,86400',
    listOf(wholeNumber(0, 604_800)),
    'Seconds from one attempt to deliver a webhook to the next; after the last one it is dead.',
  ),
  webhookDisableAfter: setting(
    'WEBHOOK_DISABLE_AFTER',
    '5',
    wholeNumber(1, 365),
    'Days after which a webhook that only fails is disabled.',
  ),
  webhookKeep: setting(
    'WEBHOOK_KEEP',
    '30',
    wholeNumber(1, 3_650),
    'Days that deliveries of webhooks are kept to look at and to send again.',
  ),
  webhookConcurrency: setting(
    'WEBHOOK_CONCURRENCY',
    '20',
    wholeNumber(1, 500),
    'The most webhooks that one instance delivers at a time.',
  ),
  secretsKey: optional(
    'SECRETS_KEY',
    matching(/^.{32,1024}$/s, '32 to 1024 characters long'),
    'The key under which the secrets of webhooks are encrypted in the database, and the links to receipts are sealed. Unset, one is made and kept in `DATA_DIR`; instances on several machines need the same one.',
  ),
  defaultCurrency: setting(
    'DEFAULT_CURRENCY',
    'USD',
    matching(ASSET_CODE, 'the code of an asset, such as USD'),
    'The asset that is meant where a request names none.',
  ),
  catalogueCurrency: optional(
    'CATALOGUE_CURRENCY',
    matching(ASSET_CODE, 'the code of an asset, such as TZS'),
    'The asset that prices of imported products, and what imported customers have spent, are in; unset, `DEFAULT_CURRENCY`.',
  ),
  loyverseUrl: setting(
    'LOYVERSE_URL',
    'https://api.loyverse.com/v1.0',
    address('https:', 'http:'),
    'Where `pochi sync loyverse` finds the API of Loyverse.',
  ),
  loyverseToken: optional(
    'LOYVERSE_TOKEN',
    text(1000),
    'The access token for Loyverse, allowed to read customers and items.',
  ),
  customerRecordedPayments: setting(
    'CUSTOMER_RECORDED_PAYMENTS',
    'deny',
    oneOf('deny', 'allow'),
    'Whether a customer may record payments into their own account without staff.',
  ),
  cashierWithdrawLimit: optional(
    'CASHIER_WITHDRAW_LIMIT',
    assetAmounts,
    'The most that a cashier pays out of a wallet without an approval, in minor units by asset, such as `TZS:5000000,USD:10000`. Nothing of assets that are not named.',
  ),
  cashierPrices: setting(
    'CASHIER_PRICES',
    'catalogue',
    oneOf('catalogue', 'free'),
    "Whether a cashier's credit slip needs an approval where a price is not the catalogue's, or a discount is given.",
  ),
  secondApproverAbove: optional(
    'SECOND_APPROVER_ABOVE',
    assetAmounts,
    'The largest bonus or reward that one person may give alone, in minor units by asset, such as `TZS:10000000`; above it somebody else has to approve. No bound for assets that are not named.',
  ),
  demo: setting(
    'DEMO',
    'on',
    oneOf('on', 'off'),
    'Whether an empty database is filled with a demo shop; never in production.',
  ),
  pushContact: optional(
    'PUSH_CONTACT',
    contactAddress,
    'Where the people of a push service can reach you, `mailto:` or `https:`. Unset, those of Apple and Mozilla refuse all push messages.',
  ),
  pushPrivateKey: optional(
    'PUSH_PRIVATE_KEY',
    matching(/^[A-Za-z0-9_-]{43}$/, '32 bytes in base64url'),
    'The VAPID private key that signs push messages, the same on all instances. Unset, each ledger has its own, which is kept in the database.',
  ),
  integrityEvery: setting(
    'INTEGRITY_EVERY',
    '3600',
    wholeNumber(0, 2_592_000),
    'Seconds between two verifications of a ledger, which one of the instances carries out; never more than a tenth of the time. While it runs it has four database connections besides `DATABASE_POOL`. 0 for none.',
  ),
  onViolation: setting(
    'ON_VIOLATION',
    'report',
    oneOf('report', 'stop'),
    'What follows when a verification finds books that do not add up: `report` tells of it and goes on; `stop` records nothing more in that ledger until a later one finds it sound.',
  ),
  checkpointEvery: setting(
    'CHECKPOINT_EVERY',
    '300',
    wholeNumber(0, 2_592_000),
    'Seconds between two signed checkpoints of a ledger that grows; with 0 one is only signed when a proof needs it.',
  ),
  checkpointOrigin: setting(
    'CHECKPOINT_ORIGIN',
    'pochi',
    matching(/^[\x21-\x2a\x2c-\x7e]{1,200}$/, '1 to 200 characters, no spaces and no plus'),
    'What the names of the logs begin with, before the name of the ledger: best an address of yours, such as `wallet.example.com`. Never change it.',
  ),
  checkpointKey: optional(
    'CHECKPOINT_KEY',
    matching(/^[A-Za-z0-9_-]{43}$/, '32 random bytes in base64url, 43 letters'),
    'The secret key that signs checkpoints, the same for all instances. Unset, one is made and kept in `DATA_DIR`.',
  ),
  otlpEndpoint: optional(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    address('http:', 'https:'),
    'The OpenTelemetry collector to send traces to (OTLP over HTTP), such as `http://127.0.0.1:4318`; unset, none are made.',
  ),
  otelServiceName: setting('OTEL_SERVICE_NAME', 'pochi', text(200), 'What this service is called in traces.'),
  environment: setting(
    'NODE_ENV',
    'development',
    oneOf('development', 'production', 'test'),
    '`production` prints no tokens and makes no demo shop.',
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'info',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'The least grave lines that are logged.',
  ),
} as const;

type Value<S> = S extends OptionalSetting<infer T> ? T | null : S extends Setting<infer T> ? T : never;

export type Config = { readonly [Key in keyof typeof SETTINGS]: Value<(typeof SETTINGS)[Key]> };

/** A setting that can't be used: one line that names it, without its value, which may be a secret. */
export class ConfigError extends Error {}

/** Reads all settings; an empty one counts as unset. Throws ConfigError. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const values = Object.entries(SETTINGS).map(([key, setting]) => [key, readSetting(setting, env[setting.name])]);
  const config = Object.fromEntries(values) as Config;
  if (config.databaseOwnerUrl !== null && config.databaseUrl === null)
    throw new ConfigError('DATABASE_OWNER_URL needs DATABASE_URL beside it, the login that the service works with');
  if (config.jwtSecret !== null && config.jwtJwksUrl !== null)
    throw new ConfigError('JWT_SECRET and JWT_JWKS_URL exclude each other: set one of them');
  if ((config.oidcIssuer === null) !== (config.oidcClientId === null))
    throw new ConfigError('OIDC_ISSUER and OIDC_CLIENT_ID belong together: set both or none');
  if (config.oidcIssuer !== null && config.jwtJwksUrl === null)
    throw new ConfigError('OIDC_ISSUER needs JWT_JWKS_URL, by which the tokens of that provider are checked');
  return config;
}

function readSetting(setting: Setting<unknown>, given: string | undefined): unknown {
  const text = given === undefined || given === '' ? setting.preset : given;
  if (text === null) return null;
  try {
    return setting.parse(text);
  } catch (error) {
    if (error instanceof SettingProblem) throw new ConfigError(`${setting.name} ${error.message}`);
    throw error;
  }
}
