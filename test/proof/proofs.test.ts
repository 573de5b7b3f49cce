/** Every transaction can be proven to whoever has the public key, and nothing else can. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifierKey } from '../../src/ledger/checkpoint.ts';
import {
  type Checkpoint,
  checkConsistency,
  checkTransactionProof,
  openCheckpoint,
  type TransactionProof,
} from '../../src/ledger/proof-check.ts';
import { openCheckpoints, testKey } from '../support/checkpoints.ts';
import { createTestDatabase } from '../support/database.ts';
import {
  createLedger,
  openEngine,
  recordOf,
  reference,
  submission,
  type TestEngine,
  topup,
} from '../support/engine.ts';
import { openServer, type TestServer } from '../support/http.ts';
import { flawOf } from '../support/independent-proof.ts';
import { decode } from '../support/wallet-model.ts';
import { askFor } from '../support/wallet-requests.ts';

const KEY = testKey();
const KNOWN = [KEY.publicKey.toString('base64')];

const database = await createTestDatabase();
let instance: TestEngine;
beforeAll(async () => {
  instance = await openEngine(database.appUrl);
});
afterAll(async () => {
  await instance.close();
  await database.drop();
});

/** Books of whatever these numbers stand for, in batches as they come, and the places of all that was recorded. */
async function randomBooks(numbers: readonly number[]) {
  const ledger = await createLedger(database.owner);
  const recorded: { id: string; height: bigint; index: number }[] = [];
  for (let from = 0; from < numbers.length; ) {
    const size = 1 + ((numbers[from] ?? 0) % 9);
    const batch = numbers
      .slice(from, from + size)
      .map(decode)
      .filter(({ name }) => name !== 'freeze');
    from += size;
    const outcomes = await Promise.all(
      batch.map((command) => {
        const { operation, input } = askFor(command, recorded.at(-1 - (command.back % 5))?.id ?? null);
        return instance.engine.submit(submission(ledger, operation, input));
      }),
    );
    for (const outcome of outcomes) if (outcome.ok) recorded.push(outcome.record);
  }
  return { ledger, recorded };
}

describe('random books', () => {
  test('every operation is proven to our checker and to one that shares nothing with it', async () => {
    let proven = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { minLength: 20, maxLength: 120 }),
        async (numbers) => {
          const { ledger, recorded } = await randomBooks(numbers);
          const checkpoints = openCheckpoints(database.app);
          for (const { id, height, index } of recorded) {
            const proof = await checkpoints.prove(ledger, { height, index });
            expect(flawOf(proof, KEY.publicKey)).toBeNull();
            const verdict = await checkTransactionProof(proof, KNOWN, { transaction_id: id });
            expect(verdict).toMatchObject({ valid: true, proven: { id, height: Number(height) } });
            proven += 1;
          }
        },
      ),
      { numRuns: 10 },
    );
    expect(proven).toBeGreaterThan(30);
  });
});

/** A proof with some depth: in a block of several, in a log of several. */
async function someProof(): Promise<{ proof: TransactionProof; ledger: bigint }> {
  const ledger = await createLedger(database.owner);
  for (let block = 0; block < 5; block += 1) {
    await Promise.all([1n, 2n, 3n, 4n, 5n].map((amount) => instance.engine.submit(topup(ledger, 'alice', amount))));
  }
  const middle = recordOf(await instance.engine.submit(topup(ledger, 'bob', 7n, reference('middle'))));
  await Promise.all([1n, 2n, 3n].map((amount) => instance.engine.submit(topup(ledger, 'carol', amount))));
  return { proof: await openCheckpoints(database.app).prove(ledger, middle), ledger };
}

