/** Which events of an operation go over sockets, and what they say: what the customer-wallet face answers. */
import type { AssetRegistry } from '../../queries/asset-registry.ts';
import type { Database } from '../../queries/database.ts';
import { walletOf } from '../../queries/wallets.ts';
import { type DomainEvent, type EventPlace, type EventType, eventsOf } from '../../wallet/events.ts';
import type { OperationRecord } from '../../wallet/record.ts';
import { eventBody, writePlace } from '../events/present.ts';
import { presentCreated, presentPayment, presentRecorded } from '../http/customer-wallet/present.ts';
import { idValue } from '../wire/ids.ts';
import { JsonNumber } from '../wire/json-number.ts';
import type { ServerEvent } from './contract.ts';

export interface Message extends EventPlace {
  readonly name: ServerEvent;
  readonly customer: string;
  readonly payload: object;
}

export interface PresentParts {
  readonly assets: AssetRegistry;
  readonly database: Database;
}

const NAMES: Readonly<Partial<Record<EventType, ServerEvent>>> = {
  'wallet.created': 'wallet:created',
  'wallet.funds_added': 'wallet:funds_added',
  'wallet.funds_withdrawn': 'wallet:funds_withdrawn',
  'wallet.payment_processed': 'wallet:payment_processed',
  'wallet.gamification_reward': 'wallet:gamification_reward',
  'wallet.balance_changed': 'wallet:balance_changed',
};

/** The customers whom an operation concerns: nobody else hears of it. */
export function customersOf({ customer, entries }: OperationRecord): Set<string> {
  const customers = new Set(entries.map(({ account }) => account.owner));
  customers.delete('');
  if (customer !== null) customers.add(customer);
  return customers;
}

/** What is sent of an operation, in the order of its events. Reads the database for what the record does not hold. */
export async function messagesOf(
  ledgerId: bigint,
  record: OperationRecord,
  parts: PresentParts,
): Promise<readonly Message[]> {
  const messages: Message[] = [];
  for (const event of eventsOf(ledgerId, record)) {
    const { type, customer, height, index, n } = event;
    const name = NAMES[type];
    if (name === undefined || customer === null || event.asset === null) continue;
    const data = await dataOf(event, event.asset, record, parts);
    const told = { eventId: event.id, place: writePlace(event), customerId: idValue(customer) };
    messages.push({ name, customer, height, index, n, payload: jsonReady({ ...told, ...data }) });
  }
  return messages;
}

async function dataOf(
  event: DomainEvent,
  code: string,
  record: OperationRecord,
  { assets, database }: PresentParts,
): Promise<object> {
  const { type, customer, data, ledgerId } = event;
  // Another instance may have added it a moment ago.
  const asset = await assets.find(code);
  if (!asset) throw new Error(`the asset ${code} is not known`);
  if (type === 'wallet.balance_changed') {
    const walletId = data.account === 'wallet' ? data.walletId : null;
    return { ...eventBody(event, assets), customerId: idValue(customer ?? ''), walletId };
  }
  if (type === 'wallet.created') {
    const wallet = await walletOf(database, ledgerId, customer ?? '', asset.id);
    if (!wallet) throw new Error(`the wallet of operation ${record.id} was opened, and is not there`);
    return { walletId: wallet.id, ...presentCreated(wallet, asset) };
  }
  const { walletId } = data;
  if (type === 'wallet.payment_processed') return { walletId, ...presentPayment(record, asset) };
  const entry = record.entries.find(
    ({ account, type: entryType }) => Number(account.id) === walletId && entryType === data.type,
  );
  if (!entry) throw new Error(`operation ${record.id} has no entry for its event ${event.id}`);
  return { walletId, ...presentRecorded(record, entry, asset) };
}

/** The same with its bigints as JSON numbers. */
export const jsonReady = <Value extends object>(value: Value): object =>
  Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      typeof part === 'bigint' ? new JsonNumber(part.toString()) : part,
    ]),
  );
