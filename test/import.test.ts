/** A file goes through the engine in its order, once, whatever happens on the way. */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Mapping, readMapping } from '../src/commands/import/map.ts';
import { type ImportCounts, ImportRun, type RefusedLine } from '../src/commands/import/run.ts';
import { type Format, readSource } from '../src/commands/import/source.ts';
import { type Engine, type Outcome, type Submission, Unavailable } from '../src/engine/submission.ts';
import { AssetRegistry } from '../src/queries/asset-registry.ts';
import { walletBalance } from '../src/queries/balances.ts';
import { verifyLedger } from '../src/queries/verify/verify.ts';
import { createTestDatabase } from './support/database.ts';
import { createLedger, openEngine, type TestEngine } from './support/engine.ts';

const database = await createTestDatabase();
const assets = new AssetRegistry(database.app);
const folder = await mkdtemp(join(tmpdir(), 'pochi-import-'));
let instance: TestEngine;
beforeAll(async () => {
  await assets.refresh();
  instance = await openEngine(database.appUrl);
});
afterAll(async () => {
  await instance.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

interface Imported {
  readonly counts: ImportCounts;
  readonly refused: readonly RefusedLine[];
}

interface ImportOptions {
  readonly format?: Format;
  readonly mapping?: Mapping;
  readonly engine?: Engine;
}

let files = 0;

async function importText(text: string | Buffer, ledgerId: bigint, options: ImportOptions = {}): Promise<Imported> {
  const { format = 'jsonl', mapping = null, engine = instance.engine } = options;
  const path = join(folder, `${files++}`);
  await writeFile(path, text);
  const refused: RefusedLine[] = [];
  const records = readSource(createReadStream(path), format, () => {});
  const onRefused = (line: RefusedLine) => void refused.push(line);
  const rooms = { engine, assets, database: database.app };
  const counts = await new ImportRun(rooms, { ledgerId, records, format, mapping, onRefused }).run();
  return { counts, refused };
}

const line = (operation: string, user_id: string, amount: number, reference_id: string): string =>
  JSON.stringify({ operation, user_id, asset_code: 'USD', amount, reference_id });

const balanceOf = (ledger: bigint, customer: string) => walletBalance(database.app, ledger, customer, 1);
const sound = async (ledger: bigint) => (await verifyLedger(database.app, ledger)).sound;

describe('a file of operations', () => {
  const lines = Array.from({ length: 500 }, (_, i) => [
    line('walletTopup', `c${i % 7}`, 10, `topup ${i}`.replace(' ', '-')),
    line('walletSpend', `c${i % 7}`, 10, `spend-${i}`),
  ]).flat();

  test('is recorded, and replayed by a second run', async () => {
    const ledger = await createLedger(database.owner);
    const text = `\n${lines.join('\r\n')}\n\n`;
    expect((await importText(text, ledger)).counts).toEqual({ assets: 0, recorded: 1000, replayed: 0, refused: 0 });
    expect((await importText(text, ledger)).counts).toEqual({ assets: 0, recorded: 0, replayed: 1000, refused: 0 });
    expect(await balanceOf(ledger, 'c3')).toBe(0n);
    expect(await sound(ledger)).toBe(true);
  });

  test('is finished by a second run where the first was cut off', async () => {
    const ledger = await createLedger(database.owner);
    let left = 300;
    const dying: Engine = {
      submit: (submission) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Unavailable('stopping', 0)) : instance.engine.submit(submission);
      },
      drain: () => Promise.resolve(),
      waiting: 0,
    };
    await expect(importText(lines.join('\n'), ledger, { engine: dying })).rejects.toThrow(
      /^stopped at line \d+: .*run it again/,
    );
    const { counts } = await importText(lines.join('\n'), ledger);
    expect(counts).toEqual({ assets: 0, recorded: 700, replayed: 300, refused: 0 });
  });

  test('that is cut in the middle of a line loses that line alone', async () => {
    const ledger = await createLedger(database.owner);
    const { counts, refused } = await importText(lines.slice(0, 3).join('\n').slice(0, -5), ledger);
    expect(counts).toMatchObject({ recorded: 2, refused: 1 });
    expect(refused).toMatchObject([{ line: 3, code: 'VALIDATION_ERROR', why: expect.stringContaining('is no JSON') }]);
  });

  test('says of each line why it is refused, and goes on with the rest', async () => {
    const ledger = await createLedger(database.owner);
    const text = [
      line('walletTopup', 'a', 100, 'r1'),
      'not JSON',
      '[1]',
      line('walletSpend', 'a', 101, 'r4'),
      line('walletSpend', 'nobody', 1, 'r5'),
      line('walletTopup', 'a', 1.5, 'r6'),
      line('walletTopup', 'a', 100, 'r1').replace('100', '7'),
      line('walletFly', 'a', 1, 'r8'),
      line('walletTopup', 'a', 1, 'r9').replace('}', ',"colour":"red"}'),
      line('walletTopup', 'a', 1, 'r10').replace('}', ',"occurred_at":"2026-02-30"}'),
      line('walletTopup', 'a', 1, 'r11').replace('"r11"', '"r11","reference_id":"r11"'),
      line('walletWithdraw', 'a', 100, 'r12'),
    ].join('\n');
    const { counts, refused } = await importText(text, ledger);
    expect(counts).toMatchObject({ recorded: 2, replayed: 0, refused: 10 });
    const told = refused.toSorted((a, b) => a.line - b.line).map((each) => [each.line, each.reference, each.code]);
    expect(told).toEqual([
      [2, null, 'VALIDATION_ERROR'],
      [3, null, 'VALIDATION_ERROR'],
      [4, 'r4', 'INSUFFICIENT_FUNDS'],
      [5, 'r5', 'WALLET_NOT_FOUND'],
      [6, 'r6', 'VALIDATION_ERROR'],
      [7, 'r1', 'DUPLICATE_IDEMPOTENCY_KEY'],
      [8, 'r8', 'VALIDATION_ERROR'],
      [9, 'r9', 'VALIDATION_ERROR'],
      [10, 'r10', 'VALIDATION_ERROR'],
      [11, null, 'VALIDATION_ERROR'],
    ]);
    expect(await balanceOf(ledger, 'a')).toBe(0n);
  });

  test('may hold bytes that are no text, and lines without end', async () => {
    const ledger = await createLedger(database.owner);
    const bad = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}\n')]);
    const long = Buffer.alloc(3 * 1024 * 1024, 'x');
    const good = Buffer.from(`\n${line('walletTopup', 'a', 1, 'r')}`);
    const { counts, refused } = await importText(Buffer.concat([bad, long, good]), ledger);
    expect(counts).toMatchObject({ recorded: 1, refused: 2 });
    expect(refused.map(({ why }) => why)).toEqual(['is not UTF-8', 'is longer than 1048576 bytes']);
  });
});

