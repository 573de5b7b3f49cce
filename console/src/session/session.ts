/** Who works at this console: one session for all of its tabs, kept across reloads until they sign out. */
import { createStore, useStore } from '../store.ts';
import { keepToken, keptToken } from './kept-token.ts';
import { pendingWrites } from './pending-writes.ts';
import { type Operation, readToken, roleCan, type Session } from './token.ts';

export interface SessionState {
  readonly session: Session | null;
  /** The server no longer takes the token: what was queued stays, and they are asked to sign in again. */
  readonly expired: boolean;
}

export const sessionStore = createStore<SessionState>({ session: null, expired: false });

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('pochi-session');

/** Who was signed in when the page was last open. Never throws: without local storage one signs in anew. */
export async function restoreSession(): Promise<void> {
  const token = await keptToken();
  if (token !== null) {
    try {
      sessionStore.set(stateOf(token));
    } catch {
      await keepToken(null);
    }
  }
  channel?.addEventListener('message', ({ data }: MessageEvent<string | null>) => sessionStore.set(stateOf(data)));
}

function stateOf(token: string | null): SessionState {
  if (token === null) return { session: null, expired: false };
  // Whether it has expired the service says with its first answer: this device's clock may be wrong by a day.
  return { session: readToken(token), expired: false };
}

/** Signs in with a token. Throws TokenProblem where the text has none. */
export async function signIn(pasted: string): Promise<Session> {
  const session = readToken(pasted);
  sessionStore.set({ session, expired: false });
  await keepToken(session.token);
  channel?.postMessage(session.token);
  return session;
}

/** There is still something to send: signing out would leave it behind. */
export class SignOutBlocked extends Error {
  readonly pending: number;

  constructor(pending: number) {
    super(`${pending} writes are not sent yet`);
    this.pending = pending;
  }
}

/** Throws SignOutBlocked while writes are queued. */
export async function signOut(): Promise<void> {
  const { waiting, sending, attention } = pendingWrites.get();
  const pending = waiting + sending + attention;
  if (pending > 0) throw new SignOutBlocked(pending);
  await keepToken(null);
  sessionStore.set({ session: null, expired: false });
  channel?.postMessage(null);
}

/** The server answered 401 to this token; one that was replaced meanwhile is not meant. */
export function expireSession(token: string): void {
  const { session, expired } = sessionStore.get();
  if (session?.token === token && !expired) sessionStore.set({ session, expired: true });
}

/** Whether whoever is signed in may call the operation; the server decides all the same. */
export function can(operation: Operation): boolean {
  const { session } = sessionStore.get();
  return session !== null && roleCan(session.role, operation);
}

/** The name of a local database: what one person keeps here is not seen by the next one at the same till. */
export const storeName = (base: string, { ledger, subject }: Pick<Session, 'ledger' | 'subject'>): string =>
  `pochi:${encodeURIComponent(ledger)}:${encodeURIComponent(subject)}:${base}`;

export const useSession = (): Session | null => useStore(sessionStore).session;
export const useSessionExpired = (): boolean => useStore(sessionStore).expired;
