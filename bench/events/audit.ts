/** Compares the books, the dead letters and what was published with what the messages must have come to. */
import { connect } from 'amqplib';
import pg from 'pg';
import { createPool } from '../../src/database/pool.ts';
import { createLog } from '../../src/log.ts';
import { verifyLedger } from '../../src/queries/verify/verify.ts';
import type { Expected } from '../../test/support/event-traffic.ts';
import { FINALIZED } from './sender.ts';
import { QUEUE, type Stage } from './stage.ts';

export interface EventAudit {
  readonly counts: {
    readonly wallets: number;
    readonly transactionsTold: number;
    readonly messagesTold: number;
    readonly deadLetters: number;
    readonly poison: number;
  };
  /** A line for everything that is not as it must be. */
  readonly problems: readonly string[];
}

/** What was published of each transaction and is not what became of it; a line each. Takes it all from its queue. */
export const auditTold = async (url: string, expected: Expected): Promise<string[]> =>
  toldOtherwise(await takeAll(url, FINALIZED), expected);

/** Compares everything; `pastLimit` messages were delivered too often, and have to be dead letters without a reason. */
export async function audit(stage: Stage, expected: Expected, pastLimit = 0): Promise<EventAudit> {
  const [balances, letters, finals] = [
    await balancesIn(stage.databaseUrl),
    await takeAll(stage.rabbit.url, `${QUEUE}.dead`),
    await takeAll(stage.rabbit.url, FINALIZED),
  ];
  const wrong: string[] = [];
  for (const [customer, balance] of expected.balances) {
    const held = balances.get(customer);
    if (held !== balance) wrong.push(`${customer} holds ${held}, not ${balance}`);
  }
  // Whose only top-up has failed may have got a wallet from it, or not.
  for (const [customer, balance] of balances) {
    if (!expected.balances.has(customer) && balance !== 0n) wrong.push(`${customer} holds ${balance} of nowhere`);
  }

  const reasons = letters.filter(({ headers }) => typeof headers['x-reason'] === 'string');
  const unexplained = letters.length - reasons.length;
  if (unexplained !== pastLimit) wrong.push(`${unexplained} dead letters without a reason, not ${pastLimit}`);
  if (reasons.length < expected.poison) wrong.push(`${reasons.length} dead letters, not ${expected.poison}`);
  wrong.push(...toldOtherwise(finals, expected));

  const pool = createPool({ url: stage.databaseUrl, max: 4, log: createLog('error') });
  const report = await verifyLedger(pool, 1n);
  await pool.end();
  if (!report.sound) wrong.push('pochi verify is not clean');

  const counts = {
    wallets: balances.size,
    transactionsTold: expected.transactions.size,
    messagesTold: finals.length,
    deadLetters: letters.length,
    poison: expected.poison,
  };
  return { counts, problems: wrong };
}

/** What was published of each transaction and is not what became of it, or of how many. */
function toldOtherwise(finals: readonly Taken[], { transactions }: Expected): string[] {
  const told = new Map<string, string>();
  const ids = new Map<string, string>();
  const wrong: string[] = [];
  for (const { id, body } of finals) {
    const { transactionId, status } = JSON.parse(body);
    // Told again: what came of it since may have been told already.
    if (ids.has(id)) {
      if (ids.get(id) !== `${transactionId} ${status}`) wrong.push(`${id} tells of ${transactionId} ${status} too`);
      continue;
    }
    ids.set(id, `${transactionId} ${status}`);
    told.set(transactionId, status);
  }
  for (const [id, status] of transactions) {
    if (told.get(id) !== status) wrong.push(`${id} was told to be ${told.get(id)}, not ${status}`);
  }
  if (told.size !== transactions.size) wrong.push(`${told.size} transactions were told of, not ${transactions.size}`);
  return wrong;
}

async function balancesIn(url: string): Promise<Map<string, bigint>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select a.owner, sum(b.balance)::text as balance
       from accounts a join wallet_balances b on b.ledger_id = a.ledger_id and b.account_id = a.id
      where a.owner <> '' and a.owner not like 'http-%' group by a.owner`,
  );
  await client.end();
  return new Map(rows.map(({ owner, balance }) => [owner, BigInt(balance)]));
}

interface Taken {
  readonly id: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Everything in a queue, in its order. */
async function takeAll(url: string, queue: string): Promise<Taken[]> {
  const connection = await connect(url);
  const channel = await connection.createChannel();
  const { messageCount } = await channel.checkQueue(queue);
  const taken: Taken[] = [];
  const all = Promise.withResolvers<void>();
  if (messageCount === 0) all.resolve();
  await channel.prefetch(2_000);
  await channel.consume(queue, (message) => {
    if (!message) return;
    taken.push({
      id: message.properties.messageId,
      body: message.content.toString(),
      headers: message.properties.headers ?? {},
    });
    if (taken.length % 1_000 === 0 || taken.length === messageCount) channel.ack(message, true);
    if (taken.length === messageCount) all.resolve();
  });
  await all.promise;
  await connection.close();
  return taken;
}
