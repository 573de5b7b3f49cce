/** 100 payments at the same time for the last coins of a wallet: as many are made as it holds, each with its record. */
import { afterAll, describe, expect, test } from 'vitest';
import { checkViolations } from '../support/checks.ts';
import { createTestDatabase } from '../support/database.ts';
import { openInstance } from '../support/instances.ts';
import { violations } from '../support/truth.ts';

const ROUNDS = Number(process.env.RACE_ROUNDS ?? 10);
const PARALLEL = 100;
const MAIN = 1n;

describe.each([1, 2])('%i instances', { timeout: ROUNDS * 10_000 + 30_000 }, async (count) => {
  const database = await createTestDatabase();
  const instances = await Promise.all(Array.from({ length: count }, () => openInstance(database.appUrl, PARALLEL)));
  afterAll(async () => {
    expect(await violations(database.owner, MAIN)).toEqual([]);
    expect(await checkViolations(database.owner, MAIN)).toEqual([]);
    await Promise.all(instances.map(({ close }) => close()));
    await database.drop();
  });

  const post = (i: number, path: string, body: object) =>
    (instances[i % count] as (typeof instances)[number]).client.post(path, body);

  test(`${PARALLEL} payments for the last coins: exactly as many as there are, and a record for each`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const customerId = `racer-${round}`;
      const coins = round % 30;
      const wallet = await post(round, '/api/v1/customer/wallet', { customerId });
      expect(wallet.status).toBe(201);
      if (coins > 0) {
        await post(round, '/api/v1/wallets/topup', {
          user_id: customerId,
          asset_code: 'USD',
          amount: coins,
          reference_id: customerId,
        });
      }
      const answers = await Promise.all(
        Array.from({ length: PARALLEL }, (_, i) =>
          post(i, '/api/customer/manual-payment', { customerId, amount: 0.01 }),
        ),
      );
      const statuses = Map.groupBy(answers, ({ status }) => status);
      expect([...statuses].map(([status, { length }]) => [status, length]).toSorted()).toEqual(
        [
          [201, coins],
          [422, PARALLEL - coins],
        ].filter(([, length]) => length !== 0),
      );
      const { rows } = await database.owner.query<{ records: bigint; transactions: bigint; balance: bigint }>(
        `select (select count(*) from payment_records where customer = $1 and status = 'PAID') as records,
                (select count(distinct transaction_id) from payment_records where customer = $1) as transactions,
                (select b.balance from accounts a join wallet_balances b on b.ledger_id = 1 and b.account_id = a.id
                  where a.owner = $1) as balance`,
        [customerId],
      );
      expect(rows).toEqual([{ records: BigInt(coins), transactions: BigInt(coins), balance: 0n }]);
    }
  });
});
