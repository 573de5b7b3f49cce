import { describe, expect, test } from 'vitest';
import { ClientLog, type Recorded, type Seen } from './log.ts';
import { audit, Matching, type Row } from './oracle.ts';
import { PutAway } from './put-away.ts';
import type { Kind, Want } from './want.ts';

/** A top-up of 10, a spend of 4, a spend of 100 that is refused, and a look at what is left, one after the other. */
function sound(whole?: number) {
  const log = new ClientLog(whole);
  const rows: Row[] = [];
  const record = (name: string, kind: Kind, amount: bigint, balances: [number, number]) => {
    const [balance_before, balance_after] = balances;
    const answer = { transaction_id: `id-${name}`, amount: Number(amount), balance_before, balance_after };
    const sent = log.moment();
    const want: Want = { name, kind, customer: 'asha', asset: 'USD', amount };
    log.record({ want, answer, text: JSON.stringify(answer), together: [want], sent, done: log.moment() });
    const operation = kind === 'topup' ? 'walletTopup' : 'walletSpend';
    rows.push({ reference: name, operation, customer: 'asha', id: `id-${name}` });
  };
  record('r1', 'topup', 10n, [0, 10]);
  record('r2', 'spend', 4n, [10, 6]);
  const sent = log.moment();
  const want: Want = { name: 'r3', kind: 'spend', customer: 'asha', asset: 'USD', amount: 100n };
  log.refuse({ want, code: 'INSUFFICIENT_FUNDS', isDoubtful: false, sent, done: log.moment() });
  const look: Omit<Seen, 'sent' | 'done'> = { customer: 'asha', asset: 'USD', wallet: 6n, net: 6n, openSlips: 0n };
  const looked = log.moment();
  log.see({ ...look, sent: looked, done: log.moment() });
  record('r4', 'topup', 200n, [6, 206]);
  return { log, rows, look };
}

const problemsOf = ({ log, rows }: { log: ClientLog; rows: readonly Row[] }): readonly string[] =>
  audit(log, rows).problems;

const change = (log: ClientLog, name: string, changes: Partial<Recorded>): void => {
  log.recorded.set(name, { ...(log.recorded.get(name) as Recorded), ...changes });
};

describe('the oracle of the simulation', () => {
  test('finds nothing wrong with books that are right', () => {
    expect(problemsOf(sound())).toEqual([]);
  });

  test('names an acknowledged operation that is not in the books', () => {
    const { log, rows } = sound();
    expect(problemsOf({ log, rows: rows.slice(0, 2) })).toEqual(['r4 was acknowledged and is not in the books']);
  });

  test('names an operation in the books that nobody was told of', () => {
    const { log, rows } = sound();
    log.recorded.delete('r4');
    expect(problemsOf({ log, rows })).toEqual(['r4 (walletTopup) is in the books, though nobody was told of it']);
  });

  test('names an operation that is in the books twice', () => {
    const { log, rows } = sound();
    expect(problemsOf({ log, rows: [...rows, rows[2] as Row] })[0]).toBe('r4 is in the books more than once');
  });

  test('names an operation that was refused and is in the books', () => {
    const { log, rows } = sound();
    const r3 = { ...(rows[1] as Row), reference: 'r3', id: 'id-r3' };
    expect(problemsOf({ log, rows: [...rows, r3] })).toEqual([
      'r3 (walletSpend) is in the books, though it was refused',
    ]);
  });

  test('names an operation that is another one in the books', () => {
    const { log, rows } = sound();
    const other = rows.with(0, { ...(rows[0] as Row), operation: 'walletBonus' });
    expect(problemsOf({ log, rows: other })).toEqual([
      'r1 is walletBonus of asha, though topup of asha was acknowledged',
    ]);
  });

  test('names an answer with a balance that was never so', () => {
    const { log, rows } = sound();
    change(log, 'r2', { answer: { transaction_id: 'id-r2', amount: 4, balance_before: 10, balance_after: 7 } });
    expect(problemsOf({ log, rows })[0]).toMatch(
      /^r2 \(spend\) was answered .* and the model says .*"balance_after":6/,
    );
  });

  test('names what the rules do not allow', () => {
    const { log, rows } = sound();
    change(log, 'r2', { want: { ...(log.recorded.get('r2') as Recorded).want, amount: 11n } });
    expect(problemsOf({ log, rows })).toContain('r2 (spend) is in the books, where INSUFFICIENT_FUNDS forbids it');
  });

  test('names a refusal that the balance at that time does not explain', () => {
    const { log, rows } = sound();
    const [refused] = [...log.refused.values()];
    if (refused) log.refused.set('r3', { ...refused, want: { ...refused.want, amount: 6n } });
    expect(problemsOf({ log, rows })).toEqual(['r3 (spend) was refused with INSUFFICIENT_FUNDS, which was never so']);
  });

  test.each([{ wallet: 10n }, { wallet: 206n }, { net: 5n }, { openSlips: 1n }])(
    'names a balance that was shown and was not so between the moments before and after: %o',
    (lie) => {
      const { log, rows } = sound();
      log.seen[0] = { ...(log.seen[0] as Seen), ...lie };
      expect(problemsOf({ log, rows })).toEqual([expect.stringMatching(/^asha was shown .* which was never so$/)]);
    },
  );

  test('names an operation that stands before what was acknowledged when it was sent', () => {
    const { log, rows } = sound();
    expect(problemsOf({ log, rows: [rows[2], rows[0], rows[1]] as Row[] })).toContain(
      'r4 stands before what had been acknowledged when it was sent',
    );
  });

  test('does not let an operation be answered for good twice', () => {
    const { log } = sound();
    const r1 = log.recorded.get('r1') as Recorded;
    expect(() => log.record(r1)).toThrow('answered for good twice');
    expect(() => log.refuse({ ...r1, code: 'INSUFFICIENT_FUNDS', isDoubtful: false })).toThrow('for good twice');
  });
});

