import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { OperationRecord } from '../../src/wallet/record.ts';
import { createTestDatabase } from '../support/database.ts';
import { createLedger, openEngine, recordOf, reference, submission } from '../support/engine.ts';
import { balancesOf, violations } from '../support/truth.ts';
import { type Command, decode, Model } from '../support/wallet-model.ts';
import { type Asked, askFor, openingBalance } from '../support/wallet-requests.ts';

/** So many sequences run side by side, each in a ledger of its own. */
const ABREAST = 10;
const RUNS = 50;

interface Sent {
  readonly command: Command;
  /** Which of the model's transactions it takes back. */
  readonly target: number;
  readonly asked: Asked;
  readonly key: string;
}

describe('the engine on PostgreSQL', async () => {
  const database = await createTestDatabase();
  const { engine, close } = await openEngine(database.appUrl, { commits: 6 });
  afterAll(async () => {
    await close();
    await database.drop();
  });

  test('does what a trivial model says, in 500 sequences of up to 50 operations with repeated keys', {
    timeout: 180_000,
  }, async () => {
    const seen = new Map<string, number>();
    let longest = 0;
    const sequence = fc.uint32Array({ maxLength: 50, size: 'max' });
    const abreast = fc.array(sequence, { minLength: ABREAST, maxLength: ABREAST });

    await fc.assert(
      fc.asyncProperty(abreast, async (sequences) => {
        await Promise.all(sequences.map((numbers) => play(numbers, seen)));
        longest = Math.max(longest, ...sequences.map((numbers) => numbers.length));
      }),
      { numRuns: RUNS },
    );

    expect(longest).toBe(50);
    const met = [...seen.keys()].sort();
    for (const outcome of MUST_MEET) expect(met).toContain(outcome);
  });

  async function play(numbers: Uint32Array, seen: Map<string, number>): Promise<void> {
    const ledgerId = await createLedger(database.owner);
    const model = new Model();
    /** In the order of the model's transactions. */
    const records: OperationRecord[] = [];
    const sent: Sent[] = [];
    const recorded = new Map<string, { request: Sent; record: OperationRecord }>();
    recordOf(await engine.submit(submission(ledgerId, openingBalance.operation, openingBalance.input)));

    for (const number of numbers) {
      const request = next(number, sent, records);
      sent.push(request);
      const { command, target, asked, key } = request;
      const outcome = await engine.submit(submission(ledgerId, asked.operation, asked.input, reference(key)));

      const before = recorded.get(key);
      if (before) {
        const same = before.request.asked === asked;
        const refusal = { code: 'DUPLICATE_IDEMPOTENCY_KEY', details: { key } };
        const expected = same ? { ok: true, record: before.record, replayed: true } : { ok: false, refusal };
        if (!isDeepStrictEqual(outcome, expected)) throw new Error(`the repeated key ${key} gave another answer`);
        count(seen, same ? 'the same request again' : 'another request under the same key');
        continue;
      }
      const refusal = model.run({ ...command, back: records.length - 1 - target });
      const actual = outcome.ok ? null : outcome.refusal.code;
      if (actual !== refusal) throw new Error(`${command.name} gave ${actual}, not ${refusal}`);
      count(seen, `${command.name} ${actual ?? 'done'}`);
      if (!outcome.ok) continue;
      if (outcome.replayed) throw new Error(`${command.name} was replayed at its first time`);
      recorded.set(key, { request, record: outcome.record });
      records.push(outcome.record);
      checkEntries(outcome.record, model);
    }

    const balances = await balancesOf(database.owner, ledgerId);
    for (const [name, balance] of balances) expect([name, balance]).toEqual([name, model.get(name)]);
    for (const [name, balance] of model.balances) expect([name, balance]).toEqual([name, balances.get(name) ?? 0n]);
    expect(await violations(database.owner, ledgerId)).toEqual([]);
    const { rows } = await database.owner.query('select count(*) from operations where ledger_id = $1', [ledgerId]);
    expect(rows).toEqual([{ count: BigInt(records.length + 1) }]);
  }
});

/** A new request; or where the number says so an earlier one again, or another request under its key. */
function next(number: number, sent: readonly Sent[], records: readonly OperationRecord[]): Sent {
  const command = decode(number);
  const earlier = sent[(number >>> 16) % Math.max(sent.length, 1)];
  // The model's command that the engine does not have stands for a repetition.
  if (command.name === 'freeze' && earlier) {
    if (number & 0x1000) return earlier;
    const input = { ...(earlier.asked.input as object), changed: sent.length };
    return { ...earlier, asked: { operation: earlier.asked.operation, input } };
  }
  const does = command.name === 'freeze' ? ({ ...command, name: 'topup' } as const) : command;
  const target = does.name === 'reverse' ? records.length - 1 - does.back : -1;
  return { command: does, target, asked: askFor(does, records[target]?.id ?? null), key: `key-${sent.length}` };
}

/** The record's last entry on each account ends at the model's balance, and the entries add up. */
function checkEntries(record: OperationRecord, model: Model): void {
  let sum = 0n;
  const last = new Map<string, bigint>();
  for (const { account, direction, amount, balanceBefore, balanceAfter } of record.entries) {
    const delta = direction === 'CREDIT' ? amount : -amount;
    if (balanceAfter - balanceBefore !== delta) throw new Error(`an entry of ${delta} from ${balanceBefore}`);
    sum += delta;
    last.set(`${account.owner} ${account.asset} ${account.kind}`, balanceAfter);
  }
  if (sum !== 0n) throw new Error(`${record.operation} is off balance by ${sum}`);
  for (const [name, balance] of last) {
    if (balance !== model.get(name)) throw new Error(`${name} ends at ${balance}, not ${model.get(name)}`);
  }
}

const count = (seen: Map<string, number>, what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);

/** What the sequences must have met: a generator that no longer gets there would prove nothing. */
const MUST_MEET = [
  'another request under the same key',
  'bonus BALANCE_LIMIT',
  'bonus done',
  'create WALLET_EXISTS',
  'create done',
  'reverse ALREADY_REVERSED',
  'reverse NOT_REVERSIBLE',
  'reverse TRANSACTION_NOT_FOUND',
  'reverse done',
  'spend INSUFFICIENT_FUNDS',
  'spend WALLET_NOT_FOUND',
  'spend done',
  'the same request again',
  'topup ASSET_NOT_FOUND',
  'topup BALANCE_LIMIT',
  'topup done',
  'transfer INSUFFICIENT_FUNDS',
  'transfer SAME_WALLET',
  'transfer done',
  'withdraw INSUFFICIENT_FUNDS',
  'withdraw done',
];
