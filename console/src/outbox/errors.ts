/** What the outbox itself refuses. */
export type OutboxErrorCode =
  /** The device has no room: nothing was saved, so nothing was sent. */
  | 'STORAGE_FULL'
  /** Another tab runs a newer version of the console: this one has to be reloaded. */
  | 'OUTDATED'
  /** The browser lacks what a safe queue needs, or the page was not loaded over a secure connection. */
  | 'UNSUPPORTED'
  /** No such intent, or no longer in a state where this can be done. */
  | 'NOT_THERE'
  /** It was sent and the answer is not known: it may have been carried out. */
  | 'OUTCOME_UNKNOWN'
  /** Intents are still queued. */
  | 'STILL_QUEUED';

export class OutboxError extends Error {
  readonly code: OutboxErrorCode;

  constructor(code: OutboxErrorCode, cause?: unknown) {
    super(code, { cause });
    this.name = 'OutboxError';
    this.code = code;
  }
}

/** The browser's error as one of ours, where it means one. */
export function translated(error: unknown): unknown {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return new OutboxError('STORAGE_FULL', error);
  if (name === 'VersionError' || name === 'InvalidStateError') return new OutboxError('OUTDATED', error);
  return error;
}
