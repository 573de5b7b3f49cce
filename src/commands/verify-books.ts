/** The verification of the books as the command line does it, with its progress. */
import type { OpenDatabase } from '../database/open.ts';
import { createPool, type Pool } from '../database/pool.ts';
import { allLedgers } from '../queries/ledgers.ts';
import type { VerifyReport } from '../queries/verify/report.ts';
import { VERIFY_CONNECTIONS, verifyLedger } from '../queries/verify/verify.ts';
import type { Context } from './command.ts';
import type { Progress } from './progress.ts';
import { checkpointsIn } from './verify-against.ts';

export interface VerifyBooksOptions {
  /** A ledger's name, or `all`. */
  readonly ledger: string;
  /** A file with checkpoints to compare with. */
  readonly against?: string | undefined;
  /** The one key that may have signed them. */
  readonly key?: string | undefined;
}

/** A report for each ledger. Throws where there is none of that name, and where the file of checkpoints can't be trusted. */
export async function verifyBooks(
  context: Context,
  { appUrl }: OpenDatabase,
  progress: Progress,
  { ledger, against, key }: VerifyBooksOptions,
): Promise<VerifyReport[]> {
  const pool = createPool({ url: appUrl, max: VERIFY_CONNECTIONS, log: context.log(), name: 'pochi verify' });
  try {
    const reports: VerifyReport[] = [];
    const external = against === undefined ? null : await externalCheckpoints(context, pool, against, key);
    for (const { id, name } of await ledgersToVerify(pool, ledger)) {
      const onProgress = (done: number, all: number) =>
        progress.update(done, all, `${name}: ${done.toLocaleString('en')} operations`);
      reports.push(await verifyLedger(pool, id, { onProgress, against: external?.get(name) ?? [] }));
    }
    return reports;
  } finally {
    await pool.end();
  }
}

const externalCheckpoints = async (context: Context, pool: Pool, file: string, key: string | undefined) =>
  checkpointsIn(file, key, {
    config: context.config(),
    database: pool,
    ledgers: (await allLedgers(pool)).map(({ name }) => name),
  });

async function ledgersToVerify(pool: Pool, wanted: string) {
  const ledgers = await allLedgers(pool);
  const chosen = wanted === 'all' ? ledgers : ledgers.filter(({ name }) => name === wanted);
  if (chosen.length === 0) throw new Error(`there is no ledger ${wanted}`);
  return chosen;
}
