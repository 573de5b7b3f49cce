/** What the clients were told, and what therefore must stand in the books: each operation once or not at all, nothing else. */

export interface Wanted {
  readonly reference: string;
  readonly kind: 'walletTopup' | 'walletSpend' | 'walletTransfer';
  readonly user: string;
  /** To whom a transfer goes. */
  readonly other?: string;
  readonly amount: number;
}

/** The answer that a client was given for good. */
export interface Told {
  readonly transaction_id: string;
  readonly amount: number;
  readonly balance_before: number;
  readonly balance_after: number;
  readonly created_at: string;
}

/** What stands in the books: one row for every operation, seen from the wallet that it was asked for. */
export interface Row extends Told {
  readonly reference: string | null;
  readonly operation: string;
  readonly user: string;
}

export class Oracle {
  readonly #acknowledged = new Map<string, { wanted: Wanted; told: Told }>();
  readonly #refused = new Set<string>();

  get acknowledged(): number {
    return this.#acknowledged.size;
  }

  get refused(): number {
    return this.#refused.size;
  }

  acknowledge(wanted: Wanted, told: Told): void {
    if (this.#refused.has(wanted.reference)) throw new Error(`${wanted.reference} was refused and is now recorded`);
    this.#acknowledged.set(wanted.reference, { wanted, told });
  }

  refuse(wanted: Wanted): void {
    if (this.#acknowledged.has(wanted.reference))
      throw new Error(`${wanted.reference} was recorded and is now refused`);
    this.#refused.add(wanted.reference);
  }

  /** Compares in both directions; gives a line for everything that is not as it must be. */
  compare(rows: readonly Row[], balances: ReadonlyMap<string, number>): string[] {
    return [...this.#compareRows(rows), ...this.#compareBalances(balances)];
  }

  /** What was acknowledged and is not there. */
  lost(rows: readonly Row[]): string[] {
    const there = new Set(rows.map(({ reference }) => reference));
    return [...this.#acknowledged.keys()].filter((reference) => !there.has(reference));
  }

  #compareRows(rows: readonly Row[]): string[] {
    const problems: string[] = [];
    const times = new Map<string, number>();
    for (const row of rows) {
      const name = row.reference ?? row.transaction_id;
      times.set(name, (times.get(name) ?? 0) + 1);
      const known = this.#acknowledged.get(name);
      if (!known) {
        problems.push(
          `${name} is in the books, though ${this.#refused.has(name) ? 'it was refused' : 'nobody sent it'}`,
        );
        continue;
      }
      const is = describe(row.operation, row.user, row);
      const told = describe(known.wanted.kind, known.wanted.user, known.told);
      if (is !== told) problems.push(`${name} is ${is}, though ${told} was acknowledged`);
    }
    for (const name of this.#acknowledged.keys()) {
      const count = times.get(name) ?? 0;
      if (count !== 1) problems.push(`${name} was acknowledged and is in the books ${count} times`);
    }
    return problems;
  }

  #compareBalances(balances: ReadonlyMap<string, number>): string[] {
    const expected = new Map<string, number>();
    const add = (user: string, amount: number) => expected.set(user, (expected.get(user) ?? 0) + amount);
    for (const { wanted } of this.#acknowledged.values()) {
      const { kind, user, other, amount } = wanted;
      add(user, kind === 'walletTopup' ? amount : -amount);
      if (other !== undefined) add(other, amount);
    }
    return [...new Set([...expected.keys(), ...balances.keys()])].flatMap((user) => {
      const [is, must] = [balances.get(user) ?? 0, expected.get(user) ?? 0];
      return is === must ? [] : [`${user} has ${is}, and the acknowledged operations add up to ${must}`];
    });
  }
}

const describe = (operation: string, user: string, told: Told): string =>
  [operation, user, told.transaction_id, told.amount, told.balance_before, told.balance_after, told.created_at].join(
    ' ',
  );
