import { itemsOfRows, type ProductRow } from '../feeds/product-rows.ts';
import { asRecord } from '../feeds/record.ts';
import { type PlacedRecord, takeProducts } from '../feeds/take.ts';
import type { MakeCommand } from './command.ts';
import { feedCommand, inBatches } from './import/feed.ts';

/** `pochi import products FILE`: items of the catalogue, with prices in `CATALOGUE_CURRENCY`. */
export const importProductsCommand: MakeCommand = (context) =>
  feedCommand(
    context,
    'products',
    'add or replace products; of CSV, one row a variant, or a variant and store',
    async (target, records, format, tally) => {
      const items = format === 'csv' ? itemsOf(records) : records;
      for await (const batch of inBatches(items)) await takeProducts(target, batch, tally);
    },
  );

/** Rows of one item can stand anywhere in a file, so that all have to be seen first. */
async function* itemsOf(records: AsyncIterable<PlacedRecord>): AsyncGenerator<PlacedRecord> {
  const rows: ProductRow[] = [];
  for await (const { place, value } of records) rows.push({ place, value: asRecord(value) });
  yield* itemsOfRows(rows);
}
