/** What costs on purpose, or works through the books: where all operations are attacked, it is sent a part of the requests. */

/** Of each kind, which `npm run attack:fuzz -- --costly KIND` sends all of them, the operations with their share otherwise. */
export const COSTLY: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  pins: { approvalCreate: 0.02, approverPinSet: 0.02 },
  papers: { statementPrint: 0.05, receiptPrint: 0.05, sharedReceiptPrint: 0.05 },
  verifying: { integrityRun: 0.02, walletIntegrityRead: 0.02 },
};

/** All of them together. */
export const SHARES: Readonly<Record<string, number>> = Object.assign({}, ...Object.values(COSTLY));
