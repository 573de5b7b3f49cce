import type { operations } from '../../api/schema.d.ts';

type Asked = operations['webhookCreate']['requestBody']['content']['application/json'];
export type EventType = NonNullable<Asked['event_types']>[number];

/** The types check that these are the API's own, no less and no more. */
const TYPES = {
  'wallet.created': true,
  'wallet.funds_added': true,
  'wallet.gamification_reward': true,
  'wallet.payment_processed': true,
  'wallet.funds_withdrawn': true,
  'wallet.transfer_processed': true,
  'wallet.change_stored': true,
  'wallet.slip_created': true,
  'wallet.slip_payment_recorded': true,
  'wallet.slip_wallet_applied': true,
  'wallet.slip_voided': true,
  'wallet.card_payment_recorded': true,
  'wallet.transaction_reversed': true,
  'wallet.customer_frozen': true,
  'wallet.customer_unfrozen': true,
  'wallet.customer_erased': true,
  'wallet.balance_changed': true,
  'wallet.transactionFinalized': true,
} satisfies Record<EventType, true>;

/** What events can be of, in the API's order. */
export const EVENT_TYPES = Object.keys(TYPES) as EventType[];
