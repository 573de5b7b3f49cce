import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { writeBackup } from '../backup/backup.ts';
import { keptSecrets } from '../data-dir.ts';
import { openDatabase } from '../database/open.ts';
import type { Context, MakeCommand } from './command.ts';
import { createProgress } from './progress.ts';

interface BackupCommandOptions {
  readonly out: string;
  readonly withKeys?: true;
}

export const backupCommand: MakeCommand = (context) =>
  new Command('backup')
    .description('write everything to one file, as it is at one moment, while the service goes on')
    .requiredOption('--out <path>', 'the file, which must not be there yet; or a directory, in which one is made')
    .option('--with-keys', 'also the secrets that Pochi made and keeps in DATA_DIR')
    .action(async (options: BackupCommandOptions) => {
      await backUp(context, options);
    });

async function backUp(context: Context, { out, withKeys }: BackupCommandOptions): Promise<void> {
  const config = context.config();
  const file = await fileFor(out);
  const database = await openDatabase(config, context.log(), { beside: true, unmigrated: true });
  const progress = createProgress();
  try {
    const { manifest, sha256 } = await writeBackup({
      url: database.ownerUrl,
      file,
      keys: withKeys ? await keptSecrets(config.dataDir) : [],
      log: context.log(),
      onTable: (done, all, name) => progress.update(done, all, name),
    });
    progress.end();
    for (const { name, height } of manifest.ledgers) console.log(`ledger ${name} up to block ${height}`);
    if (manifest.keys.length > 0) console.log(`keys ${manifest.keys.map(({ name }) => name).join(', ')}`);
    console.log(`${file} sealed by SHA-256 ${sha256}`);
  } finally {
    progress.end();
    await database.close();
  }
}

/** In a directory each has a name of its own, which sorts by time. */
async function fileFor(out: string): Promise<string> {
  const found = await stat(out).catch(() => null);
  if (!found?.isDirectory()) return out;
  return join(out, `pochi-${new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.tar`);
}
