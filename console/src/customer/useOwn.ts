/** A customer's own account: as the service has it, else as it was last known here. */
import { useQuery } from '@tanstack/react-query';
import { assetsQuery } from '../api/assets.ts';
import type { KnownBalance } from '../cache/records.ts';
import { useLiveOwn } from '../live/hooks.ts';
import type { Asset } from '../money/asset.ts';
import { useSession } from '../session/session.ts';
import { accountQuery, type OwnAccount } from './own.ts';
import { useKept } from './useKept.ts';

export interface Own {
  readonly id: string;
  readonly account: OwnAccount | undefined;
  readonly standings: readonly (KnownBalance & { readonly asset: Asset })[];
  /** From this device alone: the service has not answered yet, or can't. */
  readonly isKnownOnly: boolean;
  /** Whatever changes is told at once. */
  readonly isLive: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

export function useOwn(): Own {
  const id = useSession()?.subject ?? '';
  const isLive = useLiveOwn();
  const query = useQuery(accountQuery(id));
  const account = useKept('account', query.data);
  const assets = useQuery(assetsQuery).data;
  const standings = (account?.balances ?? []).flatMap((balance) => {
    const asset = assets?.get(balance.currency);
    return asset ? [{ ...balance, asset }] : [];
  });
  return {
    id,
    account,
    standings,
    isKnownOnly: !query.isSuccess || query.isRefetchError,
    isLive,
    error: query.error,
    retry: () => void query.refetch(),
  };
}
