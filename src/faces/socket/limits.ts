/** What one socket may ask of the service. */

/** Bytes of the largest message from a client: a token is the longest that there is to say. */
export const MOST_BYTES = 16 * 1024;

/** Messages a second: what is more is answered RATE_LIMITED; who does not stop at all is disconnected. */
export const MESSAGES_A_SECOND = 20;
export const FLOOD_A_SECOND = 200;

/** Customers that one socket of staff or of a service may listen to. */
export const MOST_SUBSCRIPTIONS = 200;

/** Events that may wait for a client that does not read; it is disconnected, and resumes where it was. */
export const MOST_UNSENT = 20_000;

/** Operations of the ledger that are looked through for one `wallet:resume`. */
export const MOST_RESUMED = 5_000;

/** Milliseconds that a connection has to say who it is. */
export const CONNECT_WITHIN_MS = 10_000;
