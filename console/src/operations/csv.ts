/** Files of what a list shows, with what proves them. */
import { problemFrom } from '../api/client.ts';
import { authorizedFetch } from '../session/authorized-fetch.ts';

export interface CsvFile {
  readonly name: string;
  readonly blob: Blob;
  /** What the file says of itself: records below its heading, and the SHA-256 of all that is before that line. */
  readonly rows: number;
  readonly hash: string;
  /** Whether what arrived has that hash; null where this browser can't tell, as on a page without HTTPS. */
  readonly isWhole: boolean | null;
}

/** The file was cut short: its last line is not there. */
export class CutFile extends Error {}

/** Asks for all that matches, not only what is on the screen. Throws ApiError, CutFile. */
export async function fetchCsv(path: string, query: Readonly<Record<string, string | undefined>>): Promise<CsvFile> {
  const wanted = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const response = await authorizedFetch(new Request(`${path}?${new URLSearchParams(wanted)}`));
  if (!response.ok) throw await problemFrom(response);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { rows, hash, before } = readTrailer(bytes);
  return {
    name: path.split('/').at(-1) ?? path,
    blob: new Blob([bytes], { type: 'text/csv;charset=utf-8' }),
    rows,
    hash,
    isWhole: globalThis.crypto.subtle ? (await sha256(bytes.subarray(0, before))) === hash : null,
  };
}

const TRAILER = /#rows,(\d+),#sha256,([0-9a-f]{64})\r\n$/;
const LONGEST_TRAILER = 120;

function readTrailer(bytes: Uint8Array): { rows: number; hash: string; before: number } {
  const end = new TextDecoder('latin1').decode(bytes.subarray(-LONGEST_TRAILER));
  const [line, rows, hash] = TRAILER.exec(end) ?? [];
  if (line === undefined || hash === undefined) throw new CutFile();
  return { rows: Number(rows), hash, before: bytes.length - line.length };
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Puts a file among the downloads. */
export function saveFile(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
