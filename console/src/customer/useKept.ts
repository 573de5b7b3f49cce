import { useEffect, useState } from 'react';
import { useCache } from '../cache/hooks.ts';
import { useSession } from '../session/session.ts';

/**
 * What the service has answered, kept on this device; while there is no answer, what was kept last time. Nobody but who is
 * signed in sees it, and it goes when they sign out.
 */
export function useKept<T>(name: string, fresh: T | undefined): T | undefined {
  const subject = useSession()?.subject ?? '';
  const key = `${subject} ${name}`;
  const cache = useCache();
  const [kept, setKept] = useState<{ readonly key: string; readonly value: T | undefined }>();
  useEffect(() => {
    if (cache === null) return undefined;
    if (fresh !== undefined) {
      // Where there is no room it is not there without a network; nothing else is lost.
      cache.putAnswer(key, fresh).catch(() => {});
      return undefined;
    }
    let isCurrent = true;
    const show = (value: unknown) => isCurrent && setKept({ key, value: value as T | undefined });
    cache.answer(key).then(show, () => {});
    return () => {
      isCurrent = false;
    };
  }, [cache, key, fresh]);
  return fresh ?? (kept?.key === key ? kept.value : undefined);
}
