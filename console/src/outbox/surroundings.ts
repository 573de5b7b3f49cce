/** What the outbox needs of the world: given by the browser, or by a test. */

export interface Bearer {
  readonly token: string;
  /** Whom the token is for, as its claims say. */
  readonly ledger: string;
  readonly subject: string;
}

/** What tabs tell each other: that the queue has changed, has something to send, or may be sent again. */
export type Notice = 'changed' | 'nudge' | 'signedIn';

/** Carries notices to the other tabs of the same queue, not to this one. */
export interface Channel {
  post(notice: Notice): void;
  close(): void;
}

export interface Surroundings {
  fetch(path: string, init: RequestInit): Promise<Response>;
  /** The token in hand; null where nobody is signed in. */
  bearer(): Bearer | null;
  /** For the words of refusals. */
  language(): string;
  readonly locks: Pick<LockManager, 'request'>;
  openChannel(name: string, hear: (notice: Notice) => void): Channel;
  /** False where it is certain that there is no network. */
  online(): boolean;
  /** Calls back whenever the network returns; gives the way to stop that. */
  onOnline(back: () => void): () => void;
  newId(): string;
  /** From 0 to less than 1. */
  random(): number;
  /** This device's time in milliseconds, right or wrong. */
  wall(): number;
  /** Milliseconds that only ever go forward. */
  monotonic(): number;
  /** Resolves after so many milliseconds, or at once when the signal says so. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}
