/** Why a request came to nothing. */
import type { RefusalReason } from './target.ts';

/** `ADDRESS` and the other refusals: nothing was sent. The others: whether it arrived is not known. */
export type OutboundReason = RefusalReason | 'REDIRECT' | 'TIMEOUT' | 'CANCELLED' | 'TLS' | 'CONNECTION';

export class OutboundError extends Error {
  readonly reason: OutboundReason;
  /** The status of the answer, where there was one. */
  readonly status: number | null;

  constructor(reason: OutboundReason, message: string, status: number | null = null, cause?: unknown) {
    super(message, { cause });
    this.name = 'OutboundError';
    this.reason = reason;
    this.status = status;
  }
}

const NOT_FOUND: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENODATA']);

/** Any failure of a request as an OutboundError. */
export function failureOf(error: unknown): OutboundError {
  const known = [...causesOf(error)].find((cause) => cause instanceof OutboundError);
  if (known) return known;
  const [code = '', name = ''] = [(error as NodeJS.ErrnoException)?.code, (error as Error)?.name];
  const wrap = (reason: OutboundReason, message: string) => new OutboundError(reason, message, null, error);
  if (name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code)) return wrap('TIMEOUT', 'no answer came in time');
  if (name === 'AbortError') return wrap('CANCELLED', 'the service stopped');
  if (NOT_FOUND.has(code)) return wrap('UNRESOLVED', 'there is no such host');
  if (/CERT|SSL|TLS|SIGNATURE|ISSUER/.test(code)) return wrap('TLS', 'the host is not known to be what it says');
  return wrap('CONNECTION', 'the connection failed');
}

function* causesOf(error: unknown): Generator<unknown> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    yield cause;
    if (cause instanceof AggregateError) yield* cause.errors;
  }
}
