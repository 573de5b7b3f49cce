/** Proves that the books of one ledger are sound, or names what is not. */
import type { Pool, PoolClient } from 'pg';
import type { Checkpoint } from '../../ledger/proof-check.ts';
import { checkCallers } from './callers-check.ts';
import { readChecks, runCheck } from './checks.ts';
import { JournalCheck } from './journal-check.ts';
import { openJournal } from './journal-rows.ts';
import { checkKey } from './keys-check.ts';
import { LogCheck } from './log-check.ts';
import { type CheckResult, Findings, timed, type VerifyReport } from './report.ts';
import { countRows, rowsRead, type Sizes } from './sizes.ts';
import { inSnapshot, type Settings } from './snapshot.ts';

export interface VerifyOptions {
  /** Told, block by block, how many operations of all have been hashed. */
  readonly onProgress?: (operations: number, all: number) => void;
  /** Checkpoints of this ledger that were kept outside of the database. */
  readonly against?: readonly Checkpoint[];
}

const JOURNAL = {
  name: 'journal-hashes',
  proves:
    'Hashed anew from the rows, every operation with its entries gives the Merkle root of its block, and the blocks give the chain of hashes.',
};
const KEYS = {
  name: 'keys-follow',
  proves: "Every operation's idempotency key follows from its reference, so that it can't be recorded a second time.",
};
const CALLERS = {
  name: 'callers-follow',
  proves: "Every caller's id, which the journal's hashes cover, follows from the rest of its row.",
};

// Tables that were filled in one go have no statistics yet. What a planner without them gets badly wrong is loops: checks
// look at everything, so they hash and sort (on disk, where the memory is too small); the journal is read along its
// indexes.
const FOR_CHECKS: Settings = ['enable_nestloop = off', 'work_mem = "128MB"'];
const FOR_JOURNAL: Settings = ['seqscan', 'bitmapscan', 'material', 'hashjoin', 'mergejoin', 'sort'].map(
  (plan) => `enable_${plan} = off`,
);

/** How many connections `verifyLedger` needs at once. */
export const VERIFY_CONNECTIONS = 4;

/**
 * Runs every check on one snapshot of the ledger, while others go on writing: the queries of database/checks on one
 * connection, and the journal on three more. Throws where there is no such ledger.
 */
export const verifyLedger = (database: Pool, ledgerId: bigint, options: VerifyOptions = {}): Promise<VerifyReport> =>
  inSnapshot(database, [FOR_CHECKS, FOR_JOURNAL, FOR_JOURNAL, FOR_JOURNAL], async ([client, ...journal]) => {
    const { onProgress = () => {}, against = [] } = options;
    const head = await readHead(client, ledgerId);
    const sizes = await countRows(client, ledgerId);
    const log = await LogCheck.open(client, ledgerId, against);
    const [queried, hashed] = await Promise.all([
      runQueries(client, ledgerId, sizes),
      hashJournal(journal, ledgerId, log, sizes, (operations) =>
        onProgress(Number(operations), Number(head.operations)),
      ),
    ]);
    const checks = [...queried, ...hashed];
    return { ...head, sound: checks.every(({ rows }) => rows === 0), checks };
  });

async function runQueries(client: PoolClient, ledgerId: bigint, sizes: Sizes): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of await readChecks()) {
    results.push(await runCheck(client, check, [ledgerId], rowsRead(check.sql, sizes)));
  }
  results.push(await timed({ ...CALLERS, checked: sizes.callers }, () => checkCallers(client, ledgerId)));
  return results;
}

/** The checks that go over all operations and blocks go over them together. */
async function hashJournal(
  clients: readonly [PoolClient, PoolClient, PoolClient],
  ledgerId: bigint,
  log: LogCheck,
  { blocks, operations, entries }: Sizes,
  onProgress: (operations: bigint) => void,
): Promise<CheckResult[]> {
  const keys = new Findings();
  const journal = await timed({ ...JOURNAL, checked: blocks + operations + entries }, async () => {
    const findings = new Findings();
    const check = new JournalCheck(ledgerId, findings);
    for await (const block of await openJournal(clients, ledgerId)) {
      check.add(block);
      log.add(block.height, block.hash);
      for (const line of block.lines) checkKey(line, keys);
      onProgress(check.operations);
    }
    return findings;
  });
  const { milliseconds } = journal;
  const { violations, rows } = keys;
  return [journal, { ...KEYS, violations, rows, checked: operations, milliseconds }, ...log.results(milliseconds)];
}

async function readHead(client: PoolClient, ledgerId: bigint) {
  const { rows } = await client.query<{ name: string; height: bigint | null; hash: string | null; operations: bigint }>(
    `select l.name, h.height, encode(h.hash, 'hex') as hash,
            (select coalesce(sum(operations), 0)::bigint from blocks where ledger_id = $1) as operations
       from ledgers l
       left join ledger_heads h on h.ledger_id = l.id
      where l.id = $1`,
    [ledgerId],
  );
  const [row] = rows;
  if (!row) throw new Error(`there is no ledger ${ledgerId}`);
  return { ledger: row.name, height: row.height ?? 0n, hash: row.hash ?? '', operations: row.operations };
}
