/**
 * Requests to addresses that others gave us: webhooks, push services. Whoever may name an address must not reach our own
 * network by it, so that every address is looked at twice: when it is saved, and when a connection is made, where the
 * very address that is connected to is the one that was looked at. Nothing is followed, and answers are kept short.
 */
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { type Allowed, isNamed, isPublic, readAllowed } from './addresses.ts';
import { excerptOf } from './excerpt.ts';
import { failureOf, OutboundError } from './failure.ts';
import { retryAfter } from './retry-after.ts';
import { type Refusal, readTarget, refusal, type Target } from './target.ts';

export interface OutboundRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** Milliseconds for all of it; the setting's where it is not given. */
  readonly timeoutMs?: number;
  /** Gives up at once. */
  readonly signal?: AbortSignal;
}

export interface OutboundAnswer {
  readonly status: number;
  /** Its first kilobyte. */
  readonly body: string;
  /** Before which it does not want to be asked again; null where it does not say. */
  readonly retryAfter: Date | null;
}

export interface Outbound {
  /** Why this address can't be called; null where it can, for all that is known now. */
  check(url: string): Promise<Refusal | null>;
  /** Sends, and gives the answer, whatever its status below 300 or from 400 on. Throws OutboundError. */
  post(request: OutboundRequest): Promise<OutboundAnswer>;
  /** Ends the connections that are kept open. */
  close(): Promise<void>;
}

/** All addresses of a name; throws where there are none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface OutboundOptions {
  /** Hosts and ranges of addresses that may be called besides public ones, by http and at any port too. */
  readonly allow: readonly string[];
  readonly timeoutMs: number;
  /** The system's resolver unless given. */
  readonly resolve?: Resolve;
}

const CONNECTIONS_OF_HOST = 32;
const KEEP_ALIVE_MS = 10_000;
const HEADERS_BYTES = 16_384;

const systemResolve: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

export function createOutbound({ allow, timeoutMs, resolve = systemResolve }: OutboundOptions): Outbound {
  const allowed = readAllowed(allow);
  // The agent itself knows no proxies and no redirects.
  const agent = new Agent({
    allowH2: false,
    connections: CONNECTIONS_OF_HOST,
    pipelining: 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: HEADERS_BYTES,
    connect: { timeout: timeoutMs, lookup: checkedLookup(allowed, resolve) },
  });

  function targetOf(url: string): Target {
    const target = readTarget(url, allowed);
    if ('reason' in target) throw new OutboundError(target.reason, target.message);
    return target;
  }

  return {
    async check(url) {
      const target = readTarget(url, allowed);
      if ('reason' in target) return target;
      // Digits were looked at above.
      if (isIP(target.host) !== 0) return null;
      try {
        await within(timeoutMs, addressesOf(target.host, allowed, resolve));
        return null;
      } catch (error) {
        return refusal(error instanceof OutboundError && error.reason === 'ADDRESS' ? 'ADDRESS' : 'UNRESOLVED');
      }
    },

    async post({ url, headers, body, timeoutMs: patience = timeoutMs, signal }) {
      // Also for those that were saved before the rules became stricter.
      const target = targetOf(url);
      const timeout = AbortSignal.timeout(patience);
      try {
        const answer = await request(target.url, {
          method: 'POST',
          headers,
          body,
          dispatcher: agent,
          // The signal below is for all of it.
          headersTimeout: 0,
          bodyTimeout: 0,
          signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
        });
        const { statusCode: status } = answer;
        const text = await excerptOf(answer.body);
        if (status >= 300 && status < 400) throw new OutboundError('REDIRECT', 'the answer leads elsewhere', status);
        return { status, body: text, retryAfter: retryAfter(answer.headers['retry-after']) };
      } catch (error) {
        throw failureOf(error);
      }
    },

    close: () => agent.destroy(),
  };
}

/**
 * The addresses of a host, if it may be called at all of them. Throws OutboundError where one is of a private network:
 * a name with both kinds is a trick, not a host.
 */
async function addressesOf(host: string, allowed: Allowed, resolve: Resolve): Promise<readonly string[]> {
  const addresses = await resolve(host);
  if (addresses.length === 0) throw new OutboundError('UNRESOLVED', `there is no address of ${host}`);
  const trusted = allowed.hosts.has(host);
  const refused = addresses.find((address) => !trusted && !isPublic(address) && !isNamed(allowed, address));
  if (refused !== undefined) throw new OutboundError('ADDRESS', `${host} leads to ${refused}`);
  return addresses;
}

/** What a socket asks for the addresses that it then connects to. Addresses in digits were looked at before. */
function checkedLookup(allowed: Allowed, resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    addressesOf(host, allowed, resolve).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
        const [first] = found;
        if (options.all) callback(null, found);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('it takes too long')), milliseconds);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}
