import type { IntegrityRun } from '../../../queries/integrity-runs.ts';
import type { CheckResult } from '../../../queries/verify/report.ts';
import type { WalletIntegrityReport } from '../../../queries/verify/wallet-integrity.ts';
import type { LedgerIntegrity } from '../../integrity/integrity.ts';

const STATUS = { RUNNING: 'running', SOUND: 'ok', VIOLATED: 'violated', FAILED: 'failed' } as const;

export function presentRun({ id, status, startedBy, startedAt, finishedAt, report, failure }: IntegrityRun) {
  return {
    run_id: id,
    status: STATUS[status],
    started_by: startedBy,
    started_at: startedAt.toISOString(),
    finished_at: finishedAt?.toISOString() ?? null,
    ...(failure !== null && { failure }),
    ...(report && {
      ledger: report.ledger,
      height: report.height,
      hash: report.hash,
      operations: report.operations,
      checks: report.checks.map(presentCheck),
    }),
  };
}

const presentCheck = ({ name, proves, rows, checked, violations, milliseconds }: CheckResult) => ({
  name,
  proves,
  status: rows === 0 ? 'ok' : 'violated',
  rows_checked: checked,
  violation_count: rows,
  violations: [...violations],
  duration_ms: milliseconds,
});

export const presentIntegrity = ({ state, stale, running, last, failed }: LedgerIntegrity) => ({
  status: state,
  stale,
  running: running && presentRun(running),
  last_run: last && presentRun(last),
  failed_run: failed && presentRun(failed),
});

export const presentWallet = ({ customer, sound, accounts, transactions, checks }: WalletIntegrityReport) => ({
  user_id: customer,
  status: sound ? 'ok' : 'violated',
  accounts,
  transactions,
  checks: checks.map(presentCheck),
});
