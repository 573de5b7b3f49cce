import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import styles from './Integrity.module.css';
import type { Check } from './query.ts';

/** Every check with what it has looked at; what failed names its rows. A result that is too old is shown as no result. */
export function Checks({ checks, isStale }: { checks: readonly Check[]; isStale: boolean }) {
  const t = useTranslations('operations.integrity');
  // What failed stands first.
  const sorted = checks.toSorted((a, b) => b.violation_count - a.violation_count);
  return (
    <section aria-label={t('checks')}>
      <ul className={styles.checks}>
        {sorted.map((check) => (
          <li key={check.name}>
            <OneCheck check={check} isStale={isStale} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneCheck({ check, isStale }: { check: Check; isStale: boolean }) {
  const t = useTranslations('operations.integrity');
  const isViolated = check.status === 'violated';
  // A check that is newer than these words says it in its own.
  const named = `check.${check.name as 'wallets-exist'}` as const;
  const title = t.has(`${named}.title`) ? t(`${named}.title`) : check.name;
  const proves = t.has(`${named}.proves`) ? t(`${named}.proves`) : check.proves;
  const Icon = isViolated ? TriangleAlert : isStale ? CircleHelp : CircleCheck;
  return (
    <div className={styles.check} data-tone={isViolated ? 'violated' : isStale ? 'unknown' : 'ok'}>
      <Icon size={20} role="img" aria-label={isViolated ? t('found') : isStale ? t('unknown') : t('sound')} />
      <div>
        <p className={styles.name}>{title}</p>
        <p className={styles.proves}>{proves}</p>
      </div>
      <div className={styles.figures}>
        <p>{t('rows', { rows: check.rows_checked })}</p>
        {isViolated && <p>{t('violations', { count: check.violation_count })}</p>}
      </div>
      {check.violations.length > 0 && (
        <ul className={styles.violations}>
          {check.violations.map(({ subject, problem }) => (
            <li key={`${subject} ${problem}`} className={styles.violation}>
              <Subject subject={subject} /> {problem}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What is wrong; a transaction is a link to itself. */
function Subject({ subject }: { subject: string }) {
  if (!UUID.test(subject)) return <strong>{subject}</strong>;
  return (
    <Link to="/operations/transactions/$transactionId" params={{ transactionId: subject }}>
      {subject}
    </Link>
  );
}
