/** What may be done while the service can't be reached. */

export interface OfflineContext {
  /** Whether the customer is in the cache. */
  readonly customerKnown?: boolean;
  readonly frozen?: boolean;
  /** Minor units. */
  readonly amount?: bigint;
  /** What the customer may still owe, less all that waits; null where there is no limit, absent where it is not known. */
  readonly creditLeft?: bigint | null;
  /** How each part is paid. */
  readonly tenders?: readonly string[];
  /** Whether the shop lets wallets be spent offline, where two tills could spend one twice. */
  readonly walletSpendAllowed?: boolean;
}

export type OfflineReason =
  | 'needsConnection'
  | 'customerNotKnown'
  | 'accountFrozen'
  | 'limitNotKnown'
  | 'overLimit'
  | 'cashOnly'
  | 'walletSpendOff';

export type OfflineRule = { readonly allowed: true } | { readonly allowed: false; readonly reason: OfflineReason };

type Check = (context: OfflineContext) => OfflineReason | null;

const known: Check = ({ customerKnown }) => (customerKnown ? null : 'customerNotKnown');
const cash: Check = ({ tenders }) => (tenders?.every((method) => method.toUpperCase() === 'CASH') ? null : 'cashOnly');
const withinLimit: Check = ({ amount, creditLeft }) => {
  if (creditLeft === null) return null;
  if (creditLeft === undefined || amount === undefined) return 'limitNotKnown';
  return amount <= creditLeft ? null : 'overLimit';
};
const notFrozen: Check = ({ frozen }) => (frozen ? 'accountFrozen' : null);
const walletSpend: Check = ({ walletSpendAllowed }) => (walletSpendAllowed ? null : 'walletSpendOff');

/** By operation, in order of precedence. What is not here needs a connection. */
const CHECKS: Readonly<Record<string, readonly Check[]>> = {
  slipCreate: [known, notFrozen, withinLimit],
  paymentProcess: [known, cash],
  changeStore: [known],
  walletTopup: [known, cash],
  walletSpend: [walletSpend, known, notFrozen],
  slipApplyWallet: [walletSpend, known, notFrozen],
};

/** Whether an operation may be queued while the service is away, or why not. */
export function offlineRule(operation: string, context: OfflineContext): OfflineRule {
  const checks = Object.hasOwn(CHECKS, operation) ? CHECKS[operation] : undefined;
  if (checks === undefined) return { allowed: false, reason: 'needsConnection' };
  for (const check of checks) {
    const reason = check(context);
    if (reason !== null) return { allowed: false, reason };
  }
  return { allowed: true };
}
