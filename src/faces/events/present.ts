/** Events as other services get them: amounts as JSON numbers in major units of their currency. */
import type { AssetRegistry } from '../../queries/asset-registry.ts';
import type { DomainEvent, EventPlace } from '../../wallet/events.ts';
import { majorOut } from '../wire/major-out.ts';

/** What is sent over the broker: the event's own data, and nothing around it. `assets` must know its asset. */
export function eventBody(event: DomainEvent, assets: AssetRegistry): Record<string, unknown> {
  const { asset, data } = event;
  const decimalPlaces = asset === null ? 0 : decimalPlacesOf(asset, assets);
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      typeof value === 'bigint' ? majorOut(value, decimalPlaces) : value,
    ]),
  );
}

function decimalPlacesOf(code: string, assets: AssetRegistry): number {
  const asset = assets.get(code);
  if (!asset) throw new Error(`the asset ${code} is not known`);
  return asset.decimalPlaces;
}

/** What the event is, beside its data: the same in a message's headers and in the feed. */
export const eventEnvelope = (event: DomainEvent) => ({
  id: event.id,
  type: event.type,
  ledger: event.ledgerId.toString(),
  customer: event.customer,
  place: writePlace(event),
  occurredAt: event.occurredAt.toISOString(),
  recordedAt: event.recordedAt.toISOString(),
});

/** A place as text, and as a cursor: `height.index.n`. */
export const writePlace = ({ height, index, n }: EventPlace): string => `${height}.${index}.${n}`;

const PLACE = /^([0-9]{1,18})\.([0-9]{1,9})\.([0-9]{1,9})$/;

/** Null for what is not a place. */
export function readPlace(text: string): EventPlace | null {
  const [, height, index, n] = PLACE.exec(text) ?? [];
  if (height === undefined || index === undefined || n === undefined) return null;
  return { height: BigInt(height), index: Number(index), n: Number(n) };
}
