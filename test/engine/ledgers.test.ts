import { afterAll, describe, expect, test } from 'vitest';
import { genesisHash } from '../../src/ledger/journal.ts';
import { transactionReverse } from '../../src/wallet/reverse.ts';
import { createTestDatabase } from '../support/database.ts';
import {
  createLedger,
  openEngine,
  recordOf,
  reference,
  refusalOf,
  spend,
  submission,
  topup,
} from '../support/engine.ts';
import { balancesOf, violations } from '../support/truth.ts';

describe('two ledgers in one database', async () => {
  const database = await createTestDatabase();
  const { engine, close } = await openEngine(database.appUrl);
  const [one, other] = await Promise.all([createLedger(database.owner), createLedger(database.owner)]);
  const both = [one, other] as const;
  afterAll(async () => {
    for (const ledgerId of both) expect(await violations(database.owner, ledgerId)).toEqual([]);
    await close();
    await database.drop();
  });

  test('record the same references of the same customers, each for itself', async () => {
    const requests = both.flatMap((ledgerId) =>
      Array.from({ length: 50 }, (_, i) => topup(ledgerId, `c${i % 5}`, 10n, reference(`same ${i}`))),
    );
    const outcomes = await Promise.all(requests.map((request) => engine.submit(request)));
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: true, replayed: false });
    const balances = await Promise.all(both.map((ledgerId) => balancesOf(database.owner, ledgerId)));
    expect(balances[0]).toEqual(balances[1]);
    expect(balances[0]?.get('c0 USD wallet')).toBe(100n);
  });

  test('know nothing of each other: neither money, nor customers, nor transactions', async () => {
    const record = recordOf(await engine.submit(topup(one, 'only here', 100n, reference('only'))));
    expect(refusalOf(await engine.submit(spend(other, 'only here', 1n)))).toBe('WALLET_NOT_FOUND');
    const reverse = submission(other, transactionReverse, { transactionId: record.id, reason: 'not ours' });
    expect(refusalOf(await engine.submit(reverse))).toBe('TRANSACTION_NOT_FOUND');
    const reused = await engine.submit(spend(other, 'c0', 1n, reference('only')));
    expect(reused).toMatchObject({ ok: true, replayed: false });
    expect((await balancesOf(database.owner, one)).get('only here USD wallet')).toBe(100n);
  });

  test('have no block in common, from the first one on', async () => {
    const { rows } = await database.owner.query<{ ledger_id: bigint; hash: Buffer; root: Buffer }>(
      'select ledger_id, hash, root from blocks where ledger_id = any ($1) order by height',
      [both],
    );
    expect(new Set(rows.map(({ ledger_id }) => ledger_id))).toEqual(new Set(both));
    expect(new Set(rows.map(({ hash }) => hash.toString('hex'))).size).toBe(rows.length);
    expect(genesisHash(one)).not.toEqual(genesisHash(other));
    const fresh = await createLedger(database.owner);
    const head = await database.owner.query('select hash from ledger_heads where ledger_id = $1', [fresh]);
    expect(head.rows).toEqual([{ hash: genesisHash(fresh) }]);
  });

  test('do not wait for each other', async () => {
    const client = await database.owner.connect();
    await client.query('begin');
    await client.query('select from ledger_heads where ledger_id = $1 for update', [one]);
    const held = engine.submit(topup(one, 'held', 1n));
    recordOf(await engine.submit(topup(other, 'free', 1n)));
    expect((await balancesOf(database.owner, one)).has('held USD wallet')).toBe(false);
    await client.query('rollback');
    client.release();
    recordOf(await held);
  });
});
