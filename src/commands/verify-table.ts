/** A verification for human eyes. */
import type { CheckResult, VerifyReport } from '../queries/verify/report.ts';

/** Violations that are shown of one check; --json has a hundred. */
const SHOWN = 10;

export function verifyTable(report: VerifyReport): string {
  const { ledger, sound, checks, height, hash, operations } = report;
  const width = Math.max(...checks.map(({ name }) => name.length));
  const unsound = checks.filter(({ rows }) => rows > 0).length;
  return [
    `Ledger ${ledger}: ${operations.toLocaleString('en')} operations in ${height.toLocaleString('en')} blocks, head ${hash}`,
    '',
    ...checks.flatMap((check) => lines(check, width)),
    '',
    sound ? 'The books are sound.' : `The books are NOT sound: ${unsound} of ${checks.length} checks found violations.`,
  ].join('\n');
}

function lines({ name, rows, violations, milliseconds }: CheckResult, width: number): string[] {
  const result = rows === 0 ? 'sound' : `${rows} violation${rows === 1 ? '' : 's'}`;
  const time = `${(milliseconds / 1000).toFixed(1)} s`;
  const rest = rows - SHOWN;
  return [
    `  ${name.padEnd(width)}  ${result.padEnd(15)}${time.padStart(8)}`,
    ...violations.slice(0, SHOWN).map(({ subject, problem }) => `      ${subject} ${problem}`),
    ...(rest > 0 ? [`      and ${rest} more`] : []),
  ];
}
