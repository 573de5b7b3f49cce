/** Compares the books, the dead letters and what was published with what the messages must have come to. */
import { connect } from 'amqplib';
import pg from 'pg';
import { createPool } from '../../src/database/pool.ts';
import { createLog } from '../../src/log.ts';
import { verifyLedger } from '../../src/queries/verify/verify.ts';
import type { Traffic } from '../../test/support/event-traffic.ts';
import { FINALIZED } from './sender.ts';
import { QUEUE, type Stage } from './stage.ts';

/** Throws where anything is not as it must be; otherwise prints a line of what was compared. */
export async function audit(stage: Stage, { expected }: Traffic): Promise<void> {
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
  if (reasons.length !== letters.length) wrong.push(`${letters.length - reasons.length} dead letters without a reason`);
  if (letters.length < expected.poison) wrong.push(`${letters.length} dead letters, not ${expected.poison}`);

  const final = new Map<string, string>();
  const ids = new Set<string>();
  for (const { id, body } of finals) {
    const { transactionId, status } = JSON.parse(body);
    if (ids.has(id)) continue;
    ids.add(id);
    final.set(transactionId, status);
  }
  for (const [id, status] of expected.transactions) {
    if (final.get(id) !== status) wrong.push(`${id} was told to be ${final.get(id)}, not ${status}`);
  }
  if (final.size !== expected.transactions.size) wrong.push(`${final.size} transactions were told of`);

  const pool = createPool({ url: stage.databaseUrl, max: 4, log: createLog('error') });
  const report = await verifyLedger(pool, 1n);
  await pool.end();
  if (!report.sound) wrong.push('pochi verify is not clean');

  if (wrong.length > 0) throw new Error(`${wrong.length} things are wrong, such as:\n${wrong.slice(0, 10).join('\n')}`);
  console.log(
    `audited    ${balances.size} wallets, ${final.size} transactions told of (${finals.length} messages, ${ids.size} ids), ${letters.length} dead letters for ${expected.poison} poison messages; verify is clean`,
  );
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
