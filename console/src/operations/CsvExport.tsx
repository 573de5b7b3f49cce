import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { CopyButton } from './CopyButton.tsx';
import styles from './CsvExport.module.css';
import { type CsvFile, CutFile, fetchCsv, saveFile } from './csv.ts';

type State = { readonly step: 'idle' | 'busy' } | { readonly step: 'done'; readonly file: CsvFile } | Failed;
interface Failed {
  readonly step: 'failed';
  readonly error: unknown;
}

export interface CsvExport {
  readonly button: React.ReactNode;
  /** What came of it: to be shown above the list. */
  readonly outcome: React.ReactNode;
}

/** The export of a list: a button, and below it how many rows the file has and the hash that proves it. */
export function useCsvExport(path: string, query: Readonly<Record<string, string | undefined>>): CsvExport {
  const t = useTranslations('operations.csv');
  const [state, setState] = useState<State>({ step: 'idle' });
  const run = async () => {
    setState({ step: 'busy' });
    try {
      const file = await fetchCsv(path, query);
      saveFile(file.name, file.blob);
      setState({ step: 'done', file });
    } catch (error) {
      setState({ step: 'failed', error });
    }
  };
  const close = () => setState({ step: 'idle' });
  return {
    button: (
      <Button
        size="small"
        icon={<Download size={18} aria-hidden />}
        busy={state.step === 'busy'}
        onClick={() => void run()}
      >
        {t('export')}
      </Button>
    ),
    outcome:
      state.step === 'done' ? (
        <Exported file={state.file} onClose={close} />
      ) : state.step === 'failed' ? (
        <div className={styles.outcome}>
          {state.error instanceof CutFile ? (
            <Banner tone="danger" onClose={close}>
              {t('cut')}
            </Banner>
          ) : (
            <ErrorState error={state.error} onRetry={() => void run()} />
          )}
        </div>
      ) : null,
  };
}

function Exported({ file, onClose }: { file: CsvFile; onClose: () => void }) {
  const t = useTranslations('operations.csv');
  return (
    <div className={styles.outcome}>
      <Banner tone={file.isWhole === false ? 'danger' : 'info'} onClose={onClose}>
        <p>{t('saved', { name: file.name, rows: file.rows })}</p>
        <p className={styles.hash}>
          <span>{`SHA-256 ${file.hash}`}</span>
          <CopyButton value={file.hash} label={t('copyHash')} />
        </p>
        {file.isWhole === false && <p>{t('wrong')}</p>}
        {file.isWhole === true && <p className={styles.checked}>{t('checked')}</p>}
      </Banner>
    </div>
  );
}
