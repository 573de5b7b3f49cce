/** Rows as text: PostgreSQL's own, with everything pinned that could make the same rows read differently elsewhere. */
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from, to } from 'pg-copy-streams';
import { quoted, type Table } from './tables.ts';

/** As much of a table's text as is held in memory at a time. */
export const PIECE_BYTES = 4 * 1024 * 1024;

const CANONICAL = [
  "client_encoding = 'UTF8'",
  "timezone = 'UTC'",
  "datestyle = 'ISO, YMD'",
  "intervalstyle = 'iso_8601'",
  "bytea_output = 'hex'",
  'extra_float_digits = 1',
  'statement_timeout = 0',
  'idle_in_transaction_session_timeout = 0',
];

/** For the rest of the transaction that the client is in. */
export async function pinText(client: ClientBase): Promise<void> {
  await client.query(CANONICAL.map((setting) => `set local ${setting}`).join(';'));
}

export interface Digest {
  readonly rows: number;
  readonly sha256: string;
}

/** Reads a table in the order of its primary key, and hands its text on in pieces of `PIECE_BYTES`, the last one smaller. */
export async function readRows(
  client: ClientBase,
  { name, columns, key }: Table,
  take: (piece: Buffer) => Promise<void> = async () => {},
): Promise<Digest> {
  const stream = client.query(
    to(`copy (select ${quoted(columns)} from ${quoted([name])} order by ${quoted(key)}) to stdout`),
  );
  const hash = createHash('sha256');
  let rows = 0;
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    rows += linesIn(chunk);
    held.push(chunk);
    bytes += chunk.length;
    while (bytes >= PIECE_BYTES) {
      const all = Buffer.concat(held);
      await take(all.subarray(0, PIECE_BYTES));
      held = [all.subarray(PIECE_BYTES)];
      bytes -= PIECE_BYTES;
    }
  }
  if (bytes > 0) await take(Buffer.concat(held));
  return { rows, sha256: hash.digest('hex') };
}

/**
 * A row of this text ends in the one line feed that it has. PostgreSQL tells their number too, but in a message of its own
 * behind the text: the stream may end before that has come, and its `rowCount` is 0 till then.
 */
function linesIn(text: Buffer): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Writes such text into a table. */
export async function writeRows(
  client: ClientBase,
  { name, columns }: Table,
  text: AsyncIterable<Buffer>,
): Promise<void> {
  await pipeline(text, client.query(from(`copy ${quoted([name])} (${quoted(columns)}) from stdin`)));
}
