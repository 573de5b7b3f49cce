/** The books of a soak: looked at every minute as they grow, and in the end compared with all that was acknowledged. */
import pg from 'pg';
import type { Pool } from '../../../src/database/pool.ts';
import { resolveDoubtful } from '../../simulation/auditor.ts';
import { Matching, type Row } from '../../simulation/oracle.ts';
import type { Known } from '../../simulation/put-away.ts';
import type { Kind } from '../../simulation/want.ts';
import type { World } from '../../simulation/world.ts';
import { violationsBehind } from '../../support/truth.ts';
import { HOOKED } from './hook.ts';
import { stepBack } from './machine.ts';

const MAIN = 1n;
/** Blocks that are read at once. */
const BLOCKS = 2_000n;

/** What stands there beyond the block of the look before, in one snapshot. */
export class BookWatch {
  readonly #url: string;
  #height = 0n;
  /** Milliseconds of each. */
  readonly took: number[] = [];

  constructor(url: string) {
    this.#url = url;
  }

  /** Everything that is wrong with what has come, a line each. Throws where the database is away. */
  async look(): Promise<string[]> {
    const client = new pg.Client({ connectionString: this.#url });
    client.on('error', () => {});
    await client.connect();
    try {
      await stepBack(client);
      const began = performance.now();
      await client.query('begin isolation level repeatable read read only');
      // On one processor: the other one has work to do.
      await client.query('set local max_parallel_workers_per_gather = 0');
      const { rows } = await client.query('select height::text from ledger_heads where ledger_id = 1');
      const found = await violationsBehind(client as unknown as Pool, MAIN, this.#height);
      await client.query('commit');
      this.#height = BigInt(rows[0].height);
      this.took.push(Math.round(performance.now() - began));
      return found;
    } finally {
      await client.end();
    }
  }
}

/** By how much an operation of these kinds changes its customer's wallet, in terms of its amount. */
const SIGN: Partial<Record<Kind, bigint>> = {
  ...{ topup: 1n, batchTopup: 1n, bonus: 1n, addFunds: 1n, credit: 1n, change: 1n },
  ...{ spend: -1n, batchSpend: -1n, withdraw: -1n, pay: -1n, manual: -1n, transfer: -1n },
};

/** By how much an operation must have changed its customer's wallet; null where that can't be told. */
function mustMove(known: Known | undefined): bigint | null {
  const sign = known ? SIGN[known.kind] : undefined;
  return known && sign !== undefined ? sign * known.amount : null;
}

/** `place` is the operation's in the books. */
const ROWS = `
  select o.reference, o.operation, o.customer, o.id, o.height || '.' || o.index as place
    from operations o left join callers c on c.ledger_id = o.ledger_id and c.id = o.caller_id
   where o.ledger_id = 1 and o.height > $1 and o.height <= $2 and c.subject is distinct from 'broker'
   order by o.height, o.index`;

/** What each operation added to the wallets of each customer. */
const MOVED = `
  select e.height || '.' || e.index as place, a.owner,
         sum(case e.direction when 'CREDIT' then e.amount else -e.amount end)::text as moved
    from entries e join accounts a on a.ledger_id = 1 and a.id = e.account_id and a.kind = 'wallet'
   where e.ledger_id = 1 and e.height > $1 and e.height <= $2 group by 1, 2`;

export interface Compared {
  readonly problems: string[];
  /** Transactions that webhooks have to tell of. */
  readonly hooked: ReadonlySet<string>;
}

/** Everything that was acknowledged with everything that is there, exactly and both ways. */
export async function compareBooks(world: World): Promise<Compared> {
  const { log } = world.clients;
  const matching = new Matching(log);
  const problems: string[] = [];
  const hooked = new Set<string>();
  const [head] = await world.sql<{ height: string }>('select height::text from ledger_heads where ledger_id = 1');
  for (let from = 0n; from < BigInt(head?.height ?? 0); from += BLOCKS) {
    const range = [from, from + BLOCKS];
    const rows = await world.sql<Row & { place: string }>(ROWS, range);
    const moves = await world.sql<{ place: string; owner: string; moved: string }>(MOVED, range);
    const movedBy = new Map(moves.map(({ place, owner, moved }) => [`${place} ${owner}`, BigInt(moved)]));
    await resolveDoubtful(world, rows);
    matching.add(rows);
    for (const { reference, operation, customer, id, place } of rows) {
      if (operation === HOOKED) hooked.add(id);
      const must = mustMove(log.known(reference ?? ''));
      const moved = movedBy.get(`${place} ${customer}`) ?? 0n;
      if (must !== null && moved !== must)
        problems.push(`${reference} has moved ${moved}, and ${must} was acknowledged`);
    }
  }
  return { problems: [...problems, ...matching.end()], hooked };
}

/** The transactions that have changed a balance of this customer since a block. */
export async function transactionsOf(world: World, customer: string, since: string): Promise<Set<string>> {
  const rows = await world.sql<{ id: string }>(
    `select distinct o.id from accounts a
       join entries e on e.ledger_id = 1 and e.account_id = a.id
       join operations o on o.ledger_id = 1 and o.height = e.height and o.index = e.index
      where a.ledger_id = 1 and a.owner = $1 and e.height > $2`,
    [customer, since],
  );
  return new Set(rows.map(({ id }) => id));
}
