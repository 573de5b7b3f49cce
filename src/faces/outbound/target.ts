/** What can be told of an address (a URL) from its text alone, before anybody is asked for its host. */
import { isIP } from 'node:net';
import { type Allowed, isNamed, isPublic } from './addresses.ts';

/** Why an address is not called. Each has its sentence below. */
export type RefusalReason = 'URL' | 'SCHEME' | 'USERINFO' | 'PORT' | 'HOST' | 'UNRESOLVED' | 'ADDRESS';

export interface Refusal {
  readonly reason: RefusalReason;
  /** What is wrong, to follow the name of the field. */
  readonly message: string;
}

const SENTENCES: Readonly<Record<RefusalReason, string>> = {
  URL: 'must be an address such as https://example.com/path',
  SCHEME: 'must begin with https://',
  USERINFO: 'must not hold a user name or a password',
  PORT: 'must use the port 443 or 8443',
  HOST: 'must name a host of the public internet',
  UNRESOLVED: 'must name a host that can be found now',
  ADDRESS: 'must not lead into a private network',
};

export const refusal = (reason: RefusalReason): Refusal => ({ reason, message: SENTENCES[reason] });

export interface Target {
  readonly url: URL;
  /** Without the brackets of IPv6. */
  readonly host: string;
  /** Whether the operator has named the host: then its addresses, port and scheme are the operator's business. */
  readonly trusted: boolean;
}

const LONGEST = 2048;
const PORTS: ReadonlySet<string> = new Set(['', '443', '8443']);

/** Ends of names that are never public (RFC 6761, 6762, 7686, 8375, 9476). */
const LOCAL_NAMES = [
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'home.arpa',
  'onion',
  'invalid',
  'test',
  'alt',
];

/** Reads an address; gives why it can't be called where that shows already. */
export function readTarget(text: string, allowed: Allowed): Target | Refusal {
  if (text.length > LONGEST || !URL.canParse(text) || /[^\x21-\x7e]|\\/.test(text)) return refusal('URL');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refusal('SCHEME');
  if (url.username !== '' || url.password !== '' || authorityOf(text).includes('@')) return refusal('USERINFO');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const literal = isIP(host) !== 0;
  const trusted = allowed.hosts.has(host) || (literal && isNamed(allowed, host));
  if (trusted) return { url, host, trusted };
  if (url.protocol !== 'https:') return refusal('SCHEME');
  // An address in disguise (2130706433, 0x7f.1, 127.1) is not what it seems to whoever reads it.
  if (literal && !authorityOf(text).includes(url.hostname)) return refusal('HOST');
  if (literal && !isPublic(host)) return refusal('ADDRESS');
  if (!literal && !isPublicName(host)) return refusal('HOST');
  if (!PORTS.has(url.port)) return refusal('PORT');
  return { url, host, trusted };
}

/** What stands between the slashes and the path. */
const authorityOf = (text: string): string => (/^[a-z]+:\/*([^/?#]*)/i.exec(text)?.[1] ?? '').toLowerCase();

const isPublicName = (host: string): boolean =>
  host.includes('.') && !host.endsWith('.') && !LOCAL_NAMES.some((name) => host === name || host.endsWith(`.${name}`));
