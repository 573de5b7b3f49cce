/** The one logger. Lines are JSON on standard error, so that a command's own output stays clean. */
import { destination, type Logger, pino } from 'pino';
import type { Config } from './config.ts';
import { traceIds } from './telemetry/spans.ts';

export type Log = Logger;

/** Keys whose values never reach a line, wherever in the logged object's first levels they stand. */
const SECRET_KEYS = [
  'authorization',
  'cookie',
  'password',
  'token',
  'secret',
  'jwtSecret',
  'checkpointKey',
  'secretsKey',
  'loyverseToken',
  'databaseUrl',
  'databaseOwnerUrl',
  'amqpUrl',
];
const SECRET_PATHS = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** Takes out what looks like a secret in any text: passwords in addresses, bearer tokens, JSON web tokens. */
export const redact = (text: string): string =>
  text
    .replace(/([a-z][a-z0-9+.-]*:\/\/[^\s:@/"]*):[^\s@/"]+@/gi, '$1:[redacted]@')
    .replace(/\bbearer\s+[\w.~+/-]+=*/gi, 'Bearer [redacted]')
    .replace(/\beyJ[\w-]*\.[\w-]+\.[\w-]*/g, '[redacted]');

export function createLog(level: Config['logLevel'], write?: (line: string) => void): Log {
  return pino(
    {
      level,
      base: null,
      mixin: traceIds,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_PATHS, censor: '[redacted]' },
      // Keys are not enough: a driver puts the address it could not reach into the text of its error.
      hooks: { streamWrite: redact },
    },
    write ? { write } : destination({ fd: 2, sync: true }),
  );
}