describe('CSV', () => {
  const header =
    'operation,user_id,sender_id,recipient_id,asset_code,amount,amount_major,reference_id,metadata,occurred_at';
  const csv = [
    `\ufeff${header}`,
    'walletTopup,42,,,USD,1050,,r1,"{""note"":""a, b"",""n"":1.50}",2010-12-01',
    'walletTransfer,,42,b,USD,,0.50,r2,,2010-12-01T10:00:00+03:00',
    'walletWithdraw,b,,,USD,50,,r3,,',
    'walletBonus,b,,,POINTS,7,,r4,,',
  ];
  const jsonl = [
    '{"operation":"walletTopup","user_id":42,"asset_code":"USD","amount":1050,"reference_id":"r1","metadata":{"note":"a, b","n":1.50},"occurred_at":"2010-12-01"}',
    '{"operation":"walletTransfer","sender_id":"42","recipient_id":"b","asset_code":"USD","amount_major":0.50,"reference_id":"r2","occurred_at":"2010-12-01T07:00:00.000Z"}',
    '{"operation":"walletWithdraw","user_id":"b","asset_code":"USD","amount":50,"reference_id":"r3"}',
    '{"operation":"walletBonus","user_id":"b","asset_code":"POINTS","amount":7,"reference_id":"r4"}',
  ];

  test('and JSON Lines say the same: what the one has recorded the other replays', async () => {
    const ledger = await createLedger(database.owner);
    const first = await importText(csv.join('\n'), ledger, { format: 'csv' });
    expect(first).toEqual({ counts: { assets: 0, recorded: 4, replayed: 0, refused: 0 }, refused: [] });
    expect((await importText(jsonl.join('\n'), ledger)).counts).toMatchObject({ recorded: 0, replayed: 4, refused: 0 });
    expect(await balanceOf(ledger, '42')).toBe(1000n);
    expect(await sound(ledger)).toBe(true);
  });

  test('names the lines that have not the shape of the rest', async () => {
    const ledger = await createLedger(database.owner);
    const text = [
      'operation,user_id,asset_code,amount,reference_id',
      'walletTopup,a,USD,1',
      'walletTopup,a,USD,1e2,r3',
      'walletTopup,a,USD,5,r4',
    ];
    const { counts, refused } = await importText(text.join('\n'), ledger, { format: 'csv' });
    expect(counts).toMatchObject({ recorded: 1, refused: 2 });
    expect(refused).toMatchObject([
      { line: 2, why: 'has 4 fields, where the header has 5' },
      { line: 3, reference: 'r3', why: 'amount must be a number, not a text' },
    ]);
  });
});

