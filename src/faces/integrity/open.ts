import type { Pool } from '../../database/pool.ts';
import type { Log } from '../../log.ts';
import { verifyInThread } from '../../queries/verify/in-thread.ts';
import { verifyWalletTransactionIntegrity } from '../../queries/verify/wallet-integrity.ts';
import { Integrity, type IntegritySettings } from './integrity.ts';

export interface IntegrityDatabase {
  /** For the connections that a verification has of its own. */
  readonly appUrl: string;
  readonly reads: Pool;
  readonly log: Log;
}

/** Integrity as the service has it. It does nothing by itself before it is started. */
export const openIntegrity = ({ appUrl, reads, log }: IntegrityDatabase, settings: IntegritySettings): Integrity =>
  new Integrity(
    {
      database: reads,
      log,
      verifyLedger: (ledgerId, signal) => verifyInThread(appUrl, ledgerId, signal),
      verifyWallet: (ledgerId, customer) => verifyWalletTransactionIntegrity(reads, ledgerId, customer),
    },
    settings,
  );
