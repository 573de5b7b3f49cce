/** What a failed statement means, told by SQLSTATE alone, never by a message or a constraint's name. */

const CONFLICTS = new Set(['40001', '40P01']);

// 08: connection; 25: a server that only reads now; 53: out of memory, disk or connections; 57: shut down or cancelled;
// 58, XX: the server's own trouble.
const NO_ANSWER = new Set(['08', '25', '53', '57', '58', 'XX']);

/** No answer came that says what became of a statement: it may have been carried out, or may yet be. */
export class Unanswered extends Error {
  constructor(cause: unknown) {
    super('the database gave no answer', { cause });
    this.name = 'Unanswered';
  }
}

/**
 * Awaits a statement; throws Unanswered where what became of it is not known, the database's own
 * error or our own defect otherwise.
 */
export async function answered<T>(statement: Promise<T>): Promise<T> {
  try {
    return await statement;
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw error;
    const state = sqlState(error);
    if (state === null || NO_ANSWER.has(state.slice(0, 2))) throw new Unanswered(error);
    throw error;
  }
}

/** The database chose another transaction over this one: nothing was written, and the same can be sent again. */
export function isConflict(error: unknown): boolean {
  const state = sqlState(error);
  return state !== null && CONFLICTS.has(state);
}

/** The SQLSTATE that the server sent, or null where it sent none: a lost connection, a time-out on our side. */
function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('severity' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
