import { digest } from '../ledger/digest.ts';

/** Who asks, and through which door: the audit trail keeps it. */
export interface Caller {
  readonly subject: string;
  readonly role: string;
  /** `POST`, `AMQP`, `CLI`, ... */
  readonly method: string;
  /** Face and operation, such as `wallets.topup`. */
  readonly endpoint: string;
  readonly address: string;
  readonly userAgent: string;
}

/** What stands for a caller in the books: a hash of all that is known of it, so that it can't be changed unseen. */
export const callerId = (caller: Caller): string =>
  digest(caller.subject, caller.role, caller.method, caller.endpoint, caller.address, caller.userAgent);
