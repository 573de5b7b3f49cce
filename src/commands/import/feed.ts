/** `pochi import customers|products`: files of what is not in the books. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { openDatabase } from '../../database/open.ts';
import { createPool } from '../../database/pool.ts';
import { numberText } from '../../faces/wire/json-number.ts';
import type { FeedTarget, PlacedRecord } from '../../feeds/take.ts';
import { Tally } from '../../feeds/tally.ts';
import type { Context } from '../command.ts';
import { openFeedTarget } from '../feed-target.ts';
import { printTally } from '../print-tally.ts';
import { type Fields, FORMATS, type Format, isFields, readSource } from './source.ts';

interface FeedOptions {
  readonly format?: Format;
  readonly ledger: string;
}

/** Takes all that a file says; each piece comes with the place where it stands. */
export type TakeFile = (
  target: FeedTarget,
  records: AsyncIterable<PlacedRecord>,
  format: Format,
  tally: Tally,
) => Promise<void>;

/** Exit code 0 where nothing was refused, 1 otherwise. A second run of the same file changes nothing. */
export const feedCommand = (context: Context, name: string, description: string, take: TakeFile): Command =>
  new Command(name)
    .description(description)
    .argument('<file>', 'CSV or JSON Lines')
    .addOption(new Option('--format <format>', 'by the end of its name where not given').choices(FORMATS))
    .option('--ledger <name>', 'the ledger that they belong to', 'main')
    .action(async (path: string, options: FeedOptions) => {
      const format = options.format ?? formatOf(path);
      // A file that is not there is noticed before a database is started for it.
      await stat(path);
      const tally = new Tally();
      const database = await openDatabase(context.config(), context.log(), { beside: true });
      const pool = createPool({ url: database.appUrl, max: 2, log: context.log(), name: 'pochi import' });
      try {
        const target = await openFeedTarget(pool, context.config(), options.ledger);
        await take(target, placed(createReadStream(path), format, tally), format, tally);
      } finally {
        await pool.end();
        await database.close();
      }
      printTally(name, tally);
    });

export function formatOf(path: string): Format {
  if (path.endsWith('.csv')) return 'csv';
  if (path.endsWith('.jsonl') || path.endsWith('.ndjson')) return 'jsonl';
  throw new Error(`what ${path} is, its name does not tell: say --format csv or --format jsonl`);
}

async function* placed(
  file: Parameters<typeof readSource>[0],
  format: Format,
  tally: Tally,
): AsyncGenerator<PlacedRecord> {
  for await (const record of readSource(file, format, () => {})) {
    const place = `line ${record.line}`;
    if ('problem' in record) tally.refuse(place, record.problem);
    else yield { place, value: withTextNumbers(record.fields) };
  }
}

/** A feed's numbers are the texts that were written. */
function withTextNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTextNumbers);
  if (!isFields(value)) return numberText(value) ?? value;
  return Object.fromEntries(Object.entries(value as Fields).map(([name, part]) => [name, withTextNumbers(part)]));
}

const BATCH = 200;

/** The records, so many at a time that one statement writes them. */
export async function* inBatches(records: AsyncIterable<PlacedRecord>): AsyncGenerator<PlacedRecord[]> {
  let batch: PlacedRecord[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
