/**
 * Who may do what, an operation of the OpenAPI document a row. access.test.ts makes a request for every cell, and fails
 * where an operation has no row or a row no operation; docs/reference/access.md is made from it.
 */
import type { Role } from '../../../src/tokens.ts';
import type { Row } from './row.ts';
import { slipOf, type Things } from './things.ts';

const STAFF = ['staff', 'supervisor', 'admin'] as const satisfies readonly Role[];
const WORKERS = [...STAFF, 'service'] as const;
const TILL = [...STAFF, 'cashier'] as const;
const READERS = [...WORKERS, 'cashier', 'auditor'] as const;
const CASHIER = ['cashier'] as const;

const admin = { customer: 'none', others: ['admin'] } as const;
const staff = { customer: 'none', others: STAFF } as const;
const workers = { customer: 'none', others: WORKERS } as const;
const till = { customer: 'none', others: TILL } as const;
const tillAndServices = { customer: 'none', others: [...WORKERS, 'cashier'] } as const;
const adminReaders = { customer: 'none', others: ['admin', 'auditor'] } as const;
const staffReaders = { customer: 'none', others: [...STAFF, 'auditor'] } as const;
const readers = { customer: 'none', others: [...WORKERS, 'auditor'] } as const;
const tillReaders = { customer: 'none', others: READERS } as const;
const everyone = { customer: 'any', others: READERS } as const;
const ownOrReaders = { customer: 'own', others: READERS } as const;
const ownOrWorkers = { customer: 'own', others: WORKERS } as const;
const customers = { customer: 'any', others: [] } as const;

const OTHERS_ON_CREDIT_FACE = [403, 'UNAUTHORIZED_ACCESS'] as const;
const NO_TRANSACTION = [404, 'TRANSACTION_NOT_FOUND'] as const;

const movement = ({ customer }: Things) => ({ user_id: customer, asset_code: 'USD', amount: 1 });
const user = ({ customer }: Things) => ({ path: { user_id: customer } });
const customer = ({ customer }: Things) => ({ path: { customer_id: customer } });
const transaction = ({ transaction }: Things) => ({ path: { id: transaction } });
const slip = ({ slip }: Things) => ({ path: { slip_id: slip } });
const wallet = ({ wallet }: Things) => ({ path: { walletId: wallet } });
const january = { from: '2024-01-01', to: '2024-01-31' };
const statement = (of: Things) => ({ ...customer(of), query: { asset_code: 'USD', ...january } });
const reason = { reason: 'test' };
const limit = { amount_cents: 100 };

const money = {
  walletTopup: { ...tillAndServices, ask: (of, shop) => ({ body: { ...movement(of), reference_id: shop.word('r') } }) },
  walletBonus: { ...workers, ask: (of, shop) => ({ body: { ...movement(of), reference_id: shop.word('r') } }) },
  walletSpend: { ...ownOrWorkers, ask: (of, shop) => ({ body: { ...movement(of), reference_id: shop.word('r') } }) },
  walletBalance: { ...ownOrReaders, ask: user },
  walletTransactions: { ...ownOrReaders, ask: user },
  walletOwn: { ...ownOrReaders, ask: ({ customer }) => ({ query: { userId: customer } }) },
  operationBatch: {
    ...workers,
    ask: (of, shop) => ({
      body: { operations: [{ operation: 'walletTopup', ...movement(of), reference_id: shop.word('r') }] },
    }),
  },
  walletCreate: {
    ...ownOrWorkers,
    ask: async ({ customer }, shop) => ({ body: { customerId: customer, currency: await shop.asset() } }),
  },
  walletAddFunds: {
    ...tillAndServices,
    ask: ({ wallet }) => ({ body: { walletId: wallet, amount: 1, paymentMethod: { type: 'cash' } } }),
  },
  walletWithdrawFunds: {
    ...ownOrWorkers,
    approved: CASHIER,
    ask: ({ wallet }) => ({
      body: { walletId: wallet, amount: 0.1, destination: { accountNumber: '0150-1', bankName: 'CRDB' } },
    }),
  },
  walletPay: { ...ownOrWorkers, ask: ({ wallet }) => ({ body: { walletId: wallet, serviceId: 1, amount: 0.1 } }) },
  walletCredit: { ...workers, ask: ({ customer }) => ({ body: { userId: customer, amount: 1 } }) },
  customerWalletBalance: { ...ownOrReaders, ask: wallet },
  customerWalletTransactions: { ...ownOrReaders, ask: wallet },
  customerWalletTransaction: {
    ...ownOrReaders,
    ask: ({ wallet, walletTransaction }) => ({ path: { walletId: wallet, id: walletTransaction } }),
    within: ({ wallet }, { walletTransaction }) => ({ path: { walletId: wallet, id: walletTransaction } }),
  },
  manualPayment: { ...ownOrWorkers, ask: ({ customer }) => ({ body: { customerId: customer, amount: 0.1 } }) },
  cardPaymentRecord: {
    ...workers,
    ask: ({ customer }, shop) => ({
      body: { customerId: customer, amount: 1, provider: 'stripe', providerReference: shop.word('pi_') },
    }),
  },
  walletInfo: { ...ownOrReaders, ask: ({ customer }) => ({ query: { customerId: customer } }) },
} satisfies Record<string, Row>;

