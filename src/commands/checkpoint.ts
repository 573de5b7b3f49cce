import { appendFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { Config } from '../config.ts';
import { openDatabase } from '../database/open.ts';
import { createPool, type Pool } from '../database/pool.ts';
import { Checkpoints } from '../faces/checkpoints/checkpoints.ts';
import { checkpointKey, renewCheckpointKey } from '../faces/checkpoints/key.ts';
import { originOf, type SigningKey, verifierKey } from '../ledger/checkpoint.ts';
import { addCheckpointKey, listCheckpoints } from '../queries/checkpoints.ts';
import { LedgerNames } from '../queries/ledgers.ts';
import type { Context, MakeCommand } from './command.ts';

interface ExportOptions {
  readonly ledger: string;
  readonly out?: string;
  readonly all?: true;
}

const MOST = 1_000_000;

export const checkpointCommand: MakeCommand = (context) =>
  new Command('checkpoint')
    .description('signed statements of what the books hold, to be kept elsewhere')
    .addCommand(
      new Command('export')
        .description('sign what the books hold now, and print it')
        .option('--out <file>', 'add it to this file instead, behind what it has')
        .option('--all', 'every checkpoint that was ever signed, too')
        .option('--ledger <name>', 'the ledger', 'main')
        .action(async (options: ExportOptions) => {
          const notes = await exported(context, options);
          if (options.out === undefined) process.stdout.write(notes);
          else await appendFile(options.out, notes);
        }),
    )
    .addCommand(
      new Command('key')
        .description('print the public key, in the form that tools for signed notes take')
        .option('--ledger <name>', 'the ledger', 'main')
        .action(async ({ ledger }: ExportOptions) => {
          const config = context.config();
          const { publicKey } = await checkpointKey(config);
          console.log(verifierKey(originOf(config.checkpointOrigin, ledger), publicKey));
        }),
    )
    .addCommand(
      new Command('rotate-key')
        .description('make another key; the service signs with it when it starts again')
        .action(async () => {
          const config = context.config();
          await onDatabase(context, async (pool) => {
            // What the old one signed can be checked for ever.
            await addCheckpointKey(pool, (await checkpointKey(config)).publicKey);
            await addCheckpointKey(pool, (await renewCheckpointKey(config)).publicKey);
          });
        }),
    );

const exported = (context: Context, { ledger, all }: ExportOptions): Promise<string> =>
  onDatabase(context, async (pool) => {
    const ledgerId = await new LedgerNames(pool).find(ledger);
    if (ledgerId === null) throw new Error(`there is no ledger ${ledger}`);
    const newest = await signer(context, pool, await checkpointKey(context.config())).sign(ledgerId);
    if (!newest) throw new Error(`there is nothing to sign in ledger ${ledger} yet`);
    const before = all ? await listCheckpoints(pool, ledgerId, newest.height, MOST) : [];
    return [...before.toReversed(), newest].map(({ note }) => note).join('');
  });

const signer = (context: Context, database: Pool, key: SigningKey): Checkpoints =>
  new Checkpoints({ database, key, log: context.log() }, signing(context.config()));

const signing = ({ checkpointOrigin }: Config) => ({ every: 0, origin: checkpointOrigin });

async function onDatabase<T>(context: Context, work: (pool: Pool) => Promise<T>): Promise<T> {
  const database = await openDatabase(context.config(), context.log(), { beside: true });
  const pool = createPool({ url: database.appUrl, max: 4, log: context.log(), name: 'pochi checkpoint' });
  try {
    return await work(pool);
  } finally {
    await pool.end();
    await database.close();
  }
}