describe('a proof', () => {
  test('is refused when any bit of it was changed', async () => {
    const { proof } = await someProof();
    const bytes = Buffer.from(JSON.stringify(proof));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), async (bit) => {
        const changed = Buffer.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
        let read: unknown;
        try {
          read = JSON.parse(changed.toString('utf8'));
        } catch {
          return;
        }
        // Where other letters say the same, nothing was changed.
        if (JSON.stringify(read) === bytes.toString('utf8')) return;
        expect((await checkTransactionProof(read, KNOWN)).valid).toBe(false);
      }),
      { numRuns: 4000 },
    );
  });

  test('says which step does not hold', async () => {
    const { proof } = await someProof();
    const flaw = async (change: object, keys = KNOWN, receipt?: Parameters<typeof checkTransactionProof>[2]) => {
      const verdict = await checkTransactionProof({ ...proof, ...change }, keys, receipt);
      return verdict.valid ? null : verdict.flaw;
    };
    expect(await flaw({})).toBeNull();
    expect(await flaw({}, [])).toBe('SIGNATURE');
    expect(await flaw({}, [testKey('another').publicKey.toString('base64')])).toBe('SIGNATURE');
    expect(await flaw({ checkpoint: 'x' })).toBe('CHECKPOINT');
    expect(await flaw({ block: null })).toBe('SHAPE');
    expect(await flaw({ operation: proof.operation.replace('bob', 'eve') })).toBe('LOG');
    expect(await flaw({ transaction_id: '01a1fd8f-fe07-7100-b7f0-a3a999dbe100' })).toBe('OPERATION');
    expect(await flaw({ log: { path: proof.log.path.slice(1) } })).toBe('LOG');
    expect(await flaw({ leaf: { ...proof.leaf, path: [...proof.leaf.path, proof.block.previous_hash] } })).toBe(
      'BLOCK',
    );
    const { transaction_id } = proof;
    const receipt = { transaction_id, user_id: 'bob', asset_code: 'USD', amount: 7, reference_id: 'middle' };
    expect(await flaw({}, KNOWN, receipt)).toBeNull();
    expect(await flaw({}, KNOWN, { ...receipt, amount: 8 })).toBe('RECEIPT');
    expect(await flaw({}, KNOWN, { ...receipt, user_id: 'eve' })).toBe('RECEIPT');
    expect(await flaw({}, KNOWN, { ...receipt, reference_id: 'other' })).toBe('RECEIPT');
  });

  test('does not hold once the rows were changed, and says so to whoever checks it', async () => {
    const { proof, ledger } = await someProof();
    const client = await database.owner.connect();
    await client.query('set session_replication_role = replica');
    await client.query("update operations set reference = 'other' where ledger_id = $1 and reference = 'middle'", [
      ledger,
    ]);
    client.release(true);
    const place = { height: BigInt(proof.block.height), index: proof.leaf.index };
    const changed = await openCheckpoints(database.app).prove(ledger, place);
    expect(await checkTransactionProof(changed, KNOWN)).toMatchObject({ valid: false, flaw: 'LOG' });
    // What was handed out before still holds.
    expect((await checkTransactionProof(proof, KNOWN)).valid).toBe(true);
  });

  test('shows nothing of others in the same block but hashes', async () => {
    const ledger = await createLedger(database.owner);
    const records = await Promise.all(
      ['alice', 'bob', 'carol', 'dave'].map(async (who) =>
        recordOf(await instance.engine.submit(topup(ledger, who, 1n, reference(`of-${who}`)))),
      ),
    );
    const [alice] = records;
    if (!alice) throw new Error('nothing was recorded');
    expect(new Set(records.map(({ height }) => height)).size).toBe(1);
    const text = JSON.stringify(await openCheckpoints(database.app).prove(ledger, alice));
    expect(text).toContain('of-alice');
    expect(text).not.toMatch(/bob|carol|dave/);
  });
});

