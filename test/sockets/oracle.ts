import type { Database } from '../../src/queries/database.ts';
import { BEGINNING, operationsFrom } from '../../src/queries/feed.ts';
import { eventsOf } from '../../src/wallet/events.ts';

const MAIN = 1n;
const SOCKET_EVENTS: readonly string[] = [
  'wallet.created',
  'wallet.funds_added',
  'wallet.funds_withdrawn',
  'wallet.payment_processed',
  'wallet.gamification_reward',
  'wallet.balance_changed',
];

/** Ids of all events of the main ledger that this customer is to hear, in their order: from the books, by another way. */
export async function oracleOf(database: Database, customer: string): Promise<string[]> {
  const { records } = await operationsFrom(database, MAIN, BEGINNING, 1_000_000);
  return records
    .flatMap((record) => eventsOf(MAIN, record))
    .filter((event) => event.customer === customer && SOCKET_EVENTS.includes(event.type))
    .map(({ id }) => id);
}
