/** A push service and the browsers behind it: it believes nothing that RFC 8030, 8291 and 8292 do not oblige it to. */
import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushMessage } from '../../src/faces/push/contract.ts';
import { type BrowserKeys, decrypt } from './decrypt.ts';

export interface Delivery {
  readonly message: PushMessage;
  readonly headers: IncomingHttpHeaders;
  /** Bytes of the encrypted message. */
  readonly size: number;
  readonly at: number;
}

export interface Browser extends BrowserKeys {
  readonly endpoint: string;
  /** What it has shown, each message as often as it came. */
  readonly shown: Delivery[];
  /** Times that somebody sent to it, with whatever success. */
  asked: number;
}

/** What becomes of a message instead of its delivery: a status, or a connection that ends before or after it was shown. */
export type Fault = { readonly status: number; readonly headers?: Record<string, string> } | 'cut' | 'cut-after';

export class PushService {
  readonly #server: Server;
  readonly #browsers = new Map<string, Browser>();
  #hungUp = false;
  /** Asked for each message; null lets it through. */
  fault: (browser: Browser) => Fault | null = () => null;
  /** Told of each message in the moment in which it is shown. */
  onShown: (message: PushMessage) => void = () => {};
  /** The key that subscriptions were made for: nobody else may send. */
  applicationKey: string | null = null;
  /** Messages to endpoints below `/silent/`, which never answer. */
  silent = 0;
  /** What was wrong with messages; empty where the sender does as it must. */
  readonly complaints: string[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (!this.#hungUp && request.url?.startsWith('/silent/')) {
          this.silent += 1;
          return;
        }
        const browser = this.#browsers.get(request.url ?? '');
        if (!browser) return response.writeHead(404).end();
        browser.asked += 1;
        const fault = this.fault(browser);
        if (fault === 'cut') return response.destroy();
        if (fault !== null && fault !== 'cut-after') return response.writeHead(fault.status, fault.headers).end('no');
        this.#show(browser, request.headers, Buffer.concat(chunks));
        if (fault === 'cut-after') return response.destroy();
        return response.writeHead(201, { location: `${this.address}/message` }).end();
      });
    });
  }

  static async open(): Promise<PushService> {
    const service = new PushService();
    await new Promise<void>((resolve) => service.#server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** A browser that has subscribed. */
  browser(): Browser {
    const ecdh = createECDH('prime256v1');
    ecdh.generateKeys();
    const path = `/push/${randomBytes(16).toString('base64url')}`;
    const browser: Browser = {
      privateKey: Buffer.from(ecdh.getPrivateKey('hex').padStart(64, '0'), 'hex'),
      publicKey: ecdh.getPublicKey(),
      auth: randomBytes(16),
      endpoint: this.address + path,
      shown: [],
      asked: 0,
    };
    this.#browsers.set(path, browser);
    return browser;
  }

  /** Ends all connections; who is silent says from now on that there is nobody. */
  hangUp(): void {
    this.#hungUp = true;
    this.#server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #show(browser: Browser, headers: IncomingHttpHeaders, body: Buffer): void {
    try {
      this.#checkHeaders(headers);
      checkVapid(headers.authorization ?? '', this.address, this.applicationKey);
      const message = JSON.parse(decrypt(body, browser));
      browser.shown.push({ message, headers, size: body.length, at: Date.now() });
      this.onShown(message);
    } catch (error) {
      this.complaints.push(String(error));
    }
  }

  #checkHeaders(headers: IncomingHttpHeaders): void {
    const wrong = [
      headers['content-encoding'] !== 'aes128gcm' && 'content-encoding',
      !/^[1-9][0-9]*$/.test(String(headers.ttl)) && 'ttl',
      !['very-low', 'low', 'normal', 'high'].includes(String(headers.urgency)) && 'urgency',
      !/^[A-Za-z0-9_-]{1,32}$/.test(String(headers.topic)) && 'topic',
    ].filter(Boolean);
    if (wrong.length > 0) throw new Error(`headers: ${wrong.join(', ')}`);
  }
}

const CHROME_AND_APPLE_TAKE_S = 24 * 3600;

/** RFC 8292: a token for this very service, by the key that the subscription was made for, and not for long. */
function checkVapid(authorization: string, audience: string, applicationKey: string | null): void {
  const [, token = '', key = ''] = /^vapid t=([\w-]+\.[\w-]+\.[\w-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  if (key === '' || (applicationKey !== null && key !== applicationKey)) throw new Error(`vapid key: ${authorization}`);
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const [header = '', claims = '', signature = ''] = token.split('.');
  const signed = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key: createPublicKey({ format: 'jwk', key: jwk }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!signed) throw new Error('vapid signature');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  const { aud, exp, sub } = read(claims);
  const now = Date.now() / 1000;
  if (read(header).alg !== 'ES256') throw new Error('vapid algorithm');
  if (aud !== audience) throw new Error(`vapid audience: ${aud}`);
  if (!(exp > now && exp <= now + CHROME_AND_APPLE_TAKE_S)) throw new Error(`vapid expiry: ${exp}`);
  if (!/^(?:mailto|https):/.test(sub)) throw new Error(`vapid contact: ${sub}`);
}
