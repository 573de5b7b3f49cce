import { Command } from 'commander';
import { openDatabase } from '../database/open.ts';
import { redact } from '../log.ts';
import type { VerifyReport } from '../queries/verify/report.ts';
import type { Context, MakeCommand } from './command.ts';
import { createProgress } from './progress.ts';
import { type VerifyBooksOptions, verifyBooks } from './verify-books.ts';
import { verifyTable } from './verify-table.ts';

interface VerifyCommandOptions extends VerifyBooksOptions {
  readonly json?: true;
}

const UNSOUND = 1;
const NOT_RUN = 2;

/** Exit code 0 only where the books were found sound, 1 on any violation, 2 where it could not be found out. */
export const verifyCommand: MakeCommand = (context) =>
  new Command('verify')
    .description('prove that the books are sound, or name what is not')
    .option('--json', 'print the report as JSON')
    .option('--ledger <name>', 'the ledger to verify, or all', 'all')
    .option('--against <file>', 'also compare with the checkpoints that were exported to this file')
    .option('--key <public key>', 'with --against: trust only this key')
    .action(async (options: VerifyCommandOptions) => {
      try {
        const reports = await verify(context, options);
        const sound = reports.every((report) => report.sound);
        console.log(options.json ? asJson({ sound, ledgers: reports }) : reports.map(verifyTable).join('\n\n'));
        process.exitCode = sound ? 0 : UNSOUND;
      } catch (error) {
        console.error(`pochi: ${redact(String(error instanceof Error ? error.message : error))}`);
        process.exitCode = NOT_RUN;
      }
    });

async function verify(context: Context, options: VerifyBooksOptions): Promise<VerifyReport[]> {
  const database = await openDatabase(context.config(), context.log(), { beside: true });
  const progress = createProgress();
  try {
    return await verifyBooks(context, database, progress, options);
  } finally {
    progress.end();
    await database.close();
  }
}

/** Heights and counts are numbers in JSON. */
const asJson = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part), 2);
