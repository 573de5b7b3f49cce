/**
 * Compares what clients were told with what stands in the books, both ways. The operations are done once more in the
 * auditor's own model, in the order of the books; every answer, every refusal and every balance that was shown must be what
 * the model says, at a place in that order where the client can have met it.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Claim, holds, Windows } from './claims.ts';
import type { ClientLog, Recorded } from './log.ts';
import { AuditModel, type Standing } from './model.ts';
import { type Kind, keysOf } from './want.ts';

/** An operation as it stands in the books; they come in the order of the journal. */
export interface Row {
  readonly reference: string | null;
  readonly operation: string;
  readonly customer: string | null;
  readonly id: string;
}

/** What one operation added to one account. */
export interface Movement {
  readonly id: string;
  readonly account: 'wallet' | 'receivable';
  readonly delta: bigint;
}

export interface Audited {
  readonly problems: readonly string[];
  /** By `customer asset`. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly movements: ReadonlyMap<string, readonly Movement[]>;
}

const OPERATION: Readonly<Record<Kind, string>> = {
  topup: 'walletTopup',
  batchTopup: 'walletTopup',
  addFunds: 'walletTopup',
  bonus: 'walletBonus',
  credit: 'walletBonus',
  spend: 'walletSpend',
  batchSpend: 'walletSpend',
  pay: 'walletSpend',
  manual: 'walletSpend',
  withdraw: 'walletWithdraw',
  transfer: 'walletTransfer',
  open: 'walletCreate',
  direct: 'cardPaymentRecord',
  slip: 'slipCreate',
  payment: 'paymentProcess',
  paySlip: 'paymentProcess',
  apply: 'slipApplyWallet',
  change: 'changeStore',
  void: 'slipVoid',
  reverse: 'transactionReverse',
};

export function audit(log: ClientLog, rows: readonly Row[]): Audited {
  const matching = new Matching(log);
  matching.add(rows);
  const [problems, places] = [matching.end(), matching.places];
  const windows = new Windows(log, places);
  problems.push(...windows.broken);
  const model = new AuditModel();
  const standings = new Map<string, Standing>();
  const movements = new Map<string, Movement[]>();
  const check = (claim: Claim) => holds(model, claim);
  for (const [place, row] of [null, ...rows].entries()) {
    const done = row && log.recorded.get(row.reference ?? '');
    const touched = new Set<string>();
    if (row && done) {
      for (const key of keysOf(done.want)) {
        touched.add(key);
        standings.set(key, standing(model, key));
      }
      problems.push(...applied(model, done));
      for (const key of touched) {
        const after = standing(model, key);
        const list = movements.get(key) ?? [];
        list.push(...moved(row.id, standings.get(key) as Standing, after));
        movements.set(key, list);
        standings.set(key, after);
      }
    }
    // Place 0 is before everything.
    problems.push(...windows.at(place, touched, check));
  }
  problems.push(...windows.rest());
  return { problems, standings, movements };
}

/** Every row was acknowledged, and everything acknowledged is a row, once. Rows can come in parts, in their order. */
export class Matching {
  readonly #log: ClientLog;
  readonly #problems: string[] = [];
  #rows = 0;
  /** Where each operation stands, from 1 on. */
  readonly places = new Map<string, number>();

  constructor(log: ClientLog) {
    this.#log = log;
  }

  add(rows: readonly Row[]): void {
    for (const row of rows) this.#problems.push(...this.#match(row));
  }

  /** Behind the last row: everything that is wrong, a line each. */
  end(): string[] {
    for (const name of this.#log.names())
      if (!this.places.has(name)) this.#problems.push(`${name} was acknowledged and is not in the books`);
    return this.#problems;
  }

  #match({ reference, id, operation, customer }: Row): string[] {
    this.#rows += 1;
    const name = reference ?? id;
    const known = this.#log.known(name);
    if (!known) {
      const why = this.#log.wasRefused(name) ? 'it was refused' : 'nobody was told of it';
      return [`${name} (${operation}) is in the books, though ${why}`];
    }
    const problems: string[] = [];
    if (this.places.has(name)) problems.push(`${name} is in the books more than once`);
    this.places.set(name, this.#rows);
    const { kind, told } = known;
    if (OPERATION[kind] !== operation || known.customer !== customer)
      problems.push(`${name} is ${operation} of ${customer}, though ${kind} of ${known.customer} was acknowledged`);
    if (told !== undefined && told !== id)
      problems.push(`${name} is transaction ${id}, though ${told} was acknowledged`);
    return problems;
  }
}

function applied(model: AuditModel, done: Recorded): string[] {
  const result = model.apply(done);
  const { name, kind } = done.want;
  if ('refusal' in result) return [`${name} (${kind}) is in the books, where ${result.refusal} forbids it`];
  if (within(result.told, done.answer)) return [];
  return [`${name} (${kind}) was answered ${done.text}, and the model says ${JSON.stringify(result.told)}`];
}

/** Whether all that is expected is there and the same; what else there is does not matter. */
function within(expected: unknown, actual: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return isDeepStrictEqual(expected, actual);
  if (typeof actual !== 'object' || actual === null) return false;
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length)) return false;
  return Object.entries(expected).every(([key, value]) => within(value, (actual as Record<string, unknown>)[key]));
}

function standing(model: AuditModel, key: string): Standing {
  const [customer = '', asset = ''] = key.split(' ');
  return model.standing(customer, asset);
}

function moved(id: string, before: Standing, after: Standing): Movement[] {
  return (['wallet', 'receivable'] as const)
    .map((account) => ({ id, account, delta: after[account] - before[account] }))
    .filter(({ delta }) => delta !== 0n);
}
