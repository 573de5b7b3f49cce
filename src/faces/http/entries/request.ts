import { ENTRY_TYPES, type EntryType } from '../../../ledger/posting.ts';
import type { EntryFilter, EntryPlace, EntryStatus } from '../../../queries/entry-explorer.ts';
import type { Services } from '../app.ts';
import { assetOf } from '../assets/lookup.ts';
import { spanOf } from '../credit/fields.ts';
import { invalid } from '../problem.ts';
import type { EntryQuery } from './schema.ts';

/** Throws VALIDATION_ERROR and ASSET_NOT_FOUND. */
export async function filterOf(
  { assets }: Pick<Services, 'assets'>,
  ledgerId: bigint,
  query: EntryQuery,
): Promise<EntryFilter> {
  const filter: EntryFilter = {
    ledgerId,
    recordedFrom: query.recorded_from === undefined ? null : spanOf(query.recorded_from).first,
    recordedTo: query.recorded_to === undefined ? null : spanOf(query.recorded_to).last,
    occurredFrom: query.occurred_from === undefined ? null : spanOf(query.occurred_from).first,
    occurredTo: query.occurred_to === undefined ? null : spanOf(query.occurred_to).last,
    types: query.types === undefined ? null : query.types.split(',').map(typeOf),
    assetId: query.asset_code === undefined ? null : (await assetOf(assets, query.asset_code)).id,
    least: query.min_amount === undefined ? null : BigInt(query.min_amount),
    most: query.max_amount === undefined ? null : BigInt(query.max_amount),
    account: query.account ?? null,
    owner: query.owner ?? null,
    customer: query.customer ?? null,
    store: query.store ?? null,
    actor: query.actor ?? null,
    reference: query.reference ?? null,
    transactionId: query.transaction_id ?? null,
    status: (query.status ?? null) as EntryStatus | null,
  };
  assertOrder(filter.recordedFrom, filter.recordedTo, 'recorded_to', 'recorded_from');
  assertOrder(filter.occurredFrom, filter.occurredTo, 'occurred_to', 'occurred_from');
  assertOrder(filter.least, filter.most, 'max_amount', 'min_amount');
  return filter;
}

function assertOrder<T extends Date | bigint>(from: T | null, to: T | null, field: string, other: string): void {
  if (from !== null && to !== null && from > to) throw invalid(field, `is before ${other}`);
}

function typeOf(text: string): EntryType {
  const type = ENTRY_TYPES.find((known) => known === text);
  if (type === undefined) throw invalid('types', `must be one of ${ENTRY_TYPES.join(', ')}`);
  return type;
}

const CURSOR = /^([0-9]{1,18})\.([0-9]{1,9})\.([0-9]{1,18})\.([0-9]{1,18})$/;

export const writeCursor = ({ height, index, accountId, seq }: EntryPlace): string =>
  Buffer.from(`${height}.${index}.${accountId}.${seq}`, 'latin1').toString('base64url');

/** Throws VALIDATION_ERROR for what is not a cursor of ours. */
export function readCursor(text: string): EntryPlace {
  const [, height, index, accountId, seq] = CURSOR.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
  if (height === undefined || index === undefined || accountId === undefined || seq === undefined)
    throw invalid('cursor', 'must be the next_cursor of an earlier answer');
  return { height: BigInt(height), index: Number(index), accountId: BigInt(accountId), seq: BigInt(seq) };
}
