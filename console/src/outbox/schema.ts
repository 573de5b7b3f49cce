/** The database of the outbox: one a device, since its counter must not start anew for each user. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { translated } from './errors.ts';
import type { Discard, SettledIntent, UnsentIntent } from './intent.ts';

export type ScopedKey = [scope: string, sequence: number];

/** What belongs to the device rather than to a user. */
export interface Device {
  /** Begins every reference that this device gives out. */
  readonly prefix: string;
  /** The last number given out. */
  readonly sequence: number;
}

/** What was last heard of the service's clock. */
export interface HeardClock {
  /** Milliseconds to add to this device's clock. */
  readonly offset: number;
  /** The service's time when it was heard: it can't be earlier than that now. */
  readonly heard: number;
}

export interface OutboxSchema extends DBSchema {
  unsent: { key: ScopedKey; value: UnsentIntent; indexes: { id: string } };
  settled: { key: ScopedKey; value: SettledIntent; indexes: { id: string } };
  discards: { key: ScopedKey; value: Discard };
  device: { key: 'device'; value: Device };
  clock: { key: 'clock'; value: HeardClock };
}

export type OutboxDatabase = IDBPDatabase<OutboxSchema>;
export type Upgrade = (
  database: OutboxDatabase,
  transaction: IDBPTransaction<OutboxSchema, StoreNames<OutboxSchema>[], 'versionchange'>,
) => void | Promise<void>;

/** Each brings a database of the version before to the next; one that was released never changes. */
export const UPGRADES: readonly Upgrade[] = [
  (database) => {
    for (const name of ['unsent', 'settled'] as const) {
      database.createObjectStore(name, { keyPath: ['scope', 'sequence'] }).createIndex('id', 'id', { unique: true });
    }
    database.createObjectStore('discards', { keyPath: ['scope', 'sequence'] });
    database.createObjectStore('device');
    database.createObjectStore('clock');
  },
];

export const DATABASE_NAME = 'pochi-outbox';

/** Opens the database, and brings it up to date with all that is queued in it. Throws OUTDATED and STORAGE_FULL. */
export async function openDatabase(name: string, upgrades: readonly Upgrade[]): Promise<OutboxDatabase> {
  try {
    const database = await openDB<OutboxSchema>(name, upgrades.length, {
      async upgrade(db, from, _to, transaction) {
        for (const upgrade of upgrades.slice(from)) await upgrade(db, transaction);
      },
      // A newer version in another tab must not wait for this tab to be closed.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return database;
  } catch (error) {
    throw translated(error);
  }
}
