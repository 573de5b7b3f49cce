import { Command } from 'commander';
import type { Manifest } from '../backup/manifest.ts';
import { Archive } from '../backup/open-archive.ts';
import { restoreBackup } from '../backup/restore.ts';
import { type KeptSecret, putSecrets, refuseOtherSecrets } from '../data-dir.ts';
import { openDatabase } from '../database/open.ts';
import { redact } from '../log.ts';
import type { VerifyReport } from '../queries/verify/report.ts';
import type { Context, MakeCommand } from './command.ts';
import { createProgress, type Progress } from './progress.ts';
import { verifyBooks } from './verify-books.ts';
import { verifyTable } from './verify-table.ts';

interface RestoreCommandOptions {
  readonly from: string;
  readonly check?: true;
  readonly against?: string;
  readonly key?: string;
}

const UNSOUND = 1;
const BROKE_OFF = 2;

/** Exit code 0 only where the books were restored and found sound, 1 on any violation, 2 where it broke off. */
export const restoreCommand: MakeCommand = (context) =>
  new Command('restore')
    .description('put a backup into an empty database, and verify the books in it')
    .requiredOption('--from <file>', 'what pochi backup has written')
    .option('--check', 'only make sure that the file is whole; touch no database')
    .option('--against <file>', 'also compare with the checkpoints that were exported to this file')
    .option('--key <public key>', 'with --against: trust only this key')
    .action(async (options: RestoreCommandOptions) => {
      const progress = createProgress();
      try {
        const archive = await Archive.open(options.from, (done, all) => progress.update(done, all, 'reading the file'));
        try {
          console.log(summary(archive.manifest));
          if (!options.check) await restore(context, archive, options, progress);
        } finally {
          await archive.close();
        }
      } catch (error) {
        console.error(`pochi: ${redact(String(error instanceof Error ? error.message : error))}`);
        process.exitCode = BROKE_OFF;
      } finally {
        progress.end();
      }
    });

const summary = ({ takenAt, ledgers }: Manifest): string =>
  [`taken at ${takenAt}`, ...ledgers.map(({ name, height }) => `ledger ${name} up to block ${height}`)].join('\n');

async function restore(
  context: Context,
  archive: Archive,
  { against, key }: RestoreCommandOptions,
  progress: Progress,
): Promise<void> {
  const config = context.config();
  const log = context.log();
  const secrets = await secretsIn(archive);
  await refuseOtherSecrets(config.dataDir, secrets);
  const database = await openDatabase(config, log, {
    first: (ownerUrl) =>
      restoreBackup({ ownerUrl, archive, log, onRows: (done, all, table) => progress.update(done, all, table) }),
  });
  try {
    await putSecrets(config.dataDir, secrets);
    const reports = await verifyBooks(context, database, progress, { ledger: 'all', against, key });
    progress.end();
    console.log(reports.map(verifyTable).join('\n\n'));
    const otherwise = headProblem(archive.manifest, reports);
    if (otherwise !== null) console.log(otherwise);
    if (otherwise !== null || reports.some(({ sound }) => !sound)) process.exitCode = UNSOUND;
  } finally {
    await database.close();
  }
}

const secretsIn = (archive: Archive): Promise<KeptSecret[]> =>
  Promise.all(
    archive.manifest.keys.map(async (key) => ({
      name: key.name,
      secret: (await archive.bytesOf(key)).toString('utf8'),
    })),
  );

/** What the books, though sound, have otherwise than the manifest says; null where they are the same. */
function headProblem({ ledgers }: Manifest, reports: readonly VerifyReport[]): string | null {
  const heads = (all: readonly { name: string; height: bigint | string; hash: string }[]) =>
    all.map(({ name, height, hash }) => `${name} at block ${height} ${hash}`).join(', ');
  const restored = heads(reports.map(({ ledger: name, height, hash }) => ({ name, height, hash })));
  return restored === heads(ledgers) ? null : `The backup was taken of ${heads(ledgers)}; restored was ${restored}.`;
}
