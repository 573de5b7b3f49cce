/** The ledger explorer: every entry of the token's ledger, and what is found as a file. */
import { formatMajor } from '../../../ledger/money.ts';
import { type EntryFilter, type ExploredEntry, explorePage, newestBlock } from '../../../queries/entry-explorer.ts';
import { staffReaders } from '../access.ts';
import type { App, Services } from '../app.ts';
import { type Cell, Plain, sendCsv } from '../csv.ts';
import { principalOf } from '../principal.ts';
import { filterOf, readCursor, writeCursor } from './request.ts';
import { exportSchema, listSchema } from './schema.ts';

/** A search that is not done by then gives what it has. */
const PATIENCE_MS = 1_000;
const EXPORT_PAGE = 5_000;

export function entryRoutes(app: App, services: Services): void {
  const { database } = services;

  app.get('/entries', { schema: listSchema, config: { access: staffReaders } }, async (request) => {
    const { ledgerId } = principalOf(request);
    const { limit, cursor, ...query } = request.query;
    const filter = await filterOf(services, ledgerId, query);
    const before = cursor === undefined ? null : readCursor(cursor);
    const snapshot = await newestBlock(database, ledgerId);
    const page = await explorePage(database, filter, { limit, before, snapshot, patience: PATIENCE_MS });
    return {
      success: true as const,
      data: { entries: page.entries.map(present), next_cursor: page.next && writeCursor(page.next) },
    };
  });

  app.get('/entries.csv', { schema: exportSchema, config: { access: staffReaders } }, async (request, reply) => {
    const { ledgerId } = principalOf(request);
    const filter = await filterOf(services, ledgerId, request.query);
    return sendCsv(reply, 'entries.csv', HEADER, allPages(filter, await newestBlock(database, ledgerId)));
  });

  /** All that match as of one block: entries are only ever added, so nothing else has to be held still. */
  async function* allPages(filter: EntryFilter, snapshot: bigint) {
    let before: ExploredEntry | Awaited<ReturnType<typeof explorePage>>['next'] = null;
    do {
      const page: Awaited<ReturnType<typeof explorePage>> = await explorePage(database, filter, {
        ...{ limit: EXPORT_PAGE, before, snapshot, patience: PATIENCE_MS },
      });
      yield page.entries.map(record);
      before = page.next;
    } while (before);
  }
}

function statusOf({ reverses, reversedBy }: ExploredEntry): 'POSTED' | 'REVERSED' | 'REVERSAL' {
  if (reverses !== null) return 'REVERSAL';
  return reversedBy === null ? 'POSTED' : 'REVERSED';
}

const present = (entry: ExploredEntry) => ({
  transaction_id: entry.transactionId,
  seq: entry.seq,
  height: entry.height,
  operation: entry.operation,
  type: entry.type,
  status: statusOf(entry),
  occurred_at: entry.occurredAt.toISOString(),
  recorded_at: entry.recordedAt.toISOString(),
  reference_id: entry.reference,
  customer_id: entry.customer,
  owner: entry.owner === '' ? null : entry.owner,
  account: entry.kind,
  asset_code: entry.asset,
  decimal_places: entry.decimalPlaces,
  direction: entry.direction,
  amount: entry.amount,
  balance_after: entry.balanceAfter,
  store_id: entry.store,
  actor: entry.actor,
  actor_role: entry.actorRole,
  reverses: entry.reverses,
  reversed_by: entry.reversedBy,
});

const HEADER = [
  ...[
    'occurred_at',
    'recorded_at',
    'transaction_id',
    'seq',
    'operation',
    'type',
    'status',
    'reference_id',
    'customer_id',
  ],
  ...[
    'owner',
    'account',
    'currency',
    'debit',
    'credit',
    'balance_after',
    'store_id',
    'actor',
    'actor_role',
    'reverses',
  ],
  'reversed_by',
];

/** Amounts are major units with all digits of their asset. */
function record(entry: ExploredEntry): (Cell | Plain)[] {
  const major = (amount: bigint) => new Plain(formatMajor(amount, entry.decimalPlaces));
  const debit = entry.direction === 'DEBIT';
  return [
    ...[
      entry.occurredAt.toISOString(),
      entry.recordedAt.toISOString(),
      entry.transactionId,
      entry.seq,
      entry.operation,
    ],
    ...[entry.type, statusOf(entry), entry.reference, entry.customer, entry.owner, entry.kind, entry.asset],
    ...[debit ? major(entry.amount) : null, debit ? null : major(entry.amount), major(entry.balanceAfter)],
    ...[entry.store, entry.actor, entry.actorRole, entry.reverses, entry.reversedBy],
  ];
}
