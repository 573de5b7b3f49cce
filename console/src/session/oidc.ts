/**
 * Signing in with an OpenID Connect provider: authorization code flow with PKCE (RFC 7636), for a public client. The token
 * that comes back is checked by the service, which knows the provider's keys.
 */
export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
}

interface Endpoints {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
}

/** What has to be remembered while the person is at the provider. */
interface Journey {
  readonly state: string;
  readonly verifier: string;
  readonly to: string | undefined;
}

/** The provider said no, or said something that can't be trusted. */
export class SignInFailed extends Error {}

const JOURNEY = 'pochi-sign-in';

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const randomText = (): string => base64Url(crypto.getRandomValues(new Uint8Array(32)));

const returnAddress = (): string => `${location.origin}/sign-in`;

async function endpointsOf(issuer: string): Promise<Endpoints> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!response.ok) throw new SignInFailed(`HTTP ${response.status}`);
  const found: Endpoints = await response.json();
  // RFC 8414, 3.3: a document about another issuer may be someone else's.
  if (found.issuer.replace(/\/$/, '') !== issuer.replace(/\/$/, '')) throw new SignInFailed('issuer');
  return found;
}

/** Leaves for the provider's page; `to` is where to go afterwards. */
export async function leaveForProvider({ issuer, clientId }: Provider, to?: string): Promise<void> {
  const { authorization_endpoint } = await endpointsOf(issuer);
  const journey: Journey = { state: randomText(), verifier: randomText(), to };
  sessionStorage.setItem(JOURNEY, JSON.stringify(journey));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(journey.verifier));
  const address = new URL(authorization_endpoint);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: returnAddress(),
    scope: 'openid profile',
    state: journey.state,
    code_challenge: base64Url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  location.assign(address);
}

/** Whether the page was come back to from the provider. */
export const hasReturned = (search: string): boolean => {
  const parameters = new URLSearchParams(search);
  return parameters.has('state') && (parameters.has('code') || parameters.has('error'));
};

/**
 * Trades the code in the address for a token. Each journey counts once. Throws SignInFailed.
 */
export async function tokenFromReturn(
  { issuer, clientId }: Provider,
  search: string,
): Promise<{ token: string; to: string | undefined }> {
  const parameters = new URLSearchParams(search);
  const kept = sessionStorage.getItem(JOURNEY);
  sessionStorage.removeItem(JOURNEY);
  const journey: Journey | null = kept === null ? null : JSON.parse(kept);
  if (!journey || parameters.get('state') !== journey.state) throw new SignInFailed('state');
  const error = parameters.get('error');
  if (error !== null) throw new SignInFailed(parameters.get('error_description') ?? error);
  // RFC 9207: an answer from another provider than the one that was asked is not meant for us.
  const answeredBy = parameters.get('iss');
  if (answeredBy !== null && answeredBy !== issuer) throw new SignInFailed('issuer');

  const { token_endpoint } = await endpointsOf(issuer);
  const response = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: parameters.get('code') ?? '',
      redirect_uri: returnAddress(),
      client_id: clientId,
      code_verifier: journey.verifier,
    }),
  });
  const answer: { access_token?: string; error_description?: string } = await response.json().catch(() => ({}));
  if (!response.ok || typeof answer.access_token !== 'string')
    throw new SignInFailed(answer.error_description ?? `HTTP ${response.status}`);
  return { token: answer.access_token, to: journey.to };
}
