/** One thing that is wrong with what came in: the field by its path, such as `amount` or `operations.3.amount`. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What is wrong with fields in one sentence, for those who read nothing else. */
export const fieldSentence = (errors: readonly FieldError[]): string =>
  errors.map(({ field, message }) => (field === '' ? message : `${field} ${message}`)).join('; ');

/** A field's path from a JSON pointer: `/metadata/a` is `metadata.a`. */
export const fieldOf = (pointer: string): string =>
  pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
