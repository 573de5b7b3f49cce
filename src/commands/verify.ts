import { Command } from 'commander';
import { openDatabase } from '../database/open.ts';
import { createPool, type Pool } from '../database/pool.ts';
import { redact } from '../log.ts';
import { allLedgers } from '../queries/ledgers.ts';
import type { VerifyReport } from '../queries/verify/report.ts';
import { VERIFY_CONNECTIONS, verifyLedger } from '../queries/verify/verify.ts';
import type { Context, MakeCommand } from './command.ts';
import { createProgress } from './progress.ts';
import { checkpointsIn } from './verify-against.ts';
import { verifyTable } from './verify-table.ts';

interface VerifyCommandOptions {
  readonly json?: true;
  readonly ledger: string;
  readonly against?: string;
  readonly key?: string;
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

async function verify(context: Context, { ledger, against, key }: VerifyCommandOptions): Promise<VerifyReport[]> {
  const database = await openDatabase(context.config(), context.log(), { beside: true });
  const pool = createPool({ url: database.appUrl, max: VERIFY_CONNECTIONS, log: context.log(), name: 'pochi verify' });
  const progress = createProgress();
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
    progress.end();
    await pool.end();
    await database.close();
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

/** Heights and counts are numbers in JSON. */
const asJson = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part), 2);
