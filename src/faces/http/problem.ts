import type { Refusal } from '../../wallet/errors.ts';
import { type FieldError, fieldSentence } from '../wire/field-error.ts';
import { CATALOGUE, type ProblemCode } from './catalogue.ts';

export interface ProblemParts {
  /** One sentence for this occurrence; the catalogue's title where there is nothing to add. */
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** What a refusal tells to act on; amounts in minor units as text. */
  readonly details?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What goes wrong in a request, by its code. A face's error handler turns it into the face's envelope. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly FieldError[];
  readonly details: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, parts: ProblemParts = {}) {
    const { status, title } = CATALOGUE[code];
    super(parts.detail ?? title);
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.detail = this.message;
    this.errors = parts.errors ?? [];
    this.details = parts.details ?? {};
    this.headers = parts.headers ?? {};
  }
}

/** VALIDATION_ERROR for one field. */
export const invalid = (field: string, message: string): Problem => invalidFields([{ field, message }]);

/** VALIDATION_ERROR for these fields. */
export const invalidFields = (errors: readonly FieldError[]): Problem =>
  new Problem('VALIDATION_ERROR', { detail: fieldSentence(errors), errors });

/** A refusal of the wallet; one that names a field of the request is told like our own. */
export function refused({ code, details }: Refusal): Problem {
  if (code === 'VALIDATION_ERROR' && details.field !== undefined) return invalid(details.field, details.problem ?? '');
  return new Problem(code, { details });
}
