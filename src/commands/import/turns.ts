/**
 * Keeps the order of a file customer by customer, while operations of different customers go together. The engine decides
 * in the order of submission, but an operation that it has to put back, or that the database kept waiting, would be
 * overtaken. So a debit waits for all that went before it with its customer, and a credit for the debits before it;
 * credits among themselves give the same balance in any order.
 */
interface Turn {
  /** The debit that went last. */
  debit: Promise<unknown>;
  /** The credits that went since. */
  credits: Promise<unknown>[];
  /** How many have not ended. */
  open: number;
}

export class Turns {
  readonly #turns = new Map<string, Turn>();

  /** Calls `work` when it is its turn; never rejects as long as `work` doesn't. */
  run(customers: readonly string[], credit: boolean, work: () => Promise<void>): Promise<void> {
    const names = [...new Set(customers)];
    const turns = names.map((name) => this.#turn(name));
    const before = turns.flatMap((turn) => (credit ? [turn.debit] : [turn.debit, ...turn.credits]));
    const idle = turns.every(({ open }) => open === 0);
    const done = idle ? work() : Promise.all(before).then(work);
    for (const turn of turns) {
      turn.open += 1;
      if (credit) turn.credits.push(done);
      else [turn.debit, turn.credits] = [done, []];
    }
    return done.finally(() => {
      for (const name of names) this.#leave(name);
    });
  }

  #turn(name: string): Turn {
    let turn = this.#turns.get(name);
    if (!turn) {
      turn = { debit: Promise.resolve(), credits: [], open: 0 };
      this.#turns.set(name, turn);
    }
    return turn;
  }

  #leave(name: string): void {
    const turn = this.#turn(name);
    turn.open -= 1;
    if (turn.open === 0) this.#turns.delete(name);
  }
}
