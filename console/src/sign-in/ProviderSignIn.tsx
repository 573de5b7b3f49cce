import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { hasReturned, leaveForProvider, tokenFromReturn } from '../session/oidc.ts';
import { signIn } from '../session/session.ts';
import type { Session } from '../session/token.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { takeOpenedWith } from './routes.ts';

export interface ProviderSignInProps {
  readonly issuer: string;
  readonly clientId: string;
  readonly to: string | undefined;
  readonly onDone: (session: Session, to?: string) => void;
}

/** Signs in with the organization's provider, and takes up the way back from it. */
export default function ProviderSignIn({ issuer, clientId, to, onDone }: ProviderSignInProps) {
  const t = useTranslations('shell.signIn');
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };

  const takeUp = useEffectEvent((search: string) =>
    attempt(async () => {
      // Neither a reload nor the history shall try the code again.
      await navigate({ to: '/sign-in', search: {}, replace: true });
      const returned = await tokenFromReturn({ issuer, clientId }, search);
      onDone(await signIn(returned.token), returned.to);
    }),
  );
  useEffect(() => {
    const search = takeOpenedWith();
    if (hasReturned(search)) void takeUp(search);
  }, []);

  return (
    <>
      {failure !== undefined && <Banner tone="danger">{t('failed', { reason: failure })}</Banner>}
      <Button
        tone="primary"
        size="wide"
        busy={busy}
        onClick={() => void attempt(() => leaveForProvider({ issuer, clientId }, to))}
      >
        {busy ? t('loading') : t('provider')}
      </Button>
    </>
  );
}
