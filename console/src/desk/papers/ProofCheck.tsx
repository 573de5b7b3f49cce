import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { saveFile } from '../../operations/csv.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import styles from './Papers.module.css';
import { check, fetchProof, type ProofFile, type ProvenTransaction, type Verdict } from './proof.ts';
import type { Receipt } from './receipts.ts';
import { VerdictBanner } from './VerdictBanner.tsx';

interface Checked {
  readonly file: ProofFile;
  readonly verdict: Verdict<ProvenTransaction>;
}

/** Has this browser check that the receipt stands in the books as it was recorded. */
export function ProofCheck({ path, receipt }: { path: string; receipt: Receipt }) {
  const t = useTranslations('papers.proof');
  const [checked, setChecked] = useState<Checked | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function run(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const file = await fetchProof(path);
      const verdict = await check(file.proof, file.keys);
      setChecked({ file, verdict: isOf(verdict, receipt) ? verdict : { valid: false, flaw: 'RECEIPT', problem: '' } });
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  }

  return (
    <section className={`${styles.tools} ${styles.verdict}`} aria-label={t('title')}>
      {checked && <VerdictBanner verdict={checked.verdict} />}
      {error !== null && <ErrorState error={error} onRetry={() => void run()} />}
      <div className={styles.actions}>
        <Button busy={busy} onClick={() => void run()}>
          {t('check')}
        </Button>
        {checked && (
          <Button
            onClick={() =>
              saveFile(
                `${receipt.transaction_id}.proof.json`,
                new Blob([JSON.stringify(checked.file, null, 2)], { type: 'application/json' }),
              )
            }
          >
            {t('save')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** A proof that holds has to be of this receipt: its transaction, and each amount that it tells. */
function isOf(verdict: Verdict<ProvenTransaction>, { transaction_id, operation, movements }: Receipt): boolean {
  if (!verdict.valid) return true;
  const { proven } = verdict;
  return (
    proven.id === transaction_id &&
    proven.operation === operation &&
    movements.every(({ account, asset_code, direction, amount, type }) =>
      proven.entries.some(
        (entry) =>
          entry.kind === account &&
          entry.asset === asset_code &&
          entry.direction === direction &&
          entry.amount === String(amount) &&
          entry.type === type,
      ),
    )
  );
}
