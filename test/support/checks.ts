/** The queries of database/checks, as tests ask them. */

import type { Pool } from '../../src/database/pool.ts';
import { type Check, readChecks } from '../../src/queries/verify/checks.ts';

let read: Promise<Check[]> | null = null;

/** Every violation that the checks find in this ledger, a line each; `names` picks some of the checks. */
export async function checkViolations(database: Pool, ledgerId: bigint, names?: readonly string[]): Promise<string[]> {
  read ??= readChecks();
  const found: string[] = [];
  for (const { name, sql } of await read) {
    if (names && !names.includes(name)) continue;
    const { rows } = await database.query<{ subject: string; problem: string }>(sql, [ledgerId]);
    for (const { subject, problem } of rows) found.push(`${name}: ${subject} ${problem}`);
  }
  return found;
}
