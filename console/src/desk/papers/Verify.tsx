import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { KeyValue } from '../../ui/KeyValue.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import styles from './Papers.module.css';
import { PublicPage } from './PublicPage.tsx';
import { check, knownKeys, type ProvenTransaction, readProofFile, type Verdict } from './proof.ts';
import { VerdictBanner } from './VerdictBanner.tsx';

type Result = { readonly verdict: Verdict<ProvenTransaction>; readonly trusted: boolean } | 'notAProof';

/** Checks a proof that somebody has saved. It asks nobody: the page works without a network. */
export default function Verify() {
  const t = useTranslations('papers.proof');
  const [text, setText] = useState('');
  const [key, setKey] = useState('');
  const [result, setResult] = useState<Result | null>(null);

  async function run(given: string): Promise<void> {
    const file = readProofFile(given);
    if (file === null) return setResult('notAProof');
    const typed = key.trim();
    // A file can bring any key along: only one that came another way makes the proof worth something.
    const trusted = typed !== '' ? [typed] : knownKeys();
    const verdict = await check(file.proof, trusted);
    if (verdict.valid || typed !== '') return setResult({ verdict, trusted: verdict.valid });
    setResult({ verdict: await check(file.proof, file.keys), trusted: false });
  }

  async function open(file: File | undefined): Promise<void> {
    if (!file) return;
    const read = await file.text();
    setText(read);
    await run(read);
  }

  return (
    <PublicPage>
      <PageHeader title={t('title')} subtitle={t('hint')} />
      <div className={styles.verdict}>
        <Field
          label={t('file')}
          type="file"
          accept="application/json,.json"
          onChange={(event) => void open(event.target.files?.[0])}
        />
        <TextField label={t('text')} rows={6} value={text} onChange={(event) => setText(event.target.value)} />
        <Field label={t('key')} hint={t('keyHint')} value={key} onChange={(event) => setKey(event.target.value)} />
        <Button tone="primary" onClick={() => void run(text)} reason={text.trim() === '' ? t('first') : undefined}>
          {t('check')}
        </Button>
        {result === 'notAProof' && <Banner tone="danger">{t('notAProof')}</Banner>}
        {result !== null && result !== 'notAProof' && <Found {...result} />}
      </div>
    </PublicPage>
  );
}

function Found({ verdict, trusted }: Exclude<Result, 'notAProof'>) {
  const t = useTranslations('papers.proof');
  return (
    <>
      {verdict.valid && !trusted && <Banner tone="warn">{t('unknownKey')}</Banner>}
      <VerdictBanner verdict={verdict} />
      {verdict.valid && (
        <KeyValue
          rows={[
            { label: t('transaction'), value: verdict.proven.id },
            { label: t('operation'), value: verdict.proven.operation },
            { label: t('customer'), value: verdict.proven.customer ?? '' },
            ...verdict.proven.entries.map(({ kind, owner, asset, amount, direction }) => ({
              label: `${kind} ${owner} ${direction}`,
              value: t('minorUnits', { amount: `${asset} ${amount}` }),
            })),
          ]}
        />
      )}
    </>
  );
}
