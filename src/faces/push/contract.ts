/**
 * What a browser gets: the decrypted text of a push message is this object as JSON (blanks may follow it). A service
 * worker shows it with `registration.showNotification(title, { body, tag, data: { url }, timestamp: Date.parse(at) })`
 * and opens `url` when it is tapped.
 */
export interface PushMessage {
  /**
   * The event's, and the same each time it is sent: a message may come twice. A worker needs no memory of them, since
   * a notification whose `tag` is on the screen already takes its place.
   */
  readonly id: string;
  /** A few words, in the language of the subscription. */
  readonly title: string;
  /** One sentence; amounts stand in it only if the subscription asked for them. */
  readonly body: string;
  /** The id once more: each notification is of its own, and none pushes another from the screen. */
  readonly tag: string;
  /** Where it can be read in full: an address of the console, such as `/me?transaction=0198c0de-...`. */
  readonly url: string;
  /** When it was recorded: ISO 8601, UTC. */
  readonly at: string;
}

/** Where the console shows a transaction to its customer. */
export const urlOf = (transaction: string): string => `/me?transaction=${transaction}`;
