/** The beginning of an answer, as text that can be kept and shown. */
import { Buffer } from 'node:buffer';

const EXCERPT_BYTES = 1_024;
/** What may follow is thrown away, up to here: then the connection can be used again. */
const MOST_BYTES = 65_536;

/** Its first kilobyte; more than 64 kB end the connection. */
export async function excerptOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    if (bytes < EXCERPT_BYTES) kept.push(chunk.subarray(0, EXCERPT_BYTES - bytes));
    bytes += chunk.length;
    if (bytes > MOST_BYTES) break;
  }
  // A character that was cut in two, and the one that PostgreSQL can't keep, are left out.
  return Buffer.concat(kept).toString('utf8').replaceAll('\0', '').replace(/�+$/, '');
}
