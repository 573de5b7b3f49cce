/** Which network addresses the service may call: public ones, and those that its operator allows besides. */
import ipaddr from 'ipaddr.js';

/** What `OUTBOUND_ALLOW` opens: names as they are written in an address, and ranges of addresses. */
export interface Allowed {
  readonly hosts: ReadonlySet<string>;
  readonly ranges: readonly [ipaddr.IPv4 | ipaddr.IPv6, number][];
}

/** Of all that is unassigned or special in IPv6, only this part is the public network (RFC 4291, 2.4). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** Public by its number, but answered by the host machine of a cloud. */
const CLOUD_SERVICES: ReadonlySet<string> = new Set(['168.63.129.16']);

/** Reads entries such as `hooks.internal`, `10.1.2.3` and `10.0.0.0/8`. Throws for one that is neither. */
export function readAllowed(entries: readonly string[]): Allowed {
  const hosts = new Set<string>();
  const ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
  for (const entry of entries) {
    if (ipaddr.isValidCIDR(entry)) ranges.push(ipaddr.parseCIDR(entry));
    else if (ipaddr.isValid(entry)) ranges.push(whole(ipaddr.process(entry)));
    else if (isHostname(entry)) hosts.add(entry.toLowerCase());
    else throw new Error(`OUTBOUND_ALLOW names ${entry}, which is neither a host name nor a range of addresses`);
  }
  return { hosts, ranges };
}

/** Names as DNS knows them, and at least one letter: `10.0.0.256` is no name. */
const isHostname = (text: string): boolean =>
  /^(?=.*[a-z])(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(text);

const whole = (address: ipaddr.IPv4 | ipaddr.IPv6): [ipaddr.IPv4 | ipaddr.IPv6, number] => [
  address,
  address.kind() === 'ipv4' ? 32 : 128,
];

/** Whether the operator has named this address. `text` is an IPv4 or IPv6 address. */
export function isNamed({ ranges }: Allowed, text: string): boolean {
  const address = ipaddr.process(text);
  return ranges.some(([range, bits]) => address.kind() === range.kind() && matches(address, range, bits));
}

/** Whether an address is of the public network, and no machine of our own or of our cloud. */
export function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  // An IPv4 address within IPv6 (`::ffff:127.0.0.1`) is taken for what it reaches.
  const address = ipaddr.process(text);
  if (CLOUD_SERVICES.has(address.toString())) return false;
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || matches(address, ...GLOBAL_UNICAST);
}

// The library's types keep the two families apart, which were compared before.
const matches = (address: ipaddr.IPv4 | ipaddr.IPv6, range: ipaddr.IPv4 | ipaddr.IPv6, bits: number): boolean =>
  (address as ipaddr.IPv6).match(range as ipaddr.IPv6, bits);
