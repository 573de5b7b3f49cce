/** Checkpoints that were kept in a file, for the verification to compare the books with. */
import { readFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { checkpointKey } from '../faces/checkpoints/key.ts';
import { originOf } from '../ledger/checkpoint.ts';
import { type Checkpoint, openCheckpoint } from '../ledger/proof-check.ts';
import { checkpointKeys } from '../queries/checkpoints.ts';
import type { Database } from '../queries/database.ts';

/** A note ends with its signatures; what stands behind them is the next one. */
const NOTES = /[^\n]+\n(?:[^\n]+\n)+\n(?:— [^\n]+\n)+/gu;

/**
 * Reads the file. Throws where it holds no checkpoint, where one was not signed by a key that is known, and where one is
 * of none of these ledgers. `key` is the one key to trust, in base64 or as tools for signed notes write it; without it,
 * every key that ever signed here is trusted.
 */
export async function checkpointsIn(
  file: string,
  key: string | undefined,
  { config, database, ledgers }: { config: Config; database: Database; ledgers: readonly string[] },
): Promise<Map<string, Checkpoint[]>> {
  const notes = (await readFile(file, 'utf8')).match(NOTES) ?? [];
  if (notes.length === 0) throw new Error(`there is no checkpoint in ${file}`);
  const keys = key === undefined ? await knownKeys(config, database) : [rawKey(key)];
  const byLedger = new Map<string, Checkpoint[]>(ledgers.map((ledger) => [ledger, []]));
  for (const note of notes) {
    const opened = await openCheckpoint(note, keys);
    if (!opened.valid) throw new Error(`a checkpoint in ${file} cannot be trusted: ${opened.problem}`);
    const { origin } = opened.proven;
    const ledger = ledgers.find((name) => originOf(config.checkpointOrigin, name) === origin);
    if (ledger === undefined) throw new Error(`the log ${origin}, which ${file} names, is none of these books`);
    byLedger.get(ledger)?.push(opened.proven);
  }
  return byLedger;
}

async function knownKeys(config: Config, database: Database): Promise<string[]> {
  const [own, recorded] = await Promise.all([checkpointKey(config), checkpointKeys(database)]);
  return [own, ...recorded].map(({ publicKey }) => publicKey.toString('base64'));
}

/** `name+id+base64`, where a byte that names the algorithm stands before the key, or the base64 of the key alone. */
function rawKey(text: string): string {
  const [, letters] = /^[^\s+]+\+[0-9a-f]{8}\+(.+)$/.exec(text) ?? [];
  return letters === undefined ? text : Buffer.from(letters, 'base64').subarray(1).toString('base64');
}
