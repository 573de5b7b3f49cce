/** A deliberate defect: what it spoils, the one place where it is put in, and the tests that must see it. */
export interface Defect {
  readonly name: string;
  /** What would go wrong for whoever runs it. */
  readonly harm: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly put: string;
  /** Paths for vitest, the quickest that should see it. */
  readonly tests: readonly string[];
}