describe('of operations that were put away', () => {
  const compared = (change: (rows: Row[]) => void): string[] => {
    const { log, rows } = sound(1);
    expect(log.recorded.size).toBe(1);
    expect(log.counts).toEqual({ recorded: 3, refused: 1 });
    change(rows);
    const matching = new Matching(log);
    matching.add(rows);
    return matching.end();
  };

  test.each<[string, (rows: Row[]) => void, string[]]>([
    ['nothing is wrong in books that are right', () => {}, []],
    ['one that is not in the books is named', (rows) => rows.shift(), ['r1 was acknowledged and is not in the books']],
    ['one that is there twice is named', (rows) => rows.push(rows[0] as Row), ['r1 is in the books more than once']],
    [
      'one that is another operation is named',
      (rows) => rows.splice(0, 1, { ...(rows[0] as Row), operation: 'walletBonus' }),
      ['r1 is walletBonus of asha, though topup of asha was acknowledged'],
    ],
    [
      'one that is another transaction than was told is named',
      (rows) => rows.splice(0, 1, { ...(rows[0] as Row), id: 'id-other' }),
      ['r1 is transaction id-other, though id-r1 was acknowledged'],
    ],
    [
      'one that was refused and is in the books is named',
      (rows) => rows.push({ reference: 'r3', operation: 'walletSpend', customer: 'asha', id: 'id-r3' }),
      ['r3 (walletSpend) is in the books, though it was refused'],
    ],
  ])('%s', (_, change, problems) => {
    expect(compared(change)).toEqual(problems);
  });

  test('one that is answered for good once more is named, though it was put away long ago', () => {
    const put = new PutAway();
    const known = { name: 'r1', kind: 'topup', customer: 'asha', amount: 10n, told: undefined } as const;
    put.add(known);
    expect([...put.read().values()]).toEqual([known]);
    put.add(known);
    expect(() => put.read()).toThrow('r1 was answered for good twice');
  });

  test('a hundred thousand come back as they were', () => {
    const put = new PutAway();
    const all = Array.from({ length: 100_000 }, (_, n) => ({
      ...{ name: `s-${n % 256}-${n}`, kind: 'topup' as const, customer: `c${n % 400}`, amount: BigInt(n) },
      told: n % 3 === 0 ? undefined : `id-${n}`,
    }));
    for (const one of all) put.add(one);
    expect([...put.read().values()]).toEqual(all);
  });
});
