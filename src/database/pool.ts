/** Connection pools that survive the loss of a connection and read int8 exactly. */
import pg from 'pg';
import type { Log } from '../log.ts';
import { withSettings } from './url.ts';

export type Pool = pg.Pool;

export interface PoolOptions {
  readonly url: string;
  readonly max: number;
  readonly log: Log;
  /** What `pg_stat_activity` shows. */
  readonly name?: string;
  /** Session settings of each of its connections, such as `statement_timeout`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** `text` leaves json and jsonb as PostgreSQL wrote them, for answers that must not change by a byte. */
  readonly json?: 'parsed' | 'text';
  /** `text` leaves int8 as the driver does, for libraries that count on it. */
  readonly int8?: 'bigint' | 'text';
  /** How long to wait for a connection, in milliseconds. */
  readonly patience?: number;
  /**
   * How long to wait for the answer to a statement, in milliseconds; without end where it is not given. A connection
   * that died without a sign would otherwise be waited for for ever.
   */
  readonly answerWithin?: number;
}

/** A pool that opens connections as they are needed; it is the caller's to `end()`. */
export function createPool({
  url,
  max,
  log,
  name = 'pochi',
  settings = {},
  json = 'parsed',
  int8 = 'bigint',
  patience = 5000,
  answerWithin,
}: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: withSettings(url, settings),
    max,
    application_name: name,
    ...(int8 === 'bigint' && { types: json === 'text' ? EXACT_WITH_JSON_TEXT : EXACT }),
    connectionTimeoutMillis: patience,
    ...(answerWithin === undefined ? {} : { query_timeout: answerWithin }),
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  // An error that nobody listens to ends the process, and a database that restarts sends one to every
  // connection: idle ones through the pool, those that are lent out through themselves.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'));
  pool.on('connect', (client) => {
    client.on('error', (error) => log.debug({ err: error }, 'a database connection was lost'));
  });
  return pool;
}

/** Reading from text, by type: the driver's own readers go through floats, and are shared by the whole process. */
type Reader = (text: string) => unknown;

const OID = { int8: 20, int8Array: 1016, json: 114, jsonb: 3802 } as const;

const readInt8Array: Reader = (text) =>
  text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((item) => (item === 'NULL' ? null : BigInt(item)));

const asText: Reader = (text) => text;

const INTEGERS: readonly (readonly [number, Reader])[] = [
  [OID.int8, BigInt],
  [OID.int8Array, readInt8Array],
];

function readers(own: ReadonlyMap<number, Reader>): pg.CustomTypesConfig {
  return {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      own.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
  };
}

const EXACT = readers(new Map(INTEGERS));
const EXACT_WITH_JSON_TEXT = readers(new Map([...INTEGERS, [OID.json, asText], [OID.jsonb, asText]]));
