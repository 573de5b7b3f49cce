/** What customers are told of an operation: a pure function of its events, at most one notice for each customer. */
import { type DomainEvent, type EventType, eventsOf } from '../../wallet/events.ts';
import { POINTS } from '../../wallet/points.ts';
import type { OperationRecord } from '../../wallet/record.ts';

export const NOTICE_KINDS = [
  'funds_added',
  'bonus_received',
  'payment_made',
  'funds_withdrawn',
  'transfer_sent',
  'transfer_received',
  'change_stored',
  'slip_created',
  'slip_payment',
  'slip_paid_from_wallet',
  'slip_voided',
  'card_payment',
  'reversal',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface Notice {
  readonly kind: NoticeKind;
  /** Of the event that it tells of. */
  readonly id: string;
  readonly customer: string;
  /** The transaction, or what else was recorded. */
  readonly transaction: string;
  /** Minor units of the asset; null where there is no amount to tell. Below zero where a reversal took money away. */
  readonly amount: bigint | null;
  readonly asset: string | null;
  readonly at: Date;
}

/** Events that are told to the one customer whom they concern, with their amount. */
const PLAIN: Partial<Record<EventType, { readonly kind: NoticeKind; readonly amount: string }>> = {
  'wallet.funds_added': { kind: 'funds_added', amount: 'amount' },
  'wallet.gamification_reward': { kind: 'bonus_received', amount: 'amount' },
  'wallet.payment_processed': { kind: 'payment_made', amount: 'amount' },
  'wallet.funds_withdrawn': { kind: 'funds_withdrawn', amount: 'amount' },
  'wallet.change_stored': { kind: 'change_stored', amount: 'amount' },
  'wallet.slip_created': { kind: 'slip_created', amount: 'amount' },
  'wallet.slip_payment_recorded': { kind: 'slip_payment', amount: 'amount' },
  'wallet.slip_wallet_applied': { kind: 'slip_paid_from_wallet', amount: 'amount' },
  'wallet.slip_voided': { kind: 'slip_voided', amount: 'toWallet' },
  'wallet.card_payment_recorded': { kind: 'card_payment', amount: 'amount' },
};

/** The notices of an operation; none for what only the house did. Its first event tells what it mainly was. */
export function noticesOf(ledgerId: bigint, record: OperationRecord): Notice[] {
  const events = eventsOf(ledgerId, record);
  const [first] = events;
  if (!first) return [];
  return told(first, events).flatMap(({ customer, ...what }) =>
    typeof customer === 'string'
      ? [{ id: first.id, transaction: record.id, at: first.recordedAt, customer, ...what }]
      : [],
  );
}

type Told = Pick<Notice, 'kind' | 'amount' | 'asset'> & { readonly customer: unknown };

function told(first: DomainEvent, events: readonly DomainEvent[]): Told[] {
  const { type, data, customer, asset } = first;
  const plain = PLAIN[type];
  if (plain) return [{ kind: plain.kind, customer, asset, amount: amountOf(data[plain.amount]) }];
  if (type === 'wallet.transaction_reversed')
    return changesOf(events).map((change) => ({ kind: 'reversal', ...change }));
  if (type !== 'wallet.transfer_processed') return [];
  const amount = amountOf(data.amount);
  return [
    { kind: 'transfer_sent', customer: data.senderId, asset, amount },
    { kind: 'transfer_received', customer: data.recipientId, asset, amount },
  ];
}

/** By how much each customer has more or less than before, with what they owe; points only where nothing else moved. */
function changesOf(events: readonly DomainEvent[]): Omit<Told, 'kind'>[] {
  const changes = events.filter(({ type }) => type === 'wallet.balance_changed');
  return [...Map.groupBy(changes, ({ customer }) => customer)].map(([customer, own]) => {
    const asset = (own.find((event) => event.asset !== POINTS) ?? own[0])?.asset ?? null;
    const amount = own
      .filter((event) => event.asset === asset)
      .reduce((sum, { data }) => sum + BigInt(data.change as bigint), 0n);
    return { customer, asset, amount: amountOf(amount) };
  });
}

// Nothing has moved: there is no amount to tell.
const amountOf = (value: unknown): bigint | null => (typeof value === 'bigint' && value !== 0n ? value : null);
