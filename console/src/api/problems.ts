/**
 * The service answers errors in the envelope that each of its documents names. Screens see one: this is where the
 * difference ends.
 */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export interface ApiErrorParts {
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  /** The same in every language, such as `INSUFFICIENT_FUNDS`. */
  readonly code: string;
  /** A sentence for people, in the language that was asked for. */
  readonly message: string;
  readonly requestId: string | null;
  readonly fields?: readonly FieldProblem[];
  /** What a refusal tells to act on; amounts in minor units as text. */
  readonly details?: Readonly<Record<string, string>>;
  /** Seconds after which to try again. */
  readonly retryAfter?: number | null;
}

/** A request that was not answered with what it asked for. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly fields: readonly FieldProblem[];
  readonly details: Readonly<Record<string, string>>;
  readonly retryAfter: number | null;

  constructor({ status, code, message, requestId, fields = [], details = {}, retryAfter = null }: ApiErrorParts) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.fields = fields;
    this.details = details;
    this.retryAfter = retryAfter;
  }

  /** Whether the same request may well succeed later: no answer came, or one that says nothing about the request. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** The code where no answer came at all. */
export const NO_ANSWER = 'NO_ANSWER';

export const noAnswer = (cause: unknown): ApiError =>
  new ApiError({
    status: 0,
    code: NO_ANSWER,
    message: cause instanceof Error ? cause.message : String(cause),
    requestId: null,
  });

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function textsOf(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  const plain = Object.entries(value).filter(([, part]) => typeof part === 'string' || typeof part === 'number');
  return Object.fromEntries(plain.map(([key, part]) => [key, String(part)]));
}

function fieldsOf(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((one) => ({ field: text(one.field) ?? '', message: text(one.message) ?? '' }));
}

/**
 * The error that an answer tells of. Knows problem+json, `{status: "error", code, message}`,
 * `{respCode, message, details: {code, ...}}`, `{success: false, error}` and answers of whatever stands between.
 */
export function problemOf(status: number, body: unknown, headers: Headers): ApiError {
  const json = isObject(body) ? body : {};
  const nested = isObject(json.error) ? json.error : {};
  const details = isObject(json.details) ? json.details : {};
  const seconds = Number(headers.get('retry-after'));
  return new ApiError({
    status,
    code: text(json.code) ?? text(details.code) ?? text(nested.code) ?? `HTTP_${status}`,
    message:
      text(json.detail) ?? text(json.message) ?? text(nested.message) ?? text(json.error) ?? text(json.title) ?? '',
    requestId: headers.get('x-request-id'),
    fields: fieldsOf(json.errors ?? details.errors ?? nested.errors),
    details: textsOf(json.details ?? nested.details),
    retryAfter: headers.has('retry-after') && Number.isFinite(seconds) ? seconds : null,
  });
}
