import { useTranslations } from 'use-intl';
import { type OfflineContext, offlineRule } from '../../outbox/offline-rule.ts';
import { useOnline } from '../../shell/online.ts';

/** Why a deed can't be done without a network; undefined while there is one, and for what may wait in the outbox. */
export function useOfflineReason(operation: string, context: OfflineContext = {}): string | undefined {
  const t = useTranslations('desk.trouble.offline');
  const online = useOnline();
  if (online) return undefined;
  const rule = offlineRule(operation, context);
  return rule.allowed ? undefined : t(rule.reason);
}
