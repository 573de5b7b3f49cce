import { useTranslations } from 'use-intl';
import { Banner } from '../../ui/Banner.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import type { ProvenTransaction, Verdict } from './proof.ts';

/** What the check has found. */
export function VerdictBanner({ verdict }: { verdict: Verdict<ProvenTransaction> }) {
  const t = useTranslations('papers.proof');
  if (!verdict.valid) return <Banner tone="danger">{t(`flaw.${verdict.flaw}`)}</Banner>;
  const { height, recordedAt, checkpoint } = verdict.proven;
  return (
    <Banner>
      <p>{t('valid', { height, origin: checkpoint.origin })}</p>
      <p>
        <TimeAgo at={recordedAt} as="full" />
      </p>
    </Banner>
  );
}
