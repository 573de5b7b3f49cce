import { type DBSchema, openDB } from 'idb';

interface SessionDatabase extends DBSchema {
  session: { key: 'token'; value: string };
}

const open = () =>
  openDB<SessionDatabase>('pochi-session', 1, {
    upgrade(database) {
      database.createObjectStore('session');
    },
  });

/** The token of whoever is signed in on this device; null where there is none, or no storage. */
export async function keptToken(): Promise<string | null> {
  try {
    const database = await open();
    const token = await database.get('session', 'token');
    database.close();
    return token ?? null;
  } catch {
    return null;
  }
}

/** Keeps the token, or forgets it. A browser without storage works until the page is closed. */
export async function keepToken(token: string | null): Promise<void> {
  try {
    const database = await open();
    if (token === null) await database.delete('session', 'token');
    else await database.put('session', token, 'token');
    database.close();
  } catch {}
}
