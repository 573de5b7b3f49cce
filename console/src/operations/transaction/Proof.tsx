import { useQuery } from '@tanstack/react-query';
import { Download, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { VerdictBanner } from '../../desk/papers/VerdictBanner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { KeyValue } from '../../ui/KeyValue.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { saveFile } from '../csv.ts';
import styles from './Proof.module.css';
import { proofQuery, verdictQuery } from './queries.ts';

/** The proof is asked for when somebody wants it, as the service works it out from the whole log; this browser checks it. */
export function Proof({ id }: { id: string }) {
  const t = useTranslations('operations.proof');
  const [wanted, setWanted] = useState(false);
  return (
    <section className={styles.section}>
      <h2>{t('title')}</h2>
      <p className={styles.intro}>{t('intro')}</p>
      {wanted ? (
        <Shown id={id} />
      ) : (
        <div>
          <Button icon={<ShieldCheck size={18} aria-hidden />} onClick={() => setWanted(true)}>
            {t('show')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Shown({ id }: { id: string }) {
  const t = useTranslations('operations.proof');
  const papers = useTranslations('papers.proof');
  const { data: file, error, refetch } = useQuery(proofQuery(id));
  const { data: verdict, refetch: check } = useQuery({ ...verdictQuery(id, file), enabled: file !== undefined });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!file || !verdict) {
    return (
      <div aria-busy="true">
        <Skeleton shape="card" />
      </div>
    );
  }
  const { block, leaf, log, checkpoint } = file.proof;
  const save = () =>
    saveFile(`${id}.proof.json`, new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
  return (
    <>
      <div className={styles.verdict}>
        <VerdictBanner verdict={verdict} />
      </div>
      <p className={styles.intro}>{papers('hint')}</p>
      <div className={styles.actions}>
        <Button icon={<ShieldCheck size={18} aria-hidden />} onClick={() => void check()}>
          {t('checkAgain')}
        </Button>
        <Button icon={<Download size={18} aria-hidden />} onClick={save}>
          {t('save')}
        </Button>
      </div>
      <div className={styles.facts}>
        <KeyValue
          rows={[
            { label: t('block'), value: block.height },
            { label: t('place'), value: t('placeOf', { place: leaf.index + 1, count: block.operations }) },
            { label: t('previousHash'), value: block.previous_hash },
            { label: t('steps'), value: leaf.path.length + log.path.length },
          ]}
        />
      </div>
      <p className={styles.label}>{t('checkpoint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre className={styles.note} tabIndex={0}>
        {checkpoint}
      </pre>
    </>
  );
}
