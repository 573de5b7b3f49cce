import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useRoleName } from '../../shell/role-name.ts';
import { KeyValue } from '../../ui/KeyValue.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useTimeFormat } from '../filters/useTimeFormat.ts';
import styles from './AuditLineSheet.module.css';
import type { AuditLine } from './queries.ts';

/** All that is known of one line: what was changed, and where the request came from. */
export function AuditLineSheet({ line, onClose }: { line: AuditLine; onClose: () => void }) {
  const t = useTranslations('operations.audit');
  const roleName = useRoleName();
  const write = useTimeFormat();
  const isMoney = line.kind === 'OPERATION';
  const rows = [
    { label: t('when'), value: write(line.recorded_at, 'exact') },
    { label: t('who'), value: `${line.actor} (${roleName(line.role)})` },
    { label: t('customer'), value: line.customer_id },
    {
      label: t('object'),
      value: isMoney ? (
        <Link to="/operations/transactions/$transactionId" params={{ transactionId: line.id }}>
          {line.object}
        </Link>
      ) : (
        line.object
      ),
    },
    { label: t('ip'), value: line.ip },
    { label: t('device'), value: line.device },
    { label: t('endpoint'), value: `${line.method} ${line.endpoint}` },
    { label: t('request'), value: line.request_id },
  ].filter(({ value }) => value !== null && value !== '');
  return (
    <Sheet open onClose={onClose} title={line.action} description={isMoney ? t('operation') : t('change')}>
      <KeyValue rows={rows} />
      {line.data !== null && (
        <>
          <h3 className={styles.title}>{t('changes')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <pre className={styles.data} tabIndex={0}>
            {JSON.stringify(line.data, null, 2)}
          </pre>
        </>
      )}
    </Sheet>
  );
}
