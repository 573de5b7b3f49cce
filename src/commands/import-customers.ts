import { takeCustomers } from '../feeds/take.ts';
import type { MakeCommand } from './command.ts';
import { feedCommand, inBatches } from './import/feed.ts';
import { type Fields, isFields } from './import/source.ts';

/** Columns as tills and spreadsheets head them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  customer_name: 'name',
  full_name: 'name',
  phone: 'phone_number',
  code: 'customer_code',
  province: 'region',
  points_balance: 'total_points',
};

/** `pochi import customers FILE`: personal data into its own table. */
export const importCustomersCommand: MakeCommand = (context) =>
  feedCommand(
    context,
    'customers',
    'add or change customers: their names, telephone numbers, addresses',
    async (target, records, format, tally) => {
      for await (const batch of inBatches(records)) {
        const named =
          format === 'csv' ? batch.map(({ place, value }) => ({ place, value: withKnownNames(value) })) : batch;
        await takeCustomers(target, named, tally);
      }
    },
  );

const withKnownNames = (value: unknown): unknown => {
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value as Fields).map(([name, part]) => [knownName(name), part]));
};

function knownName(column: string): string {
  const name = column.trim().toLowerCase().replaceAll(/[ -]+/g, '_');
  return Object.hasOwn(OTHER_NAMES, name) ? (OTHER_NAMES[name] as string) : name;
}