const credit = {
  slipCreate: {
    ...ownOrWorkers,
    approved: CASHIER,
    strange: OTHERS_ON_CREDIT_FACE,
    ask: ({ customer }) => ({ body: slipOf(customer) }),
  },
  paymentProcess: {
    ...tillAndServices,
    ask: ({ customer }) => ({
      body: { customer_id: customer, store_id: 'S1', currency: 'USD', method: 'CASH', amount_cents: 100 },
    }),
  },
  slipApplyWallet: {
    customer: 'own',
    others: [...WORKERS, 'cashier'],
    strange: OTHERS_ON_CREDIT_FACE,
    ask: async ({ customer }, shop) => ({
      body: { customer_id: customer, slip_id: await shop.slip(customer), currency: 'USD' },
    }),
    within: ({ customer }, { slip }) => ({ body: { customer_id: customer, slip_id: slip, currency: 'USD' } }),
  },
  changeStore: {
    ...till,
    ask: ({ customer }) => ({ body: { customer_id: customer, store_id: 'S1', currency: 'USD', change_cents: 100 } }),
  },
  slipVoid: {
    ...staff,
    approved: CASHIER,
    ask: async ({ customer }, shop) => ({ path: { slip_id: await shop.slip(customer) }, body: reason }),
  },
  slipRead: { ...ownOrReaders, strange: [404, 'CREDIT_SLIP_NOT_FOUND'], ask: slip },
  slipList: { ...ownOrReaders, strange: OTHERS_ON_CREDIT_FACE, ask: customer },
  customerBalance: { ...ownOrReaders, strange: OTHERS_ON_CREDIT_FACE, ask: customer },
  customerHistory: {
    ...ownOrReaders,
    strange: OTHERS_ON_CREDIT_FACE,
    ask: (of) => ({ ...customer(of), query: { currency: 'USD' } }),
  },
  auditTrail: { ...staffReaders, ask: ({ customer }) => ({ query: { customer_id: customer } }) },
} satisfies Record<string, Row>;

const papers = {
  transactionRead: { ...ownOrReaders, strange: NO_TRANSACTION, ask: transaction },
  transactionReverse: {
    ...staff,
    approved: CASHIER,
    ask: async ({ customer }, shop) => ({ path: { id: await shop.topup(customer) }, body: reason }),
  },
  transactionDetails: { ...staffReaders, ask: transaction },
  transactionProof: { ...ownOrReaders, strange: NO_TRANSACTION, ask: transaction },
  receiptRead: { ...ownOrReaders, strange: NO_TRANSACTION, ask: transaction },
  receiptPrint: { ...ownOrReaders, strange: NO_TRANSACTION, ask: transaction },
  receiptShare: {
    customer: 'own',
    others: [...WORKERS, 'cashier'],
    strange: NO_TRANSACTION,
    ask: (of) => ({ ...transaction(of), body: {} }),
  },
  statementRead: { ...ownOrReaders, ask: statement },
  statementExport: { ...ownOrReaders, ask: statement },
  statementPrint: { ...ownOrReaders, ask: statement },
  entryList: { ...staffReaders, ask: ({ customer }) => ({ query: { customer } }) },
  entryExport: { ...staffReaders, ask: ({ customer }) => ({ query: { customer } }) },
  auditList: { ...staffReaders, ask: ({ customer }) => ({ query: { customer } }) },
  auditExport: { ...staffReaders, ask: ({ customer }) => ({ query: { customer } }) },
  flowReport: { ...staffReaders, ask: () => ({ query: january }) },
  flowReportExport: { ...staffReaders, ask: () => ({ query: january }) },
  debtReport: staffReaders,
  debtReportExport: staffReaders,
  eventList: readers,
  checkpointList: everyone,
  checkpointLatest: everyone,
  checkpointConsistency: { ...everyone, ask: () => ({ query: { from: 1 } }) },
  integrityRead: readers,
  integrityRun: staffReaders,
  walletIntegrityRead: { ...readers, ask: user },
} satisfies Record<string, Row>;

