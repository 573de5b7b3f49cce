/**
 * The events of an operation: what other services, sockets and webhooks are told of it. They are a pure function of the
 * record, so that nothing besides the books has to be kept: the same events come out of it at any time.
 */
import type { Direction } from '../ledger/posting.ts';
import { completionKey, failureKey } from './fail.ts';
import type { Json } from './operation.ts';
import { movementOf, type OperationRecord, type RecordedEntry } from './record.ts';

export const EVENT_TYPES = [
  'wallet.created',
  'wallet.funds_added',
  'wallet.gamification_reward',
  'wallet.payment_processed',
  'wallet.funds_withdrawn',
  'wallet.transfer_processed',
  'wallet.change_stored',
  'wallet.slip_created',
  'wallet.slip_payment_recorded',
  'wallet.slip_wallet_applied',
  'wallet.slip_voided',
  'wallet.card_payment_recorded',
  'wallet.transaction_reversed',
  'wallet.customer_frozen',
  'wallet.customer_unfrozen',
  'wallet.customer_erased',
  'wallet.balance_changed',
  'wallet.transactionFinalized',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** What an event tells. A bigint is an amount in minor units of the event's asset; a face writes it as it likes. */
export type EventData = Readonly<Record<string, Json | bigint>>;

/** An event's place in its ledger: the operation's, and its own number among the operation's events. */
export interface EventPlace {
  readonly height: bigint;
  readonly index: number;
  readonly n: number;
}

export interface DomainEvent extends EventPlace {
  /** The same however often the event is told. */
  readonly id: string;
  readonly type: EventType;
  readonly ledgerId: bigint;
  /** Whom it concerns: the events of one customer are told in order. Null for the house alone. */
  readonly customer: string | null;
  /** What the amounts in `data` count; null where there are none. */
  readonly asset: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly data: EventData;
}

type Told = Pick<DomainEvent, 'type' | 'customer' | 'asset' | 'data'>;

/** All events of an operation, in the order in which they are told. */
export function eventsOf(ledgerId: bigint, record: OperationRecord): DomainEvent[] {
  const told = [...ownEvents(record), ...rewardEvents(record), ...balanceEvents(record), ...finalEvents(record)];
  const { height, index, occurredAt, recordedAt } = record;
  return told.map((event, n) => ({
    id: `${record.id}-${n}`,
    ledgerId,
    height,
    index,
    n,
    occurredAt,
    recordedAt,
    ...event,
  }));
}

type Teller = (record: OperationRecord) => Omit<Told, 'customer'> & { readonly customer?: string | null };

/** How each operation is told. One that is not here still tells of the balances that it changed. */
const TELLERS: Readonly<Record<string, Teller>> = {
  walletCreate: ({ customer, data }) => ({
    type: 'wallet.created',
    asset: data.asset as string,
    data: { customerId: customer, currency: data.asset as string, balance: 0n },
  }),
  walletTopup: (record) => moved('wallet.funds_added', record),
  walletBonus: (record) => moved('wallet.gamification_reward', record),
  walletSpend: (record) => moved('wallet.payment_processed', record),
  walletWithdraw: (record) => moved('wallet.funds_withdrawn', record),
  changeStore: (record) => moved('wallet.change_stored', record),
  walletTransfer: (record) => {
    const [sent, received] = [entryOf(record, 'DEBIT'), entryOf(record, 'CREDIT')];
    const { amount, account } = sent;
    return {
      type: 'wallet.transfer_processed',
      asset: account.asset,
      data: {
        transactionId: record.id,
        senderId: account.owner,
        recipientId: received.account.owner,
        amount,
        currency: account.asset,
      },
    };
  },
  slipCreate: (record) => slip('wallet.slip_created', record, { amount: minor(record.data.grand_total) }),
  slipApplyWallet: (record) => slip('wallet.slip_wallet_applied', record, { amount: entryOf(record, 'DEBIT').amount }),
  slipVoid: (record) =>
    slip('wallet.slip_voided', record, { toWallet: minor(record.data.to_wallet), reason: text(record.data.reason) }),
  paymentProcess: (record) => {
    const paid = record.entries.filter(({ direction, type }) => direction === 'DEBIT' && type !== 'POINTS');
    return slip('wallet.slip_payment_recorded', record, {
      paymentId: text(record.data.payment_id),
      amount: paid.reduce((sum, { amount }) => sum + amount, 0n),
    });
  },
  cardPaymentRecord: ({ customer, data }) => ({
    type: 'wallet.card_payment_recorded',
    asset: text(data.asset),
    data: {
      customerId: customer,
      paymentRecordId: text(data.payment_record_id),
      amount: minor(data.amount),
      currency: text(data.asset),
      provider: text(data.provider),
      providerReference: text(data.provider_reference),
    },
  }),
  transactionReverse: (record) => ({
    type: 'wallet.transaction_reversed',
    asset: null,
    data: {
      customerId: record.customer,
      transactionId: record.id,
      reverses: record.reverses,
      reason: text(record.data.reason),
    },
  }),
  customerFreeze: (record) => status('wallet.customer_frozen', record),
  customerUnfreeze: (record) => status('wallet.customer_unfrozen', record),
  customerErase: (record) => status('wallet.customer_erased', record),
};

function ownEvents(record: OperationRecord): Told[] {
  const tell = TELLERS[record.operation];
  return tell ? [{ customer: record.customer, ...tell(record) }] : [];
}

/** A movement between the customer's wallet and the house. */
const moved = (type: EventType, record: OperationRecord) => movement(type, record, movementOf(record));

function movement(type: EventType, record: OperationRecord, entry: RecordedEntry): Omit<Told, 'customer'> {
  const { account, amount, balanceBefore, balanceAfter } = entry;
  return {
    type,
    asset: account.asset,
    data: {
      customerId: account.owner,
      walletId: Number(account.id),
      transactionId: record.id,
      reference: record.reference,
      type: entry.type,
      amount,
      currency: account.asset,
      balanceBefore,
      balanceAfter,
    },
  };
}

/** The points that an operation earned its customer. */
const rewardEvents = (record: OperationRecord): Told[] =>
  record.entries
    .filter(({ type, direction, account }) => type === 'POINTS' && direction === 'CREDIT' && account.owner !== '')
    .map((entry) => ({ customer: entry.account.owner, ...movement('wallet.gamification_reward', record, entry) }));

function slip(type: EventType, record: OperationRecord, more: EventData): Omit<Told, 'customer'> {
  const asset = record.entries.find(({ type }) => type !== 'POINTS')?.account.asset ?? null;
  const { slip_id, slip_number, store_id } = record.data;
  return {
    type,
    asset,
    data: {
      customerId: record.customer,
      transactionId: record.id,
      ...(slip_id !== undefined && { slipId: slip_id }),
      ...(slip_number !== undefined && { slipNumber: slip_number }),
      storeId: text(store_id),
      currency: asset,
      ...more,
    },
  };
}

const status = (type: EventType, { customer, data }: OperationRecord): Omit<Told, 'customer'> => ({
  type,
  asset: null,
  data: { customerId: customer, reason: text(data.reason) },
});

/** One for each account of a customer that the operation touched. */
function balanceEvents(record: OperationRecord): Told[] {
  const byAccount = Map.groupBy(
    record.entries.filter(({ account }) => account.owner !== ''),
    ({ account }) => account.id,
  );
  return [...byAccount.values()].map((entries): Told => {
    const [first, last] = [entries.reduce(earlier), entries.reduce(later)];
    const { owner, asset, kind, id } = last.account;
    return {
      type: 'wallet.balance_changed',
      customer: owner,
      asset,
      data: {
        customerId: owner,
        walletId: Number(id),
        account: kind,
        currency: asset,
        transactionId: record.id,
        change: last.balanceAfter - first.balanceBefore,
        balance: last.balanceAfter,
        // Also tells a listener which of two balances is the newer one.
        version: Number(last.seq),
      },
    };
  });
}

const earlier = (a: RecordedEntry, b: RecordedEntry): RecordedEntry => (a.seq < b.seq ? a : b);
const later = (a: RecordedEntry, b: RecordedEntry): RecordedEntry => (a.seq > b.seq ? a : b);

/** spec/event-wallet.md: what became of a transaction that another service had begun. */
function finalEvents({ operation, reference, customer, data }: OperationRecord): Told[] {
  const transactionId = data.transaction_id;
  if (typeof transactionId !== 'string') return [];
  const expected = operation === 'transactionReverse' ? failureKey(transactionId) : completionKey(transactionId);
  if (reference !== expected.value) return [];
  const done = operation === 'walletTopup' || operation === 'walletTransfer';
  const told = { transactionId, status: done ? 'completed' : 'failed' };
  return [{ type: 'wallet.transactionFinalized', customer, asset: null, data: told }];
}

function entryOf(record: OperationRecord, direction: Direction): RecordedEntry {
  const entry = record.entries.find((one) => one.direction === direction && one.type !== 'POINTS');
  if (!entry) throw new Error(`operation ${record.id} has no ${direction} entry`);
  return entry;
}

const minor = (value: Json | undefined): bigint => BigInt(text(value));
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
