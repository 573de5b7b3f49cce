/**
 * Fifty ways to change the past with all rights on the database. Thirty-eight do it openly; the others cover it up: every
 * balance and every hash follows again, and even the checkpoints in the database are signed anew with the true key. Then
 * the books prove themselves, and only a checkpoint that was kept elsewhere tells.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Checkpoints } from '../../src/faces/checkpoints/checkpoints.ts';
import { type Checkpoint, openCheckpoint } from '../../src/ledger/proof-check.ts';
import { verifyLedger } from '../../src/queries/verify/verify.ts';
import { type Caller, callerId } from '../../src/wallet/caller.ts';
import { openCheckpoints, testKey } from '../support/checkpoints.ts';
import { CORRUPTIONS, OF_LEDGER, rowToName, tamper, writeBooks } from '../support/corruptions.ts';
import { createTestDatabase } from '../support/database.ts';
import { CALLER, openEngine, type TestEngine } from '../support/engine.ts';
import { rewriteHashes } from '../support/rewrite.ts';

const database = await createTestDatabase();
let instance: TestEngine;
let checkpoints: Checkpoints;
beforeAll(async () => {
  instance = await openEngine(database.appUrl);
  checkpoints = openCheckpoints(database.app);
});
afterAll(async () => {
  await instance.close();
  await database.drop();
});

/** Books, and what somebody outside has written down of them. */
async function writtenDown(): Promise<{ ledger: bigint; kept: Checkpoint }> {
  const ledger = await writeBooks(database.owner, instance.engine);
  const signed = await checkpoints.sign(ledger);
  const opened = await openCheckpoint(signed?.note ?? '', [testKey().publicKey.toString('base64')]);
  if (!opened.valid) throw new Error(opened.problem);
  return { ledger, kept: opened.proven };
}

async function found(ledger: bigint, against: readonly Checkpoint[]): Promise<string[]> {
  const { checks } = await verifyLedger(database.app, ledger, { against });
  return checks.flatMap(({ name, violations }) =>
    violations.map(({ subject, problem }) => `${name}: ${subject} ${problem}`),
  );
}

const openly = CORRUPTIONS;

test('books that nobody changed hold against what was written down, also when they have grown', async () => {
  const { ledger, kept } = await writtenDown();
  expect(await found(ledger, [kept])).toEqual([]);
});

describe('done openly', () => {
  test.each(openly)('$what is named', async (corruption) => {
    const { ledger, kept } = await writtenDown();
    const row = await rowToName(database.owner, corruption, ledger);
    await tamper(database.owner, corruption.sql, ledger);
    expect((await found(ledger, [kept])).join('\n')).toContain(`: ${row} `);
  });
});

const BOB = `(select id from accounts where ledger_id = $1 and owner = 'bob' and kind = 'wallet')`;
const LAST = '(select max(height) from blocks where ledger_id = $1)';

/** Done in one go; the tables' own triggers are off. */
interface CoverUp {
  readonly what: string;
  readonly sql: readonly string[];
}

/** Who did it, if one believes the forger. */
const NOBODY: Caller = { ...CALLER, subject: 'nobody' };

const REWRITTEN = 'history was rewritten: the blocks 1 to 7 are not those that were signed';

const COVERED_UP: readonly CoverUp[] = [
  {
    what: 'the amounts of a transaction, with all balances that follow',
    sql: [
      `update entries set amount = amount + 1,
              balance_after = balance_before + case direction when 'CREDIT' then amount + 1 else -amount - 1 end
         ${OF_LEDGER} and height = ${LAST}`,
      `update wallet_balances b set balance = e.balance_after from entries e
        where b.ledger_id = $1 and e.ledger_id = $1 and e.height = ${LAST} and e.account_id = b.account_id`,
    ],
  },
  {
    what: 'a transaction moved from one customer to another',
    sql: [`update accounts set owner = 'mallory' ${OF_LEDGER} and owner = 'bob'`],
  },
  {
    what: 'the type of an entry',
    sql: [`update entries set type = 'BONUS' ${OF_LEDGER} and type = 'SPEND'`],
  },
  {
    what: 'the metadata of a transaction',
    sql: [
      `update operations set data = '{"metadata":{"note":"nothing"}}' ${OF_LEDGER} and data::text like '%metadata%'`,
    ],
  },
  {
    what: 'the customer that an operation names',
    sql: [`update operations set customer = 'mallory' ${OF_LEDGER} and height = ${LAST}`],
  },
  {
    what: 'when a transaction happened',
    sql: [
      `update operations set occurred_at = occurred_at - interval '1 year' ${OF_LEDGER} and occurred_at is not null`,
    ],
  },
  {
    what: 'when a block was recorded',
    sql: [
      `update blocks set recorded_at = (select recorded_at from blocks b where b.ledger_id = $1 and b.height = 2) ${OF_LEDGER} and height = 3`,
    ],
  },
  {
    what: 'who asked for it',
    sql: [
      `insert into callers values ($1, '${callerId(NOBODY)}', '${NOBODY.subject}', '${NOBODY.role}', '${NOBODY.method}',
                                   '${NOBODY.endpoint}', '${NOBODY.address}', '${NOBODY.userAgent}')`,
      `update operations set caller_id = '${callerId(NOBODY)}' ${OF_LEDGER} and height = 3`,
    ],
  },
  {
    what: 'two blocks that changed places',
    sql: [
      `update operations set height = -height ${OF_LEDGER} and height in (3, 4)`,
      `update entries set height = -height ${OF_LEDGER} and height in (3, 4)`,
      `update operations set height = 7 + height ${OF_LEDGER} and height < 0`,
      `update entries set height = 7 + height ${OF_LEDGER} and height < 0`,
    ],
  },
  {
    what: 'two operations of a block that changed places',
    sql: [
      `update operations set index = index + 100 ${OF_LEDGER} and height = 2`,
      `update entries set index = index + 100 ${OF_LEDGER} and height = 2`,
      `update operations set index = 103 - index ${OF_LEDGER} and height = 2`,
      `update entries set index = 103 - index ${OF_LEDGER} and height = 2`,
    ],
  },
  {
    what: 'the tail that is gone',
    sql: [
      `update wallet_balances b set balance = e.balance_before, seq = b.seq - 1 from entries e
        where b.ledger_id = $1 and e.ledger_id = $1 and e.height = ${LAST} and e.account_id = b.account_id`,
      `delete from entries ${OF_LEDGER} and height = ${LAST}`,
      `delete from operations ${OF_LEDGER} and height = ${LAST}`,
    ],
  },
  {
    what: 'a transaction slipped into an old block',
    sql: [
      `insert into operations select ledger_id, height, gen_random_uuid(), gen_random_uuid(), fingerprint, caller_id, reverses, occurred_at,
              index + 1, 'walletCreate', 'carol', null, '{"asset":"EUR"}' from operations ${OF_LEDGER} and height = 3`,
    ],
  },
];

