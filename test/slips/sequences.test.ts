import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { OperationRecord } from '../../src/wallet/record.ts';
import { checkViolations } from '../support/checks.ts';
import { createTestDatabase } from '../support/database.ts';
import { createLedger, openEngine, submission } from '../support/engine.ts';
import { CUSTOMERS, SlipCommands } from '../support/slip-commands.ts';
import { violations } from '../support/truth.ts';

/** So many sequences run side by side, each in a ledger of its own. */
const ABREAST = 10;
const RUNS = 50;
const CHECKS = [
  'slips-add-up',
  'slips-have-sales',
  'payments-add-up',
  'allocations-add-up',
  'slips-match-receivable',
  'reversals-mirror',
];

describe('credit slips on PostgreSQL', async () => {
  const database = await createTestDatabase();
  const { engine, close } = await openEngine(database.appUrl, { commits: 6 });
  afterAll(async () => {
    await close();
    await database.drop();
  });

  test('keep every invariant, and do what a trivial model says, in 500 sequences of up to 40 operations', {
    timeout: 300_000,
  }, async () => {
    const seen = new Set<string>();
    const sequence = fc.uint32Array({ maxLength: 40, size: 'max' });
    const abreast = fc.array(sequence, { minLength: ABREAST, maxLength: ABREAST });
    await fc.assert(
      fc.asyncProperty(abreast, async (sequences) => {
        await Promise.all(sequences.map((seeds) => play(seeds, seen)));
      }),
      { numRuns: RUNS },
    );
    expect([...seen].sort()).toEqual(EVERY_OUTCOME);
  });

  async function play(seeds: Uint32Array, seen: Set<string>): Promise<void> {
    const ledgerId = await createLedger(database.owner);
    const commands = new SlipCommands();
    const balances = new Map<string, bigint>();
    for (const seed of seeds) {
      const { name, operation, input, model } = commands.next(seed);
      const outcome = await engine.submit(submission(ledgerId, operation, input));
      const expected = model();
      const actual = outcome.ok ? null : outcome.refusal.code;
      if (actual !== expected) throw new Error(`${name} gave ${actual}, not ${expected}`);
      seen.add(`${name} ${actual ?? 'done'}`);
      if (!outcome.ok) continue;
      commands.transactions.push(outcome.record.id);
      checkFormula(commands, balances, outcome.record);
    }
    await checkSlips(ledgerId, commands);
    expect(await violations(database.owner, ledgerId)).toEqual([]);
    expect(await checkViolations(database.owner, ledgerId, CHECKS)).toEqual([]);
  }

  async function checkSlips(ledgerId: bigint, { model }: SlipCommands): Promise<void> {
    const { rows } = await database.owner.query<{ id: string; paid: bigint; status: string }>(
      'select id, paid, status from slips where ledger_id = $1 order by id',
      [ledgerId],
    );
    const expected = model.slips.map(({ id, paid, total, isVoid }) => {
      const partly = paid === 0n ? 'OPEN' : paid < total ? 'PARTIALLY_PAID' : 'CLOSED';
      return { id, paid, status: isVoid ? 'VOID' : partly };
    });
    expect(rows).toEqual(expected.sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
});

/** After each step: credits less debits over all of a customer's entries are what the model has. */
function checkFormula({ model }: SlipCommands, balances: Map<string, bigint>, record: OperationRecord): void {
  for (const { account, balanceAfter } of record.entries) {
    balances.set(`${account.owner} ${account.asset} ${account.kind}`, balanceAfter);
  }
  for (const customer of CUSTOMERS) {
    for (const asset of ['USD', 'TZS']) {
      const balance = (kind: string) => balances.get(`${customer} ${asset} ${kind}`) ?? 0n;
      const { wallet, debt } = model.purse(customer, asset);
      const needed = model.open(customer, asset).reduce((sum, slip) => sum + slip.total - slip.paid, 0n);
      if (balance('wallet') !== wallet) throw new Error(`a wallet of ${balance('wallet')}, not ${wallet}`);
      if (balance('receivable') !== -needed - debt) {
        throw new Error(`${record.operation} leaves ${balance('receivable')} owed, not ${-needed - debt}`);
      }
    }
  }
}

/** What the sequences must have met: a generator that no longer gets there would prove nothing. */
const EVERY_OUTCOME = [
  'apply CREDIT_SLIP_NOT_FOUND',
  'apply CUSTOMER_ACCOUNT_NOT_FOUND',
  'apply INSUFFICIENT_WALLET_BALANCE',
  'apply INVALID_SLIP_STATUS',
  'apply VALIDATION_ERROR',
  'apply done',
  'change done',
  'create VALIDATION_ERROR',
  'create done',
  'pay asked CREDIT_SLIP_NOT_FOUND',
  'pay asked CUSTOMER_ACCOUNT_NOT_FOUND',
  'pay asked INVALID_SLIP_STATUS',
  'pay asked PAYMENT_ALLOCATION_ERROR',
  'pay asked VALIDATION_ERROR',
  'pay asked done',
  'pay oldest CUSTOMER_ACCOUNT_NOT_FOUND',
  'pay oldest done',
  'reverse ALREADY_REVERSED',
  'reverse NOT_REVERSIBLE',
  'reverse TRANSACTION_NOT_FOUND',
  'reverse done',
  'void CREDIT_SLIP_NOT_FOUND',
  'void INVALID_SLIP_STATUS',
  'void done',
];
