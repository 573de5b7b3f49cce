/** What a soak looks at every minute finds what was spoilt since the minute before. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OF_LEDGER, tamper, writeBooks } from '../../support/corruptions.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { openEngine, recordOf, type TestEngine, topup } from '../../support/engine.ts';
import { violationsBehind } from '../../support/truth.ts';

let database: TestDatabase;
let instance: TestEngine;
beforeAll(async () => {
  database = await createTestDatabase();
  instance = await openEngine(database.appUrl);
});
afterAll(async () => {
  await instance.close();
  await database.drop();
});

const LAST = '(select max(height) from blocks where ledger_id = $1)';
const BOB = `(select id from accounts where ledger_id = $1 and owner = 'bob' and kind = 'wallet')`;

/** Books with a block behind those that were looked at, which ended at the height that is given too. */
async function grown(): Promise<{ ledger: bigint; height: bigint }> {
  const ledger = await writeBooks(database.owner, instance.engine);
  const { rows } = await database.owner.query<{ height: bigint }>(
    'select height from ledger_heads where ledger_id = $1',
    [ledger],
  );
  recordOf(await instance.engine.submit(topup(ledger, 'bob', 7n)));
  return { ledger, height: rows[0]?.height ?? 0n };
}

test('nothing is found in books that are sound, from whichever block on', async () => {
  const { ledger, height } = await grown();
  for (const from of [0n, 1n, height, height + 1n])
    expect(await violationsBehind(database.owner, ledger, from)).toEqual([]);
});

describe('it is found that', () => {
  test.each([
    [
      'a balance is not that of its last entry',
      `update wallet_balances set balance = balance + 1 ${OF_LEDGER} and account_id = ${BOB}`,
    ],
    [
      'an entry does not follow the one before it',
      `update entries set balance_before = balance_before + 1, balance_after = balance_after + 1
        ${OF_LEDGER} and account_id = ${BOB} and height = ${LAST}`,
    ],
    ['a transaction is not balanced', `delete from entries ${OF_LEDGER} and height = ${LAST} and account_id <> ${BOB}`],
    ['an entry belongs to no operation', `delete from operations ${OF_LEDGER} and height = ${LAST}`],
    ['a block does not count its operations', `update blocks set operations = 2 ${OF_LEDGER} and height = ${LAST}`],
    ['the head is not the last block', `delete from blocks ${OF_LEDGER} and height = ${LAST}`],
  ])('%s', async (rule, sql) => {
    const { ledger, height } = await grown();
    await tamper(database.owner, sql, ledger);
    const found = await violationsBehind(database.owner, ledger, height);
    expect(found.map((line) => line.split(':')[0])).toContain(rule);
  });
});
