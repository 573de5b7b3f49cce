/** The outbox of whoever is signed in. */
import { authorizedFetch } from '../session/authorized-fetch.ts';
import { pendingWrites } from '../session/pending-writes.ts';
import { sessionStore } from '../session/session.ts';
import { createStore } from '../store.ts';
import { language } from '../words/store.ts';
import { pageSurroundings } from './browser.ts';
import type { Scope } from './intent.ts';
import { Outbox } from './outbox.ts';

/** Null while nobody is signed in, and until the queue is open. */
export const outboxStore = createStore<Outbox | null>(null);

/** Expired or not: only the service can tell, as this device's clock may be wrong. */
const bearer = () => sessionStore.get().session;

/** One change of user after the other. */
let turn = Promise.resolve();

/**
 * Follows the session for as long as the page lives: opens the queue of whoever signs in, closes that of who leaves. What
 * goes wrong in opening is given to `failed`.
 */
export function followSession(failed: (error: unknown) => void): void {
  const follow = () => {
    turn = turn.then(switchUser).catch(failed);
  };
  sessionStore.subscribe(follow);
  follow();
}

async function switchUser(): Promise<void> {
  const { session, expired } = sessionStore.get();
  const open = outboxStore.get();
  if (open && session && isSame(open.scope, session)) {
    if (!expired) open.signedIn();
    return;
  }
  outboxStore.set(null);
  if (open) await leave(open, session === null);
  if (session) await enter(session);
}

const isSame = (a: Scope, b: Scope): boolean => a.ledger === b.ledger && a.subject === b.subject;

async function enter({ ledger, subject }: Scope): Promise<void> {
  const outbox = await Outbox.open({ ledger, subject }, pageSurroundings({ fetch: authorizedFetch, bearer, language }));
  const count = () => {
    const { waiting, sending, attention } = outbox.state();
    pendingWrites.set({ waiting, sending, attention });
  };
  outbox.subscribe(count);
  count();
  outboxStore.set(outbox);
}

/** `signedOut` and not merely replaced: they had nothing left to send, and nothing of theirs stays. */
async function leave(outbox: Outbox, signedOut: boolean): Promise<void> {
  // Another tab may have queued something in this moment: then it stays until they are back.
  if (signedOut) await outbox.forget().catch(() => {});
  await outbox.close();
  pendingWrites.set({ waiting: 0, sending: 0, attention: 0 });
}

/** Throws where nobody is signed in: screens with writes are not shown then. */
export function currentOutbox(): Outbox {
  const outbox = outboxStore.get();
  if (!outbox) throw new Error('there is no outbox: nobody is signed in');
  return outbox;
}
