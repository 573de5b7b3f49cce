/** How many answers are given before other requests get their turn: a few milliseconds' worth. */
const AT_ONCE = 32;

/**
 * Answers of a commit that are yet to be given. Giving them takes as long as a commit does: so they are given while the
 * database works on the next one, and a few at a time, so that nobody who only reads has to wait for all of them.
 */
export class AnswersDue {
  #due: (() => void)[] = [];
  #giving = false;

  add(answer: () => void): void {
    this.#due.push(answer);
  }

  /** Begins to give what is due, and goes on until nothing is. */
  give(): void {
    if (this.#giving || this.#due.length === 0) return;
    this.#giving = true;
    this.#some();
  }

  #some(): void {
    try {
      for (const answer of this.#due.splice(0, AT_ONCE)) answer();
    } finally {
      if (this.#due.length > 0) setImmediate(() => this.#some());
      else this.#giving = false;
    }
  }
}