describe('covered up', () => {
  test.each(COVERED_UP)('$what is named', async ({ sql }) => {
    const { ledger, kept } = await writtenDown();
    for (const statement of sql) await tamper(database.owner, statement, ledger);
    await rewriteHashes(database.owner, ledger);
    const all = await found(ledger, [kept]);
    // The journal and the checkpoints in the database have nothing to say of it.
    expect(all.filter((line) => /^(?:journal-hashes|checkpoints-hold|blocks-)/.test(line))).toEqual([]);
    const [named] = all.filter((line) => line.startsWith('external-checkpoints-hold: '));
    expect(named).toMatch(
      /^external-checkpoints-hold: external checkpoint at block 7 (?:history was rewritten|covers blocks)/,
    );
  });

  test('there are fifty of both kinds', () => {
    expect(openly.length + COVERED_UP.length).toBe(50);
    expect(new Set([...openly, ...COVERED_UP].map(({ what }) => what)).size).toBeGreaterThan(45);
  });
});

test('a whole chain that was rewritten proves itself in every check but that against what was kept elsewhere', async () => {
  const { ledger, kept } = await writtenDown();
  await tamper(database.owner, COVERED_UP[0]?.sql[0] ?? '', ledger);
  await tamper(database.owner, COVERED_UP[0]?.sql[1] ?? '', ledger);
  await rewriteHashes(database.owner, ledger);
  expect(await found(ledger, [])).toEqual([]);
  expect(await found(ledger, [kept])).toEqual([
    `external-checkpoints-hold: external checkpoint at block 7 ${REWRITTEN}`,
  ]);
});

test('of several that were kept, the first that does not hold says between which blocks it happened', async () => {
  const { ledger, kept } = await writtenDown();
  const [{ root }] = (
    await database.owner.query(
      `select encode(sha256('\\x01'::bytea || sha256('\\x00'::bytea || a.hash) || sha256('\\x00'::bytea || b.hash)), 'hex') as root
         from blocks a, blocks b where a.ledger_id = $1 and b.ledger_id = $1 and a.height = 1 and b.height = 2`,
      [ledger],
    )
  ).rows;
  await tamper(database.owner, `update entries set type = 'BONUS' ${OF_LEDGER} and type = 'WITHDRAWAL'`, ledger);
  await rewriteHashes(database.owner, ledger);
  expect((await found(ledger, [kept, { ...kept, size: 2, root }])).join('\n')).toContain(
    'external checkpoint at block 7 history was rewritten: the blocks 3 to 7 are not those that were signed',
  );
});

test('an instance does not sign a log that was rewritten, even where the checkpoints in the database say so', async () => {
  const { ledger } = await writtenDown();
  await tamper(
    database.owner,
    `update entries set type = 'BONUS' ${OF_LEDGER} and account_id = ${BOB} and seq = 1`,
    ledger,
  );
  await rewriteHashes(database.owner, ledger);
  await expect(checkpoints.sign(ledger)).rejects.toThrow(
    'does not begin any more as it did when it was signed at block 7',
  );
  expect((await checkpoints.metrics.refused.get()).values[0]?.value).toBe(1);
});

test.each([
  [
    'a root in the database',
    `update checkpoints set root = sha256(root) ${OF_LEDGER}`,
    'has another root than the blocks',
  ],
  [
    'the note of it',
    `update checkpoints set note = replace(note, E'\\n7\\n', E'\\n6\\n') ${OF_LEDGER}`,
    'the signature is not',
  ],
  ['the height of it', `update checkpoints set height = 9 ${OF_LEDGER}`, 'covers blocks that are gone'],
])('%s that was changed is named by the verification itself', async (_what, sql, named) => {
  const { ledger } = await writtenDown();
  await tamper(database.owner, sql, ledger);
  expect((await found(ledger, [])).join('\n')).toContain(named);
});
