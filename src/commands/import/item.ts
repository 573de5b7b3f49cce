/** From the fields of a record to the operation that it stands for. */
import Type from 'typebox';
import type { Submission } from '../../engine/submission.ts';
import { itemOf, operationOf } from '../../faces/http/batch/items.ts';
import { itemSchemas } from '../../faces/http/batch/schema.ts';
import { assetCode, line } from '../../faces/http/fields.ts';
import { majorUnits } from '../../faces/http/major-units.ts';
import { invalid } from '../../faces/http/problem.ts';
import { checker } from '../../faces/http/validation.ts';
import { spendInput } from '../../faces/http/wallets/input.ts';
import { JsonProblem, parseJson } from '../../faces/wire/json.ts';
import { JsonNumber, numberText } from '../../faces/wire/json-number.ts';
import { type Asset, MAX_DECIMAL_PLACES } from '../../ledger/asset.ts';
import type { NewAsset } from '../../queries/assets.ts';
import { walletWithdraw } from '../../wallet/debit.ts';
import type { Fields } from './source.ts';
import { parseTime } from './time.ts';

export interface ImportOperation extends Pick<Submission, 'operation' | 'input' | 'occurredAt'> {
  readonly reference: string;
  /** Whose wallets it moves money of. */
  readonly customers: readonly string[];
  /** Whether it only brings money, so that the order among several of them is of no importance. */
  readonly credit: boolean;
}

export type ImportItem = { readonly operation: ImportOperation } | { readonly asset: NewAsset };

/** The columns that a CSV file without a mapping can have. */
export const COLUMNS = [
  ...new Set(Object.values(itemSchemas).flatMap(({ properties }) => Object.keys(properties))),
  ...['amount_major', 'occurred_at', 'code', 'name', 'decimal_places'],
];

const NUMBERS = ['amount', 'amount_major', 'decimal_places'];
const CUSTOMERS = ['user_id', 'sender_id', 'recipient_id'];

/** Where fields are texts by nature: those that stand for numbers and JSON become them. Throws VALIDATION_ERROR. */
export function fromTexts(fields: Fields): Fields {
  const values: Record<string, unknown> = { ...fields };
  for (const name of NUMBERS) if (typeof values[name] === 'string') values[name] = new JsonNumber(values[name]);
  if (typeof values.metadata === 'string') values.metadata = json('metadata', values.metadata);
  return values;
}

function json(name: string, text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonProblem) throw invalid(name, `is no JSON: ${error.message}`);
    throw error;
  }
}

const { item_id: _, ...withdrawal } = itemSchemas.walletSpend.properties;
const checkWithdrawal = checker(
  Type.Object({ ...withdrawal, operation: Type.Literal('walletWithdraw') }, { additionalProperties: false }),
  'the operation',
);
const checkAsset = checker(
  Type.Object(
    {
      operation: Type.Literal('assetCreate'),
      code: assetCode,
      name: line(100, ''),
      decimal_places: Type.Integer({ minimum: 0, maximum: MAX_DECIMAL_PLACES }),
    },
    { additionalProperties: false },
  ),
  'the operation',
);

/** `findAsset` gives the decimals of amounts in major units. Throws VALIDATION_ERROR or ASSET_NOT_FOUND. */
export async function itemOfFields(
  fields: Fields,
  findAsset: (code: string) => Promise<Asset | null>,
): Promise<ImportItem> {
  if (fields.operation === 'assetCreate') return { asset: assetOf(fields) };
  const { occurred_at: time, ...rest } = withTextIds(fields);
  const body = await withMinorUnits(rest, findAsset);
  return { operation: { ...operationOfBody(body), occurredAt: timeOf(time) } };
}

function assetOf(fields: Fields): NewAsset {
  const text = numberText(fields.decimal_places) ?? '';
  const value = { ...fields, decimal_places: /^[0-9]$/.test(text) ? Number(text) : fields.decimal_places };
  const problem = checkAsset(value);
  if (problem) throw problem;
  const { code, name, decimal_places } = value as unknown as { code: string; name: string; decimal_places: number };
  return { code, name, decimalPlaces: decimal_places };
}

/** 42 and "42" are the same customer. */
function withTextIds(fields: Fields): Fields {
  const ids = CUSTOMERS.map((name) => [name, numberText(fields[name])] as const).filter(([, text]) => text !== null);
  return { ...fields, ...Object.fromEntries(ids) };
}

async function withMinorUnits(fields: Fields, findAsset: (code: string) => Promise<Asset | null>): Promise<Fields> {
  const { amount_major: major, ...rest } = fields;
  if (major === undefined) return rest;
  if (rest.amount !== undefined) throw invalid('amount_major', 'excludes amount');
  const asset = typeof rest.asset_code === 'string' ? await findAsset(rest.asset_code) : null;
  if (!asset) throw invalid('asset_code', 'is not known, so that amount_major cannot be read');
  if (numberText(major) === null) throw invalid('amount_major', 'must be a number, not a text');
  const minor = majorUnits('amount_major', major as JsonNumber, asset.decimalPlaces);
  return { ...rest, amount: new JsonNumber(minor.toString()) };
}

function operationOfBody(body: Fields): Omit<ImportOperation, 'occurredAt'> {
  if (body.operation === 'walletWithdraw') {
    const problem = checkWithdrawal(body);
    if (problem) throw problem;
    const { user_id: customer, reference_id: reference } = body as { user_id: string; reference_id: string };
    const { entryType: _, ...input } = spendInput(body as Parameters<typeof spendInput>[0]);
    return { operation: walletWithdraw, input, reference, customers: [customer], credit: false };
  }
  const item = itemOf(body);
  const customers = item.operation === 'walletTransfer' ? [item.sender_id, item.recipient_id] : [item.user_id];
  const credit = item.operation === 'walletTopup' || item.operation === 'walletBonus';
  return { ...operationOf(item), reference: item.reference_id, customers, credit };
}

function timeOf(value: unknown): Date | null {
  if (value === undefined) return null;
  const time = typeof value === 'string' ? parseTime(value) : null;
  if (!time)
    throw invalid(
      'occurred_at',
      'must be a day such as 2010-12-01, or a time with its offset such as 2010-12-01T09:30:00Z',
    );
  return time;
}