describe('a new key', () => {
  test('signs from then on, and what the old one signed holds for whoever knows it', async () => {
    const ledger = await createLedger(database.owner);
    const first = recordOf(await instance.engine.submit(topup(ledger, 'alice', 1n)));
    const [old, young] = [testKey('the old one'), testKey('the young one')];
    const before = await openCheckpoints(database.app, old).prove(ledger, first);
    const second = recordOf(await instance.engine.submit(topup(ledger, 'alice', 1n)));
    const rotated = openCheckpoints(database.app, young);
    const after = await rotated.prove(ledger, second);
    const holds = async (proof: TransactionProof, ...keys: (typeof old)[]) =>
      (
        await checkTransactionProof(
          proof,
          keys.map(({ publicKey }) => publicKey.toString('base64')),
        )
      ).valid;
    expect([await holds(before, old), await holds(before, young), await holds(before, young, old)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([await holds(after, old), await holds(after, young), await holds(after, old, young)]).toEqual([
      false,
      true,
      true,
    ]);
    // The proof of before is the same for ever.
    expect(await rotated.prove(ledger, first)).toEqual(before);
    const { rows } = await database.app.query('select public_key from checkpoint_keys');
    const known = rows.map(({ public_key }) => public_key.toString('base64'));
    expect(known).toEqual(expect.arrayContaining([old, young].map(({ publicKey }) => publicKey.toString('base64'))));
  });
});

describe('over HTTP', () => {
  let server: TestServer;
  let transaction: string;
  beforeAll(async () => {
    server = await openServer();
    for (let n = 0; n < 9; n += 1) transaction = await topupOver('alice', `alice-${n}`);
  });
  afterAll(() => server.close());

  async function topupOver(user_id: string, reference_id: string): Promise<string> {
    const body = { user_id, asset_code: 'USD', amount: 100, reference_id };
    return (await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body })).json.data.transaction_id;
  }
  const get = (path: string, subject = 'alice') =>
    server.call('GET', `/api/v1/${path}`, { as: { role: 'customer', subject } });
  const checkpointOf = async (note: string): Promise<Checkpoint> => {
    const opened = await openCheckpoint(note, KNOWN);
    if (!opened.valid) throw new Error(opened.problem);
    return opened.proven;
  };

  test('a customer proves their own transaction with keys that anybody can read, and nobody else’s', async () => {
    const { json } = await get(`transactions/${transaction}/proof`);
    const { json: published } = await server.call('GET', '/api/v1/checkpoint-keys');
    const keys = published.data.keys.map(({ public_key }: { public_key: string }) => public_key);
    const receipt = { transaction_id: transaction, user_id: 'alice', asset_code: 'USD', amount: 100 };
    expect(await checkTransactionProof(json.data, keys, receipt)).toMatchObject({ valid: true });
    expect(published.data.keys[0].verifier_key).toBe(verifierKey('test.example/main', KEY.publicKey));
    const other = await get(`transactions/${transaction}/proof`, 'mallory');
    expect([other.status, other.json.code]).toEqual([404, 'TRANSACTION_NOT_FOUND']);
  });

  test('transactions of all faces are proven, sales on credit and payments among them', async () => {
    const post = async (path: string, body: object) => {
      const { status, json } = await server.call('POST', path, { as: 'staff', body });
      expect([path, status]).toEqual([path, status < 300 ? status : 201]);
      return json;
    };
    const buyer = { customer_id: 'buyer', store_id: 'S1', currency: 'USD' };
    const line = { item_id: 'I1', description: 'Coffee', quantity: 2, unit_price_cents: 50 };
    await post('/api/wallet/credit-slips', { ...buyer, lines: [line], tax_cents: 0, discount_cents: 0 });
    await post('/api/wallet/payments', { ...buyer, amount_cents: 70, method: 'CASH', allocations: [] });
    await post('/api/wallet/store-change', { ...buyer, change_cents: 30 });
    await post('/api/customer/manual-payment', { customerId: 'buyer', amount: 0.1 });
    await post(`/api/v1/transactions/${transaction}/reverse`, { reason: 'a mistake' });
    const { rows } = await server.database.app.query(
      'select distinct on (operation) id, operation from operations where ledger_id = 1 order by operation',
    );
    expect(rows.length).toBeGreaterThanOrEqual(6);
    for (const { id, operation } of rows) {
      const { json } = await server.call('GET', `/api/v1/transactions/${id}/proof`, { as: 'staff' });
      expect(flawOf(json.data, KEY.publicKey)).toBeNull();
      const verdict = await checkTransactionProof(json.data, KNOWN, { transaction_id: id, operation });
      expect([operation, verdict.valid]).toEqual([operation, true]);
    }
  });

  test('checkpoints are consistent with each other, which everybody can check', async () => {
    const latest = async () => (await get('checkpoints/latest')).json.data;
    await get(`transactions/${transaction}/proof`);
    const first = await latest();
    const newer = await topupOver('bob', 'bob-1');
    await server.call('GET', `/api/v1/transactions/${newer}/proof`, { as: 'staff' });
    const second = await latest();
    expect(second.height).toBeGreaterThan(first.height);
    const { json } = await get(`checkpoints/consistency?from=${first.height}&to=${second.height}`);
    const ends = [await checkpointOf(first.checkpoint), await checkpointOf(second.checkpoint)] as const;
    expect(await checkConsistency(json.data, ...ends)).toMatchObject({ valid: true });
    expect(await checkConsistency(json.data, { ...ends[0], root: ends[1].root }, ends[1])).toMatchObject({
      valid: false,
    });
    const { json: listed } = await get('checkpoints?limit=2');
    expect(listed.data.checkpoints).toEqual([second, first]);
    const { checkpoints: lower } = (await get(`checkpoints?before=${first.height}`)).json.data;
    for (const { height } of lower) expect(height).toBeLessThan(first.height);
    expect((await get(`checkpoints/consistency?from=${second.height + 1}`)).json.code).toBe('VALIDATION_ERROR');
    expect((await get(`checkpoints/consistency?from=1&to=${second.height + 1}`)).json.code).toBe('VALIDATION_ERROR');
  });

  test('there is no checkpoint of a ledger in which nothing was recorded', async () => {
    await server.database.owner.query("select ledger_create(99, 'empty')");
    const as = { role: 'staff', ledger: 'empty' } as const;
    expect((await server.call('GET', '/api/v1/checkpoints/latest', { as })).json.code).toBe('CHECKPOINT_NOT_FOUND');
    expect((await server.call('GET', '/api/v1/checkpoints/consistency?from=1', { as })).json.code).toBe(
      'CHECKPOINT_NOT_FOUND',
    );
  });

  test('books whose past is gone prove nothing any more, and say so', async () => {
    const newest = await topupOver('carol', 'carol-1');
    const client = await server.database.owner.connect();
    await client.query('set session_replication_role = replica');
    await client.query('delete from blocks where ledger_id = 1 and height = 2');
    client.release(true);
    const { status, json } = await server.call('GET', `/api/v1/transactions/${newest}/proof`, { as: 'staff' });
    expect([status, json.code]).toEqual([503, 'PROOF_UNAVAILABLE']);
  });
});
