import { useQuery } from '@tanstack/react-query';
import { Download, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { KeyValue } from '../../ui/KeyValue.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { saveFile } from '../csv.ts';
import styles from './Proof.module.css';
import { proofQuery } from './queries.ts';

/** The proof is asked for when somebody wants it: the service works it out from the whole log. */
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
  const { data, error, refetch } = useQuery(proofQuery(id));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <div aria-busy="true">
        <Skeleton shape="card" />
      </div>
    );
  }
  const save = () =>
    saveFile(`proof-${id}.json`, new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  return (
    <>
      <div className={styles.facts}>
        <KeyValue
          rows={[
            { label: t('block'), value: data.block.height },
            { label: t('place'), value: t('placeOf', { place: data.leaf.index + 1, count: data.block.operations }) },
            { label: t('previousHash'), value: data.block.previous_hash },
            { label: t('steps'), value: data.leaf.path.length + data.log.path.length },
          ]}
        />
      </div>
      <p className={styles.label}>{t('checkpoint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre className={styles.note} tabIndex={0}>
        {data.checkpoint}
      </pre>
      <div>
        <Button icon={<Download size={18} aria-hidden />} onClick={save}>
          {t('save')}
        </Button>
      </div>
    </>
  );
}
