/** What a verification found. */

export interface Violation {
  /** The account, transaction, block, ... that is wrong. */
  readonly subject: string;
  readonly problem: string;
}

export interface CheckResult {
  readonly name: string;
  /** What holds in these books if there is no violation. */
  readonly proves: string;
  /** The first hundred. */
  readonly violations: readonly Violation[];
  /** How many violations were found: a check in SQL stops at the hundredth. */
  readonly rows: number;
  /** How many rows were looked at: those of all tables that the check reads. */
  readonly checked: number;
  readonly milliseconds: number;
}

export interface VerifyReport {
  readonly ledger: string;
  /** Whether no check found anything. */
  readonly sound: boolean;
  readonly checks: readonly CheckResult[];
  /** The journal's last block, and its hash in hexadecimal. */
  readonly height: bigint;
  readonly hash: string;
  readonly operations: bigint;
}

export const MAX_VIOLATIONS = 100;

/** Collects the violations of a check that is made in memory. */
export class Findings {
  readonly violations: Violation[] = [];
  rows = 0;

  add(subject: string, problem: string): void {
    this.rows += 1;
    if (this.violations.length < MAX_VIOLATIONS) this.violations.push({ subject, problem });
  }
}

/** Runs a check and takes its time. */
export async function timed(
  { name, proves, checked }: Pick<CheckResult, 'name' | 'proves' | 'checked'>,
  run: () => Promise<Pick<CheckResult, 'violations' | 'rows'>>,
): Promise<CheckResult> {
  const start = performance.now();
  const { violations, rows } = await run();
  return { name, proves, violations, rows, checked, milliseconds: Math.round(performance.now() - start) };
}
