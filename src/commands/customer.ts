import { userInfo } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { openDatabase } from '../database/open.ts';
import { eraseCustomer } from '../faces/erase-customer.ts';
import { LedgerNames } from '../queries/ledgers.ts';
import { openRooms } from '../service.ts';
import type { Context, MakeCommand } from './command.ts';

interface EraseOptions {
  readonly ledger: string;
  readonly reason: string;
}

/** `pochi customer erase ID`: the personal data goes, the books and their proofs stay. */
export const customerCommand: MakeCommand = (context) =>
  new Command('customer').description('what is decided about one customer').addCommand(
    new Command('erase')
      .description("remove a customer's personal data for ever; the books stay as they are")
      .argument('<id>', "the customer's id")
      .option('--reason <code>', 'why, as a code: it is kept for ever', reasonCode, 'customer_request')
      .option('--ledger <name>', 'the ledger that the customer belongs to', 'main')
      .action((id: string, options: EraseOptions) => erase(context, id, options)),
  );

function reasonCode(text: string): string {
  if (!/^[a-z][a-z0-9_]{0,49}$/.test(text)) throw new InvalidArgumentError('It is written like customer_request.');
  return text;
}

async function erase(context: Context, customer: string, { ledger, reason }: EraseOptions): Promise<void> {
  const database = await openDatabase(context.config(), context.log(), { beside: true });
  try {
    const { rooms, close } = await openRooms(context.config(), context.log(), database);
    try {
      const ledgerId = await new LedgerNames(rooms.reads).find(ledger);
      if (ledgerId === null) throw new Error(`there is no ledger ${ledger}`);
      const outcome = await eraseCustomer(
        { engine: rooms.engine, database: rooms.reads },
        { ledgerId, customer, reason, caller: caller(), key: null },
      );
      if (!outcome.ok) throw new Error(`nothing is known of customer ${customer}`);
      console.log(`customer ${customer} is erased, as operation ${outcome.record.id} says`);
    } finally {
      await close();
    }
  } finally {
    await database.close();
  }
}

const caller = () => ({
  subject: userInfo().username,
  role: 'admin',
  method: 'CLI',
  endpoint: 'customers.erase',
  address: '',
  userAgent: 'pochi customer erase',
});
