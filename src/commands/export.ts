import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { openDatabase } from '../database/open.ts';
import { createPool } from '../database/pool.ts';
import { LedgerNames } from '../queries/ledgers.ts';
import { type Bound, bound, firstBlock, lastBlock } from './bounds.ts';
import type { Context, MakeCommand } from './command.ts';
import { FORMATS, type Format } from './export/formats.ts';
import { operationsBetween } from './export/read.ts';
import { createProgress } from './progress.ts';

interface ExportOptions {
  readonly format: Format;
  readonly out?: string;
  readonly from?: Bound;
  readonly to?: Bound;
  readonly ledger: string;
}

/** What was written: so that whoever gets the file can tell that it is whole. */
interface Exported {
  readonly operations: number;
  readonly sha256: string;
}

const FIRST = 1n;

export const exportCommand: MakeCommand = (context) =>
  new Command('export')
    .description('write what is in the books to a file: every operation with its entries, in their order')
    .addOption(
      new Option('--format <format>', 'a JSON object a line, or CSV with a line an entry')
        .choices(Object.keys(FORMATS))
        .default('jsonl'),
    )
    .option('--out <file>', 'the file, which must not be there yet; standard output by default')
    .option('--from <bound>', 'the first block: its height, or a time such as 2026-01-31T00:00:00Z', bound)
    .option('--to <bound>', 'the last block; the newest by default', bound)
    .option('--ledger <name>', 'the ledger', 'main')
    .action(async (options: ExportOptions) => {
      const { operations, sha256 } = await exported(context, options);
      // Beside the result, which may be on standard output.
      console.error(`${operations} operations, SHA-256 ${sha256}`);
    });

async function exported(context: Context, options: ExportOptions): Promise<Exported> {
  const database = await openDatabase(context.config(), context.log(), { beside: true });
  const pool = createPool({ url: database.appUrl, max: 1, log: context.log(), name: 'pochi export' });
  const progress = createProgress();
  const hash = createHash('sha256');
  let operations = 0;
  try {
    const ledgerId = await new LedgerNames(pool).find(options.ledger);
    if (ledgerId === null) throw new Error(`there is no ledger ${options.ledger}`);
    const from = await firstBlock(pool, ledgerId, options.from ?? FIRST);
    const to = await lastBlock(pool, ledgerId, options.to);
    const { header, linesOf } = FORMATS[options.format];
    async function* text(): AsyncGenerator<string> {
      yield header;
      for await (const records of operationsBetween(pool, ledgerId as bigint, from, to)) {
        operations += records.length;
        yield records.map(linesOf).join('');
        const { height } = records.at(-1) ?? { height: to };
        progress.update(Number(height - from), Number(to - from), `block ${height}`);
      }
    }
    async function* hashed(): AsyncGenerator<string> {
      for await (const part of text()) {
        hash.update(part);
        yield part;
      }
    }
    await pipeline(hashed, sink(options.out));
    return { operations, sha256: hash.digest('hex') };
  } finally {
    progress.end();
    await pool.end();
    await database.close();
  }
}

/** What is in the books concerns people: only the owner may read the file. */
function sink(file: string | undefined): Writable {
  if (file !== undefined) return createWriteStream(file, { flags: 'wx', mode: 0o600 });
  return new Writable({
    decodeStrings: false,
    write: (part, _, done) => void process.stdout.write(part, done),
  });
}
