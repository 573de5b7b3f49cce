import { Command } from 'commander';
import { openDatabase } from '../database/open.ts';
import { createPool, type Pool } from '../database/pool.ts';
import { redact } from '../log.ts';
import { allLedgers } from '../queries/ledgers.ts';
import type { VerifyReport } from '../queries/verify/report.ts';
import { verifyLedger } from '../queries/verify/verify.ts';
import type { Context, MakeCommand } from './command.ts';
import { createProgress } from './progress.ts';
import { verifyTable } from './verify-table.ts';

interface VerifyCommandOptions {
  readonly json?: true;
  readonly ledger: string;
}

const UNSOUND = 1;
const NOT_RUN = 2;

/** Exit code 0 only where the books were found sound, 1 on any violation, 2 where it could not be found out. */
export const verifyCommand: MakeCommand = (context) =>
  new Command('verify')
    .description('prove that the books are sound, or name what is not')
    .option('--json', 'print the report as JSON')
    .option('--ledger <name>', 'the ledger to verify, or all', 'all')
    .action(async (options: VerifyCommandOptions) => {
      try {
        const reports = await verify(context, options.ledger);
        const sound = reports.every((report) => report.sound);
        console.log(options.json ? asJson({ sound, ledgers: reports }) : reports.map(verifyTable).join('\n\n'));
        process.exitCode = sound ? 0 : UNSOUND;
      } catch (error) {
        console.error(`pochi: ${redact(String(error instanceof Error ? error.message : error))}`);
        process.exitCode = NOT_RUN;
      }
    });

async function verify(context: Context, ledger: string): Promise<VerifyReport[]> {
  const database = await openDatabase(context.config(), context.log(), { beside: true });
  const pool = createPool({ url: database.appUrl, max: 4, log: context.log(), name: 'pochi verify' });
  const progress = createProgress();
  try {
    const reports: VerifyReport[] = [];
    for (const { id, name } of await ledgersToVerify(pool, ledger)) {
      const onProgress = (done: number, all: number) =>
        progress.update(done, all, `${name}: ${done.toLocaleString('en')} operations`);
      reports.push(await verifyLedger(pool, id, { onProgress }));
    }
    return reports;
  } finally {
    progress.end();
    await pool.end();
    await database.close();
  }
}

async function ledgersToVerify(pool: Pool, wanted: string) {
  const ledgers = await allLedgers(pool);
  const chosen = wanted === 'all' ? ledgers : ledgers.filter(({ name }) => name === wanted);
  if (chosen.length === 0) throw new Error(`there is no ledger ${wanted}`);
  return chosen;
}

/** Heights and counts are numbers in JSON. */
const asJson = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part), 2);
