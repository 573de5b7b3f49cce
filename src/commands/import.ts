import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { openDatabase } from '../database/open.ts';
import { LedgerNames } from '../queries/ledgers.ts';
import { openRooms } from '../service.ts';
import type { Context, MakeCommand } from './command.ts';
import { formatOf } from './import/feed.ts';
import { COLUMNS } from './import/item.ts';
import { columnsOf, type Mapping, readMapping } from './import/map.ts';
import { Refusals } from './import/refusals.ts';
import { type ImportCounts, ImportRun } from './import/run.ts';
import { FORMATS, type Format, readSource } from './import/source.ts';
import { importCustomersCommand } from './import-customers.ts';
import { importProductsCommand } from './import-products.ts';
import { createProgress } from './progress.ts';

interface ImportOptions {
  readonly format?: Format;
  readonly ledger: string;
  readonly map?: string;
  readonly report?: string;
}

/** Exit code 0 where nothing was refused, 1 otherwise. */
export const importCommand: MakeCommand = (context) =>
  new Command('import')
    .description('record the operations of a file; a second run goes on where the first was cut off')
    .argument('<file>', 'CSV or JSON Lines')
    .addOption(new Option('--format <format>', 'by the end of its name where not given').choices(FORMATS))
    .option('--ledger <name>', 'the ledger to import into', 'main')
    .option('--map <file>', 'which operations each record stands for, as JSON')
    .option('--report <file>', 'where to write what was refused, as JSON Lines')
    // Behind the name of a subcommand, options are its own.
    .enablePositionalOptions()
    .addCommand(importCustomersCommand(context))
    .addCommand(importProductsCommand(context))
    .action(async (path: string, options: ImportOptions) => {
      const { refused } = await importFile(context, path, options);
      process.exitCode = refused === 0 ? 0 : 1;
    });

async function importFile(context: Context, path: string, options: ImportOptions): Promise<ImportCounts> {
  const format = options.format ?? formatOf(path);
  const mapping = options.map === undefined ? null : await readMapping(options.map);
  // A file that is not there is noticed before a database is started for it.
  const { size } = await stat(path);
  const refusals = new Refusals(options.report ?? null);
  const database = await openDatabase(context.config(), context.log(), { beside: true });
  try {
    const { rooms, close } = await openRooms(context.config(), context.log(), database);
    const file = createReadStream(path);
    const progress = createProgress();
    try {
      const ledgerId = await new LedgerNames(rooms.reads).find(options.ledger);
      if (ledgerId === null) throw new Error(`there is no ledger ${options.ledger}`);
      const run = new ImportRun(
        { engine: rooms.engine, assets: rooms.assets, database: rooms.reads },
        {
          ledgerId,
          format,
          mapping,
          records: readSource(file, format, (columns) => checkColumns(columns, mapping)),
          onRefused: (line) => refusals.add(line),
          onProgress: (counts) => progress.update(file.bytesRead, size, noteOf(counts)),
        },
      );
      const counts = await run.run();
      progress.end();
      console.log(refusals.summary(counts));
      return counts;
    } finally {
      progress.end();
      await closed(file);
      await close();
    }
  } finally {
    refusals.close();
    await database.close();
  }
}

function checkColumns(columns: readonly string[], mapping: Mapping | null): void {
  const missing = mapping && columnsOf(mapping).find((name) => !columns.includes(name));
  if (missing) throw new Error(`the mapping speaks of the column ${missing}, which the file does not have`);
  const unknown = mapping ? undefined : columns.find((name) => !COLUMNS.includes(name));
  if (unknown !== undefined)
    throw new Error(`the column ${unknown} is not known; a mapping (--map) can say what it is`);
}

const noteOf = ({ recorded, replayed, refused }: ImportCounts): string =>
  `${recorded} recorded, ${replayed} replayed, ${refused} refused`;

const closed = (file: ReadStream): Promise<void> =>
  new Promise((resolve) => {
    if (file.closed) resolve();
    else file.once('close', resolve).destroy();
  });
