import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, SETTINGS } from './config.ts';

test('without any setting the defaults hold', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    databaseUrl: null,
    isolation: 'serializable',
    engineBatch: 1000,
    engineQueue: 20_000,
    engineAccounts: 200_000,
    bodyLimit: 1_048_576,
    customerRecordedPayments: 'deny',
    jwtIssuer: 'pochi',
  });
});

test('an empty setting is an unset one', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
});

test.each([
  ['PORT', '0x50'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '1e3'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['DATABASE_POOL', '2'],
  ['ISOLATION', 'none'],
  ['ENGINE_BATCH', '0'],
  ['ENGINE_QUEUE', 'many'],
  ['ENGINE_ACCOUNTS', '999'],
  ['BODY_LIMIT', '1 MiB'],
  ['JWT_SECRET', 'too short'],
  ['JWT_JWKS_URL', 'keys.json'],
  ['AMQP_URL', 'http://localhost'],
  ['DEFAULT_CURRENCY', 'usd'],
  ['PUSH_CONTACT', 'ops@shop.example.com'],
  ['PUSH_CONTACT', 'mailto:ops@localhost'],
  ['PUSH_CONTACT', 'https://pochi.local/contact'],
  ['PUSH_PRIVATE_KEY', 'short'],
  ['CUSTOMER_RECORDED_PAYMENTS', 'yes'],
  ['NODE_ENV', 'prod'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s stops the start with one line that names it and not its value', (name, value) => {
  const read = () => readConfig({ [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(new RegExp(`^${name} must be [^\\n]+$`));
});

test.each(['mailto:ops@shop.example.com', 'https://shop.example.com/contact'])('%s is a contact', (contact) => {
  expect(readConfig({ PUSH_CONTACT: contact }).pushContact).toBe(contact);
});

test('a secret never stands in the message about it', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://me:hunter2@localhost/x' })).toThrow(/^(?!.*hunter2)/);
});

test('an owner without a login for the service is refused', () => {
  expect(() => readConfig({ DATABASE_OWNER_URL: 'postgres://owner@localhost/x' })).toThrow('DATABASE_URL');
});

test('a provider to sign in with is whole or not there, and its tokens can be checked', () => {
  const oidc = { OIDC_ISSUER: 'https://id.example.com', OIDC_CLIENT_ID: 'console' };
  expect(() => readConfig({ OIDC_ISSUER: oidc.OIDC_ISSUER })).toThrow('OIDC_CLIENT_ID');
  expect(() => readConfig(oidc)).toThrow('JWT_JWKS_URL');
  expect(readConfig({ ...oidc, JWT_JWKS_URL: 'https://id.example.com/keys' })).toMatchObject({
    oidcIssuer: 'https://id.example.com',
    oidcClientId: 'console',
  });
});

describe('the table of settings', () => {
  test('names each environment variable once', () => {
    const names = Object.values(SETTINGS).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('documents each in whole sentences', () => {
    for (const { name, doc } of Object.values(SETTINGS)) expect(`${name}: ${doc}`).toMatch(/: \S.{10,}\.$/);
  });
});
