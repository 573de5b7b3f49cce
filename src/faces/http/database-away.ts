// 08: connection; 53: out of memory, disk or connections; 57P0x: shut down, starting up or cancelled.
const AWAY_STATE = /^(?:08|53|57P0)/;
const AWAY_SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']);
// The driver's own errors have neither a state nor a code.
const AWAY_DRIVER =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired|Query read timeout)/;

/** Whether a read failed because the database can't be reached or can't answer now: not the request's fault, nor a defect. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  const code = 'code' in error ? String(error.code) : '';
  return AWAY_STATE.test(code) || AWAY_SOCKET.has(code) || AWAY_DRIVER.test(error.message);
}
