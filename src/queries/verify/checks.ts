/** The checks that are queries: each file of database/checks gives the violations of what its comment says. */
import { readdir, readFile } from 'node:fs/promises';
import type { ClientBase } from 'pg';
import { type CheckResult, timed, type Violation } from './report.ts';

export interface Check {
  /** Its file name without `.sql`. */
  readonly name: string;
  readonly proves: string;
  readonly sql: string;
}

const CHECKS = new URL('../../../database/checks/', import.meta.url);
const SUFFIX = '.sql';

/** All checks, by name. Throws where a file does not begin with a comment that says what it proves. */
export async function readChecks(): Promise<Check[]> {
  const files = (await readdir(CHECKS)).filter((file) => file.endsWith(SUFFIX)).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const sql = await readFile(new URL(file, CHECKS), 'utf8');
      return { name: file.slice(0, -SUFFIX.length), proves: commentOf(sql, file), sql };
    }),
  );
}

function commentOf(sql: string, file: string): string {
  const lines = sql.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--'));
  if (end < 1) throw new Error(`${file} does not say what it proves`);
  return lines
    .slice(0, end)
    .map((line) => line.slice(2).trim())
    .join(' ');
}

/** Runs a check with its arguments, the ledger first; `checked` is how many rows it looks at. */
export const runCheck = (
  client: ClientBase,
  check: Check,
  values: readonly unknown[],
  checked: number,
): Promise<CheckResult> =>
  timed({ ...check, checked }, async () => {
    const { rows } = await client.query<Violation>(check.sql, [...values]);
    return { violations: rows.map(({ subject, problem }) => ({ subject, problem })), rows: rows.length };
  });
