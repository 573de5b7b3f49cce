import Type from 'typebox';
import type { App } from '../app.ts';
import { success } from '../fields.ts';
import { LANGUAGES } from '../languages.ts';
import { problems } from '../responses.ts';

/** Where people sign in, when an identity provider does it. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
}

export interface ConsoleSettings {
  readonly defaultCurrency: string;
  readonly environment: 'development' | 'production' | 'test';
  readonly oidc: OidcSettings | null;
}

const oidc = Type.Object({ issuer: Type.String(), client_id: Type.String() });

const settings = Type.Object({
  default_currency: Type.String({ description: 'The asset that is meant where a request names none' }),
  environment: Type.String({ enum: ['development', 'production', 'test'] }),
  locales: Type.Array(Type.String(), { description: 'The languages that the service answers in' }),
  oidc: Type.Unsafe<{ issuer: string; client_id: string } | null>({
    ...Type.Union([oidc, Type.Null()]),
    description: 'Where to sign in (authorization code flow with PKCE); null where people bring a token',
  }),
  features: Type.Object({
    token_sign_in: Type.Boolean({ description: 'Whether the console takes a token that someone pastes or scans' }),
  }),
});

const schema = {
  tags: ['Service'],
  operationId: 'consoleSettingsRead',
  summary: 'What a console has to know before anyone has signed in',
  security: [],
  response: { 200: success(settings), ...problems('open', 'INTERNAL') },
};

/** Open to all: it tells nothing that the sign-in page does not show. */
export function consoleSettingsRoutes(app: App, { defaultCurrency, environment, oidc }: ConsoleSettings): void {
  const data = {
    default_currency: defaultCurrency,
    environment,
    locales: [...LANGUAGES.keys()],
    oidc: oidc === null ? null : { issuer: oidc.issuer, client_id: oidc.clientId },
    // Where no identity provider is, a token is the only way in.
    features: { token_sign_in: oidc === null || environment !== 'production' },
  };
  app.get('/console-settings', { schema, config: { access: 'open' } }, () => ({ success: true as const, data }));
}
