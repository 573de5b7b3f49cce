/** Fields that many routes share. */
import Type from 'typebox';
import { ASSET_CODE } from '../../ledger/asset.ts';
import type { JsonObject } from '../../wallet/operation.ts';
import { JsonNumber } from '../wire/json-number.ts';
import { documented } from '../wire/openapi-schema.ts';

/** A customer's id: taken to the letter, from an alphabet in which no two ids look the same to a machine. */
export const userId = Type.String({ pattern: '^[A-Za-z0-9._:@+|=~-]{1,100}$', description: "The customer's id" });

export const assetCode = Type.String({ pattern: ASSET_CODE.source, description: 'Code of the asset, such as USD' });

export const REFERENCE_ID = /^[\x21-\x7e]{1,100}$/;

export const referenceId = Type.String({
  pattern: REFERENCE_ID.source,
  description: 'Unique in the ledger for ever. Needed unless the Idempotency-Key header stands for it',
});

export const transactionId = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  description: 'Id of the transaction',
});

const MAX_METADATA_BYTES = 8192;

const isMetadata = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof JsonNumber) &&
  Buffer.byteLength(JSON.stringify(value)) <= MAX_METADATA_BYTES;

/** Whatever the caller wants kept with the transaction: any JSON object up to 8 KiB. */
export const metadata = Type.Unsafe<JsonObject>(
  Type.Refine(
    documented({}, { type: 'object', additionalProperties: true, description: 'Kept to the letter; at most 8 KiB' }),
    isMetadata,
    () => `must be an object of at most ${MAX_METADATA_BYTES} bytes`,
  ),
);

/** A short text of one line. */
export const line = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]*$', description });

export const time = Type.String({ format: 'date-time' });

/** Every answer that went well. */
export const success = <Data extends Type.TSchema>(data: Data) => Type.Object({ success: Type.Literal(true), data });