describe('a mapping', () => {
  test('makes the operations of each record, and an asset before them', async () => {
    const ledger = await createLedger(database.owner);
    const mapping = await readMapping(new URL('../docs/examples/retail-invoices.map.json', import.meta.url).pathname);
    const text = 'invoice_no,invoice_date,customer_id,total_gbp\n1,2010-12-01,17850,139.12\n2,2010-12-02,17850,0.005\n';
    const options: ImportOptions = { format: 'csv', mapping };
    const { counts, refused } = await importText(text, ledger, options);
    expect(counts).toMatchObject({ recorded: 2, refused: 2 });
    expect(refused.map(({ reference, why }) => [reference, why])).toEqual([
      ['inv-2-topup', 'amount_major has more decimal digits than the asset'],
      ['inv-2-spend', 'amount_major has more decimal digits than the asset'],
    ]);
    expect((await importText(text, ledger, options)).counts).toMatchObject({ assets: 0, replayed: 2, refused: 2 });
    const { rows } = await database.app.query(
      "select occurred_at from operations where ledger_id = $1 and operation <> 'assetCreate'",
      [ledger],
    );
    expect(rows.map(({ occurred_at }) => occurred_at.toISOString())).toEqual(Array(2).fill('2010-12-01T00:00:00.000Z'));
  });

  test('that is none is refused in one line', async () => {
    const path = join(folder, 'wrong.json');
    const attempt = async (text: string) => {
      await writeFile(path, text);
      return readMapping(path);
    };
    await expect(attempt('{')).rejects.toThrow('is no JSON');
    await expect(attempt('{"each":[{"a":1}],"then":[]}')).rejects.toThrow('then is not known');
    await expect(attempt('{"each":{}}')).rejects.toThrow('each is a list of operations');
    await expect(attempt('{"first":[{"code":"{a}"}],"each":[]}')).rejects.toThrow('first has no record');
  });
});

/** Decides when it likes and as often as it likes, as an engine does whose database comes and goes. */
function unsteadyEngine(chance: () => number): Engine {
  const balances = new Map<string, bigint>();
  const failed = new Map<string, number>();
  const decide = ({ operation, input }: Submission): Outcome => {
    const { customer, amount } = input as { customer: string; amount: bigint };
    const balance = balances.get(customer) ?? 0n;
    const after = operation.name === 'walletTopup' ? balance + amount : balance - amount;
    if (after < 0n) return { ok: false, refusal: { code: 'INSUFFICIENT_FUNDS', details: {} } };
    balances.set(customer, after);
    return { ok: true, replayed: false, record: {} as never };
  };
  return {
    waiting: 0,
    submit: async (submission) => {
      for (let turns = Math.floor(chance() * 10); turns > 0; turns -= 1) await new Promise(setImmediate);
      const key = submission.key?.value ?? '';
      const failures = failed.get(key) ?? 0;
      failed.set(key, failures + 1);
      if (failures < 3 && chance() < 0.3) throw new Unavailable('database', 0);
      return decide(submission as Submission);
    },
    drain: () => Promise.resolve(),
  };
}

test('every customer sees the order of the file, however unsteady the engine', async () => {
  const step = fc.record({
    customer: fc.constantFrom('a', 'b', 'c'),
    change: fc.integer({ min: -20, max: 20 }).filter((n) => n !== 0),
  });
  const check = async (steps: { customer: string; change: number }[], chances: number[]) => {
    const held: Record<string, number> = { a: 0, b: 0, c: 0 };
    const expected: number[] = [];
    steps.forEach(({ customer, change }, i) => {
      const after = (held[customer] ?? 0) + change;
      if (after < 0) expected.push(i + 1);
      else held[customer] = after;
    });
    const text = steps.map(({ customer, change }, i) =>
      line(change > 0 ? 'walletTopup' : 'walletSpend', customer, Math.abs(change), `r${i}`),
    );
    let at = 0;
    const engine = unsteadyEngine(() => chances[at++ % chances.length] ?? 0);
    const { refused } = await importText(text.join('\n'), 1n, { engine });
    expect(refused.map((each) => each.line).toSorted((a, b) => a - b)).toEqual(expected);
  };
  const chances = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 3, maxLength: 50 });
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60 }), chances, check), { numRuns: 200 });
});
