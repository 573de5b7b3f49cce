/** 100 requests at the same time over HTTP, round after round: as many succeed as arithmetic allows, and not one more. */
import { afterAll, describe, expect, test } from 'vitest';
import type { HttpAnswer } from '../support/client.ts';
import { createTestDatabase } from '../support/database.ts';
import { openInstance } from '../support/instances.ts';
import { violations } from '../support/truth.ts';

/** `npm run test:races` plays 200 rounds of each. */
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 10);
const PARALLEL = 100;
const MAIN = 1n;

const VARIANTS = [
  { instances: 1, isolation: 'serializable' },
  { instances: 2, isolation: 'serializable' },
  { instances: 2, isolation: 'read committed' },
] as const;

describe.each(VARIANTS)(
  '$instances instances at $isolation',
  { timeout: ROUNDS * 10_000 + 30_000 },
  async (variant) => {
    const database = await createTestDatabase();
    const instances = await Promise.all(
      Array.from({ length: variant.instances }, () => openInstance(database.appUrl, PARALLEL, variant)),
    );
    afterAll(async () => {
      expect(await violations(database.owner, MAIN)).toEqual([]);
      const { rows } = await database.owner.query(
        'select deadlocks from pg_stat_database where datname = current_database()',
      );
      expect(rows).toEqual([{ deadlocks: 0n }]);
      await Promise.all(instances.map(({ close }) => close()));
      await database.drop();
    });

    type Request = readonly [path: string, body: object];

    /** Sends them all at once, spread over the instances. */
    const together = (requests: readonly Request[]): Promise<HttpAnswer[]> =>
      Promise.all(requests.map(([path, body], i) => clientOf(i).post(path, body)));
    const clientOf = (i: number) => (instances[i % instances.length] as (typeof instances)[number]).client;
    const many = (make: (i: number) => Request): Request[] => Array.from({ length: PARALLEL }, (_, i) => make(i));

    const movement = (kind: 'topup' | 'spend', user: string, amount: number, reference: string): Request => [
      `/api/v1/wallets/${kind}`,
      {
        user_id: user,
        asset_code: 'USD',
        amount,
        reference_id: reference,
        ...(kind === 'topup' && { payment_method: 'stripe' }),
      },
    ];

    async function give(user: string, amount: number) {
      const [answer] = await together([movement('topup', user, amount, `give ${user}`.replaceAll(' ', '-'))]);
      return dataOf(answer as HttpAnswer);
    }

    /** The balances of these users, having made sure that each is the sum of its entries. */
    async function balances(...users: string[]): Promise<number[]> {
      const { rows } = await database.owner.query<{ owner: string; balance: bigint; sum: bigint; accounts: bigint }>(
        `select a.owner, b.balance, s.sum
         from accounts a
         join wallet_balances b on b.ledger_id = a.ledger_id and b.account_id = a.id
         join lateral (
           select coalesce(sum(case direction when 'CREDIT' then amount else -amount end), 0)::bigint as sum
             from entries e where e.ledger_id = a.ledger_id and e.account_id = a.id
         ) s on true
        where a.ledger_id = $1 and a.owner = any ($2)`,
        [MAIN, users],
      );
      for (const { balance, sum } of rows) expect(balance).toBe(sum);
      // One account each: a second one for the same wallet would show here.
      expect(rows).toHaveLength(users.length);
      return users.map((user) => Number(rows.find(({ owner }) => owner === user)?.balance));
    }

    async function rounds(play: (name: string, round: number) => Promise<void>): Promise<void> {
      for (let round = 0; round < ROUNDS; round += 1) await play(`race-${next()}`, round);
    }

    test('one reference is recorded once, and every answer is the same to the byte', async () => {
      await rounds(async (name) => {
        const answers = await together(many(() => movement('topup', name, 7, name)));
        expect(tally(answers)).toEqual({ 201: 1, 200: PARALLEL - 1 });
        expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
        expect(await balances(name)).toEqual([7]);
      });
    });

    test('of 100 who want one of the last coins, exactly as many get one as there are', async () => {
      await rounds(async (name, round) => {
        const coins = 1 + ((round * 7) % 40);
        await give(name, coins);
        const answers = await together(many((i) => movement('spend', name, 1, `${name}-${i}`)));
        expect(tally(answers)).toEqual({ 201: coins, '422 INSUFFICIENT_FUNDS': PARALLEL - coins });
        const left = answers.filter(({ status }) => status === 201).map((answer) => dataOf(answer).balance_after);
        expect(left.sort((a, b) => b - a)).toEqual(Array.from({ length: coins }, (_, i) => coins - 1 - i));
        expect(await balances(name)).toEqual([0]);
      });
    });

    test('a wallet never seen before takes 100 first top-ups, and is one wallet', async () => {
      await rounds(async (name) => {
        const answers = await together(many((i) => movement('topup', name, 1, `${name}-${i}`)));
        expect(tally(answers)).toEqual({ 201: PARALLEL });
        const reached = answers.map((answer) => dataOf(answer).balance_after).sort((a, b) => a - b);
        expect(reached).toEqual(Array.from({ length: PARALLEL }, (_, i) => i + 1));
        expect(await balances(name)).toEqual([PARALLEL]);
      });
    });

    test('transfers in opposing directions all arrive', async () => {
      await rounds(async (name) => {
        const [left, right] = [`${name}-left`, `${name}-right`];
        // Each has exactly what its own transfers need, so that none depends on what the other sends.
        await Promise.all([give(left, 50), give(right, 50)]);
        const answers = await together(
          many((i) => {
            const [sender_id, recipient_id] = i % 4 < 2 ? [left, right] : [right, left];
            const transfer = { sender_id, recipient_id, asset_code: 'USD', amount: 1, reference_id: `${name}-${i}` };
            return ['/api/v1/batch', { operations: [{ operation: 'walletTransfer', ...transfer }] }];
          }),
        );
        expect(tally(answers)).toEqual({ 200: PARALLEL });
        const outcomes = answers.map(({ text }) => JSON.parse(text).data.outcomes[0].status);
        expect(outcomes).toEqual(Array.from({ length: PARALLEL }, () => 201));
        expect(await balances(left, right)).toEqual([50, 50]);
      });
    });

    test('a transaction is taken back once', async () => {
      await rounds(async (name) => {
        const { transaction_id } = await give(name, 30);
        const answers = await together(
          many((i) => [`/api/v1/transactions/${transaction_id}/reverse`, { reason: `wrong ${i}` }]),
        );
        expect(tally(answers)).toEqual({ 201: 1, '409 ALREADY_REVERSED': PARALLEL - 1 });
        expect(await balances(name)).toEqual([0]);
      });
    });
  },
);

let names = 0;
const next = () => {
  names += 1;
  return names;
};

/** How often each outcome came: the status, and for a refusal its code. */
function tally(answers: readonly HttpAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, text } of answers) {
    const what = status < 400 ? String(status) : `${status} ${JSON.parse(text).code}`;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

interface Movement {
  readonly transaction_id: string;
  readonly balance_after: number;
}

const dataOf = ({ text }: HttpAnswer): Movement => JSON.parse(text).data;
