import type { IncomingMessage } from 'node:http';

/**
 * Whether a handshake may come from where it says it does. Browsers ask nobody before they open a WebSocket to another
 * origin, so that it is refused here; what is no browser sends no origin.
 */
export function isFromAllowedOrigin({ headers }: IncomingMessage, allowed: ReadonlySet<string>): boolean {
  const { origin, host } = headers;
  if (origin === undefined || allowed.has(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
