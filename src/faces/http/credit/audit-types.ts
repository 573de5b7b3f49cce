/** What the audit trail calls each operation. A test sees to it that none is missing. */
export const AUDIT_TYPES: Readonly<Record<string, string>> = {
  assetCreate: 'ASSET_CREATED',
  walletCreate: 'WALLET_CREATED',
  walletTopup: 'WALLET_TOPPED_UP',
  walletBonus: 'BONUS_GIVEN',
  walletSpend: 'WALLET_SPENT',
  walletWithdraw: 'WALLET_WITHDRAWN',
  walletTransfer: 'WALLET_TRANSFERRED',
  slipCreate: 'CREDIT_SLIP_CREATED',
  paymentProcess: 'PAYMENT_PROCESSED',
  slipApplyWallet: 'WALLET_APPLIED',
  changeStore: 'CHANGE_STORED',
  slipVoid: 'CREDIT_SLIP_VOIDED',
  transactionReverse: 'TRANSACTION_REVERSED',
  transactionFail: 'TRANSACTION_FAILED',
  cardPaymentRecord: 'CARD_PAYMENT_RECORDED',
  creditLimitSet: 'CREDIT_LIMIT_SET',
  customerFreeze: 'CUSTOMER_FROZEN',
  customerUnfreeze: 'CUSTOMER_UNFROZEN',
  customerErase: 'CUSTOMER_ERASED',
};

/** The operations that the trail calls so. */
export const operationsOf = (type: string): string[] =>
  Object.keys(AUDIT_TYPES).filter((operation) => AUDIT_TYPES[operation] === type);
