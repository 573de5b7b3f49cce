/** A small OpenID Connect provider: it lets everyone in as one member of staff, and is strict about PKCE. */
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface TestProvider {
  readonly issuer: string;
  readonly jwksUrl: string;
  close(): Promise<void>;
}

interface Asked {
  readonly challenge: string;
  readonly redirect: string;
}

/** `alg` is what it signs with. */
export async function openProvider(clientId: string, alg: 'RS256' | 'ES256'): Promise<TestProvider> {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg, use: 'sig' };
  const codes = new Map<string, Asked>();

  const token = () =>
    new SignJWT({ role: 'staff' })
      .setProtectedHeader({ alg, kid: 'one' })
      .setSubject('neema')
      .setIssuer(issuer)
      .setAudience('pochi')
      .setExpirationTime('1h')
      .sign(privateKey);

  async function answer(url: URL, body: URLSearchParams): Promise<[number, object] | URL> {
    const given = url.searchParams;
    if (url.pathname === '/keys') return [200, { keys: [jwk] }];
    if (url.pathname === '/.well-known/openid-configuration')
      return [200, { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` }];
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      const redirect = given.get('redirect_uri') ?? '';
      codes.set(code, { challenge: given.get('code_challenge') ?? '', redirect });
      const back = new URL(redirect);
      back.searchParams.set('code', code);
      back.searchParams.set('state', given.get('state') ?? '');
      back.searchParams.set('iss', issuer);
      return back;
    }
    const code = body.get('code') ?? '';
    const asked = codes.get(code);
    codes.delete(code);
    const proof = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    if (asked?.challenge !== proof || asked.redirect !== body.get('redirect_uri') || body.get('client_id') !== clientId)
      return [400, { error: 'invalid_grant', error_description: 'no such code' }];
    return [200, { access_token: await token(), token_type: 'Bearer' }];
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const result = await answer(
      new URL(request.url ?? '', issuer),
      new URLSearchParams(Buffer.concat(chunks).toString()),
    );
    if (result instanceof URL) response.writeHead(302, { location: result.href }).end();
    else
      response
        .writeHead(result[0], { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
        .end(JSON.stringify(result[1]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { issuer, jwksUrl: `${issuer}/keys`, close };
}
