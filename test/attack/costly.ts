/** What costs on purpose, or works through the books: where all operations are attacked, it is sent a part of the requests. */

/** Of each kind, which `npm run attack:fuzz -- --costly KIND` sends all of them, the operations with their share otherwise. */
export const COSTLY: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  pins: { approvalCreate: 0.1, approverPinSet: 0.1 },
  papers: { statementPrint: 0.2, receiptPrint: 0.2, sharedReceiptPrint: 0.2 },
  verifying: { integrityRun: 0.05, walletIntegrityRead: 0.1 },
};

/** All of them together. */
export const SHARES: Readonly<Record<string, number>> = Object.assign({}, ...Object.values(COSTLY));
