import { describe, expect, test } from 'vitest';
import { ClientLog, type Recorded, type Seen } from './log.ts';
import { audit, type Row } from './oracle.ts';
import type { Kind, Want } from './want.ts';

/** A top-up of 10, a spend of 4, a spend of 100 that is refused, and a look at what is left, one after the other. */
function sound() {
  const log = new ClientLog();
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
  log.seen.push({ ...look, sent: looked, done: log.moment() });
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
