/** Records of what was run against the service: small files of one form, of which docs/operating/reliability.md is made. */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';

/** What a run tells of itself. */
export interface Made {
  /** Its name in the plan: see plan.ts. */
  readonly run: string;
  readonly what: string;
  readonly when: Date;
  /** What it was made from; null where chance has no part in it. */
  readonly seed: number | null;
  /** How often, in the unit of the plan. */
  readonly count: number;
  /** How long the fault lasted at most, where it has a length. */
  readonly seconds?: number;
  /** Figures by name, one below another where they belong together. */
  readonly counts: Readonly<Record<string, unknown>>;
  /** A line for everything that is not as it must be. */
  readonly problems: readonly string[];
}

export interface RunRecord extends Omit<Made, 'when'> {
  readonly when: string;
  readonly commit: string;
  readonly machine: string;
  readonly tookSeconds: number;
  readonly result: 'sound' | 'wrong';
}

/** Of what is wrong, a record keeps so many lines: the rest is more of the same. */
const MOST_PROBLEMS = 50;

/** The record of a run that ends now. */
export function recordOf({ when, problems, ...made }: Made): RunRecord {
  return {
    ...made,
    when: when.toISOString(),
    commit: commit(),
    machine: machine(),
    tookSeconds: Math.round((Date.now() - when.getTime()) / 1_000),
    result: problems.length === 0 ? 'sound' : 'wrong',
    problems: problems.slice(0, MOST_PROBLEMS),
  };
}

/** Writes the record of a run that ends now into this directory; without one, it only gives it. */
export async function writeRecord(directory: string | undefined, made: Made): Promise<RunRecord> {
  const record = recordOf(made);
  if (directory) {
    await mkdir(directory, { recursive: true });
    const file = `${record.run}-${record.when.slice(0, 19).replaceAll(/[-:]/g, '')}Z.json`;
    await writeFile(join(directory, file), `${JSON.stringify(record, null, 2)}\n`);
  }
  return record;
}

/** Prints the record, writes it where one asks for it, and says by the exit code whether all was as it must be. */
export async function conclude(directory: string | undefined, made: Made): Promise<void> {
  const record = await writeRecord(directory, made);
  console.log(JSON.stringify(record, null, 2));
  process.exitCode = record.result === 'sound' ? 0 : 1;
}

const machine = (): string =>
  `${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.version}`;

/** The commit that was run, and whether anything was changed since; outside of a clone nobody can say. */
function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const hash = git('rev-parse', '--short=12', 'HEAD').trim();
    return git('status', '--porcelain', '--untracked-files=no') === '' ? hash : `${hash} and changes`;
  } catch {
    return 'unknown';
  }
}
