/** The live events of whoever is signed in: they keep what the screens have asked for as it is now. */
import { queryClient } from '../api/queries.ts';
import { expireSession, sessionStore } from '../session/session.ts';
import type { Session } from '../session/token.ts';
import { createStore } from '../store.ts';
import type { LiveConnection, LiveState } from './connection.ts';
import { Refresher } from './refresher.ts';

export const liveState = createStore<LiveState>('off');

/** Whom screens are looking at, and how many of them. */
const heard = new Map<string, number>();
const refresher = new Refresher(readAnew);

let connection: LiveConnection | null = null;
let connectedAs: string | null = null;
let turn = Promise.resolve();

/** Follows the session for as long as the page lives. To be called after the first paint: the socket's code comes with it. */
export function followSession(): void {
  const follow = () => {
    // Without live events the screens are as of when they were read, and say so.
    turn = turn.then(switchUser).catch((error: unknown) => console.warn('there are no live events', error));
  };
  const lookAgain = () => (connection ? connection.connectNow() : follow());
  sessionStore.subscribe(follow);
  addEventListener('online', lookAgain);
  addEventListener('visibilitychange', () => document.visibilityState === 'visible' && lookAgain());
  follow();
}

/** Keeps this customer's data current while a screen shows it; gives the way to stop that. */
export function hear(customer: string): () => void {
  const count = heard.get(customer) ?? 0;
  heard.set(customer, count + 1);
  if (count === 0) connection?.hear(customer);
  return () => {
    const left = (heard.get(customer) ?? 1) - 1;
    if (left > 0) heard.set(customer, left);
    else {
      heard.delete(customer);
      connection?.leave(customer);
    }
  };
}

async function switchUser(): Promise<void> {
  const { session, expired } = sessionStore.get();
  const name = session && JSON.stringify([session.ledger, session.subject, session.role]);
  if (connection && name === connectedAs) {
    if (!expired) connection.renew();
    return;
  }
  connection?.close();
  connection = null;
  connectedAs = name;
  if (session === null || expired) return;
  connection = await connect(session);
  for (const customer of heard.keys()) connection.hear(customer);
}

async function connect({ role, subject, token: first }: Session): Promise<LiveConnection> {
  const [{ io }, { LiveConnection }] = await Promise.all([import('socket.io-client'), import('./connection.ts')]);
  return new LiveConnection({
    open: (auth) =>
      io(location.origin, {
        auth,
        autoConnect: false,
        forceNew: true,
        transports: ['websocket'],
        reconnectionDelay: 300,
        reconnectionDelayMax: 5_000,
      }),
    token: () => sessionStore.get().session?.token ?? first,
    own: role === 'customer' ? subject : null,
    changed: (customer) => refresher.mark(customer),
    state: (state) => liveState.set(state),
    refused: expireSession,
  });
}

/** What is on the screen is read at once, the rest when somebody looks at it. */
async function readAnew(customer: string): Promise<void> {
  await Promise.all(['customer', 'own'].map((kind) => queryClient.invalidateQueries({ queryKey: [kind, customer] })));
}
