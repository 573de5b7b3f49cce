/** From where to where in the books, as the command line says it: by heights of blocks, or by times. */
import { InvalidArgumentError } from 'commander';
import type { Database } from '../queries/database.ts';
import { headOf, heightAt } from '../queries/feed.ts';

/** A block by its height, or the blocks of a time. */
export type Bound = bigint | Date;

/** Throws InvalidArgumentError. */
export function bound(text: string): Bound {
  if (/^[1-9][0-9]{0,17}$/.test(text)) return BigInt(text);
  const time = new Date(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(time.getTime())) {
    throw new InvalidArgumentError('It is the height of a block, or a time such as 2026-01-31T00:00:00Z.');
  }
  return time;
}

export async function firstBlock(database: Database, ledgerId: bigint, bound: Bound): Promise<bigint> {
  return typeof bound === 'bigint' ? bound : heightAt(database, ledgerId, bound);
}

/** The newest where no bound is given, or one beyond it. */
export async function lastBlock(database: Database, ledgerId: bigint, bound: Bound | undefined): Promise<bigint> {
  const head = await headOf(database, ledgerId);
  if (bound === undefined) return head;
  // The time itself belongs to it.
  const last =
    typeof bound === 'bigint' ? bound : (await heightAt(database, ledgerId, new Date(bound.getTime() + 1))) - 1n;
  return last < head ? last : head;
}
