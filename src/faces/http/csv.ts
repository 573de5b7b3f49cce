/**
 * CSV (RFC 4180) as a stream. Its last record tells how many records there are before it, the header not counted, and the
 * SHA-256 of every byte before it: a file that was cut or changed does not agree with it.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Texts are quoted and disarmed; numbers, which are ours, stand as they are. */
export type Cell = string | bigint | number | null;

// A spreadsheet takes a text that begins so for a formula.
const FORMULA = /^[=+\-@\t\r]/;

function written(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : cell.toString();
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A number that is written already, such as `-12.50`. */
export class Plain {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export const csvRecord = (cells: readonly (Cell | Plain)[]): string =>
  `${cells.map((cell) => (cell instanceof Plain ? cell.text : written(cell))).join()}\r\n`;

type Row = readonly (Cell | Plain)[];

async function* bytesOf(header: readonly string[], pages: AsyncIterable<readonly Row[]>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let count = 0;
  const sent = (text: string) => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    return bytes;
  };
  yield sent(csvRecord(header));
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    count += rows.length;
    yield sent(rows.map(csvRecord).join(''));
  }
  yield Buffer.from(csvRecord(['#rows', count, '#sha256', hash.digest('hex')]));
}

/** Answers with a file of this name, page by page as they come. */
export function sendCsv(
  reply: FastifyReply,
  file: string,
  header: readonly string[],
  pages: AsyncIterable<readonly Row[]>,
): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="${file}"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(bytesOf(header, pages), { objectMode: false }));
}

/** For what is small enough to be had at once. */
export async function* onePage(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
