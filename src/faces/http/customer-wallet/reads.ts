import type { Wallet } from '../../../queries/wallets.ts';
import type { presentBalance, presentEntry } from './present.ts';

/** That a wallet was read through this face, and what was answered. */
export type WalletRead = { readonly ledgerId: bigint; readonly wallet: Wallet } & (
  | { readonly kind: 'balance'; readonly data: ReturnType<typeof presentBalance> }
  | { readonly kind: 'transactions'; readonly data: readonly ReturnType<typeof presentEntry>[] }
);

/** Tells of a read, without keeping its answer waiting. */
export type TellRead = (read: WalletRead) => void;