const people = {
  customerCreate: {
    ...staff,
    ask: (_of, shop) => ({ body: { customer_id: shop.word('someone'), name: 'Matrix' } }),
  },
  customerList: tillReaders,
  customerSearch: { ...tillReaders, ask: ({ customer }) => ({ query: { id: customer } }) },
  customerChange: { ...staff, ask: (of) => ({ ...customer(of), body: { city: 'Zion' } }) },
  customerFreeze: {
    ...staff,
    ask: async (_of, shop) => ({ path: { customer_id: await shop.somebody() }, body: reason }),
  },
  customerUnfreeze: {
    ...staff,
    ask: async (_of, shop) => ({ path: { customer_id: await shop.somebody() }, body: reason }),
  },
  customerErase: {
    ...admin,
    ask: async (_of, shop) => ({ path: { customer_id: await shop.somebody() }, body: reason }),
  },
  creditLimitList: readers,
  creditLimitSet: { ...admin, ask: () => ({ path: { asset_code: 'DIAMONDS' }, body: limit }) },
  customerCreditLimitList: { ...readers, ask: customer },
  customerCreditLimitSet: {
    ...staff,
    ask: ({ customer }) => ({ path: { customer_id: customer, asset_code: 'DIAMONDS' }, body: limit }),
  },
  pushKeyRead: everyone,
  pushSubscriptionList: customers,
  pushSubscribe: { ...customers, ask: (_of, shop) => ({ body: shop.browser() }) },
  pushUnsubscribe: {
    customer: 'own',
    others: [],
    strange: [404, 'PUSH_SUBSCRIPTION_NOT_FOUND'],
    ask: ({ subscription }) => ({ path: { id: subscription } }),
  },
} satisfies Record<string, Row>;

const house = {
  assetList: everyone,
  assetCreate: {
    ...admin,
    ask: (_of, shop) => ({ body: { code: shop.word('MATRIX'), name: 'Matrix', decimal_places: 0 } }),
  },
  productList: everyone,
  pointRuleList: adminReaders,
  pointRulePut: {
    ...admin,
    ask: () => ({ path: { action: 'topup', asset_code: 'DIAMONDS' }, body: { per_amount: 1, points: 1 } }),
  },
  pointRuleDelete: {
    ...admin,
    ask: async (_of, shop) => ({ path: { action: 'topup', asset_code: await shop.pointRule() } }),
  },
  approverList: tillReaders,
  approverPinSet: { ...staff, ask: () => ({ body: { pin: '2468' } }) },
  approverRemove: { ...admin, ask: async (_of, shop) => ({ path: { subject: (await shop.approver()).subject } }) },
  approvalCreate: {
    ...till,
    ask: async ({ customer }, shop) => {
      const { subject, pin } = await shop.approver();
      const path = '/api/wallet/credit-slips';
      return { body: { approver: subject, pin, operation: 'slipCreate', path, body: slipOf(customer) } };
    },
  },
  discardRecord: {
    ...staff,
    approved: CASHIER,
    ask: (_of, shop) => ({ body: { key: shop.word('k'), operation: 'slipCreate', ...reason } }),
  },
  webhookList: staffReaders,
  webhookCreate: { ...staff, ask: (_of, shop) => ({ body: { url: shop.hook } }) },
  webhookRead: { ...staffReaders, ask: async (_of, shop) => ({ path: { webhook_id: await shop.webhook() } }) },
  webhookChange: { ...staff, ask: async (_of, shop) => ({ path: { webhook_id: await shop.webhook() }, body: {} }) },
  webhookDelete: { ...staff, ask: async (_of, shop) => ({ path: { webhook_id: await shop.webhook() } }) },
  webhookSecretRotate: {
    ...staff,
    ask: async (_of, shop) => ({ path: { webhook_id: await shop.webhook() }, body: {} }),
  },
  webhookTest: { ...staff, ask: async (_of, shop) => ({ path: { webhook_id: await shop.webhook() } }) },
  webhookDeliveryList: { ...staffReaders, ask: async (_of, shop) => ({ path: { webhook_id: await shop.webhook() } }) },
  webhookDeliveryRead: { ...staffReaders, ask: async (_of, shop) => ({ path: await shop.delivery() }) },
  webhookDeliveryRedeliver: { ...staff, ask: async (_of, shop) => ({ path: await shop.delivery() }) },
  webhookDeliveryRedeliverDead: {
    ...staff,
    ask: async (_of, shop) => ({ path: { webhook_id: await shop.webhook() } }),
  },
} satisfies Record<string, Row>;

export const ROWS: Readonly<Record<string, Row>> = { ...money, ...credit, ...papers, ...people, ...house };

/** Operations that need no token, as their document says too. */
export const OPEN: readonly string[] = [
  'healthRead',
  'healthLive',
  'healthReady',
  'sharedReceiptRead',
  'sharedReceiptProof',
  'sharedReceiptPrint',
  'checkpointKeyList',
  'consoleSettingsRead',
];
